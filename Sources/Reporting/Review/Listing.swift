/// Many texts in one cell.
enum Listing {
    /// Each once, on a line of its own unless told otherwise, as many as can be looked through.
    static func first(_ texts: [String], unit: String, separator: String = "\n") -> String {
        let shown = 5
        var seen: Set<String> = []
        let each = texts.filter { seen.insert($0).inserted }
        let more = each.count > shown ? ["ほか\(each.count - shown)\(unit)"] : []
        return (each.prefix(shown) + more).joined(separator: separator)
    }
}
