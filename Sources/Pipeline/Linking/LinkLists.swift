internal import FoundationEssentials
internal import Linkage
internal import Model

/// The lists that are linked, or learned from.
struct LinkLists {
    let first: LinkTable
    /// `nil` where doubles of the first are looked for.
    let second: LinkTable?
    /// What their rows have wrong. Every row is used.
    let findings: [Finding]

    /// - Parameter titles: of columns by field, where they are called otherwise than usual.
    /// - Throws: `StageError` when a list can't be read or has no column of names.
    init(_ first: URL, _ second: URL?, titles: [String: String], names: NameData) throws(StageError) {
        let wanted = titles.reduce(into: [LinkTable.Field: String]()) { result, entry in
            if let field = LinkTable.Field(rawValue: entry.key) { result[field] = entry.value }
        }
        func read(_ url: URL) throws(StageError) -> LinkTable {
            try LinkTable(path: url.path, name: url.lastPathComponent, titles: wanted, names: names)
        }
        self.first = try read(first)
        self.second = try second.map { url throws(StageError) in try read(url) }
        var findings = Self.findings(self.first, first.lastPathComponent)
        // Of a file that was named twice, once is enough.
        if let second, let table = self.second, !Self.isSameFile(first, second) {
            findings += Self.findings(table, second.lastPathComponent)
        }
        self.findings = findings
    }

    private static func findings(_ table: LinkTable, _ name: String) -> [Finding] {
        var findings = table.findings
        let whole = CellLocation(file: name, sheet: table.sheet)
        if table.ids.isEmpty { findings.append(Finding(.warning, .sourceEmpty, at: whole)) }
        var firstRows: [String: Int] = [:]
        for (id, row) in zip(table.ids, table.rows) {
            let place = CellLocation(file: name, sheet: table.sheet, row: row)
            // Spaces at the ends can't be seen.
            let id = trimmed(id)
            if id.isEmpty {
                findings.append(Finding(.warning, .identifierMissing, at: place))
            } else if let known = firstRows[id] {
                findings.append(Finding(.warning, .identifierDoubled, at: place, found: id, expected: "\(known)"))
            } else {
                firstRows[id] = row
            }
        }
        return findings
    }

    private static func trimmed(_ id: String) -> String {
        var rest = id[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    /// - Throws: `outputIsInput` when what is written would take the place of a list.
    static func check(_ output: URL?, isNone lists: [URL?]) throws(StageError) {
        guard let output else { return }
        for case let list? in lists where isSameFile(list, output) {
            throw StageError(.outputIsInput, at: CellLocation(file: output.relativePath))
        }
    }

    /// Whether two paths lead to one file.
    static func isSameFile(_ a: URL, _ b: URL) -> Bool {
        guard let one = FileIdentity(a.path), one.isFile else { return false }
        return one == FileIdentity(b.path)
    }
}
