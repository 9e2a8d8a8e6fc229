import Glibc

/// What stands in the folder of a file that is not there.
struct Neighbours {
    /// Path of an entry whose name is the same text in another Unicode form (macOS writes が as か and ゛).
    let twin: String?
    /// Names most like the missing one, nearest first, at most three.
    let nearest: [String]

    init(of path: String) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        let name = String(slash.map { path[path.index(after: $0)...] } ?? path[...])
        let names = Neighbours.names(in: folder.isEmpty ? "." : folder)
        // Equal as text, which is canonical equivalence; equal bytes would have been found.
        twin = names.first { $0 == name }.map { folder + $0 }
        nearest = nearestNames(to: name, among: names)
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}

/// The names most like `name`, nearest first, at most three; names that share next to nothing with it are left out.
func nearestNames(to name: String, among names: [String]) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    let ranked = names.map { ($0, editDistance(wanted, Array($0.lowercased().unicodeScalars))) }
        .filter { $0.1 <= max(3, (wanted.count + 1) / 2) }
        .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    return ranked.prefix(3).map(\.0)
}

/// Levenshtein distance.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var previous = Array(0...b.count)
    for (row, left) in a.enumerated() {
        var current = [row + 1]
        current.reserveCapacity(b.count + 1)
        for (column, right) in b.enumerated() {
            let substitution = previous[column] + (left == right ? 0 : 1)
            current.append(min(substitution, previous[column + 1] + 1, current[column] + 1))
        }
        previous = current
    }
    return previous[b.count]
}
