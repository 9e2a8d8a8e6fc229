/// Many texts in one cell.
enum Listing {
    /// Each once on a line of its own, as many as can be looked through.
    static func first(_ texts: [String], unit: String) -> String {
        let shown = 5
        var seen: Set<String> = []
        let each = texts.filter { seen.insert($0).inserted }
        let more = each.count > shown ? ["ほか\(each.count - shown)\(unit)"] : []
        return (each.prefix(shown) + more).joined(separator: "\n")
    }
}
