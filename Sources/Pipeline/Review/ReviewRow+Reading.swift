internal import Model
internal import Text

/// What cells of different review files say in the same way.
extension ReviewRow {
    /// The record that three cells name; `nil` when they were changed.
    func record(_ file: Column, _ sheet: Column, _ row: Column) -> RecordReference? {
        Int(self[row]).map {
            RecordReference(file: self[file], sheet: self[sheet].isEmpty ? nil : self[sheet], row: $0)
        }
    }

    /// The ids that labels or ids in a cell stand for, in the order of `known`.
    /// - Throws: `StageError` with `decisionUnreadable` and the labels that there are.
    func ids(_ column: Column, among known: [(id: String, label: String)]) throws(StageError) -> [String] {
        var chosen: Set<String> = []
        for piece in self[column].split(whereSeparator: { "、，,;；/／\n\r\r\n".contains($0) }) {
            let key = Width.foldedWithoutSpaces(String(piece))
            guard !key.isEmpty else { continue }
            guard let entry = known.first(where: { Width.foldedWithoutSpaces($0.label) == key || $0.id == key }) else {
                throw StageError(
                    .decisionUnreadable, at: location(column), found: String(piece),
                    expected: known.map(\.label).joined(separator: " / "))
            }
            chosen.insert(entry.id)
        }
        return known.map(\.id).filter(chosen.contains)
    }

    /// Whether a cell says that nobody can tell yet.
    func isUndecided(_ column: Column) -> Bool {
        ["保留", "不明", "分からない", "わからない"].contains(Width.foldedWithoutSpaces(self[column]))
    }
}
