internal import Model

/// What a person filled into one review file, each decision with its place.
struct TakenDecisions {
    struct Entry {
        var row: Decisions.Row
        /// Of the verdict.
        let location: CellLocation
        /// As a person wrote the verdict.
        let word: String

        /// `review/links.xlsx 5`
        fileprivate var place: String { "\(location.file) \(location.row ?? 0)" }

        fileprivate func contradiction(to other: String) -> Problem {
            Problem(.decisionContradicts, at: location, found: word, expected: other)
        }
    }

    /// One for each subject.
    private(set) var entries: [Entry] = []
    private var places: [DecisionSubject: Int] = [:]

    /// Takes the same decision on the same subject once, with all that was noted on it.
    /// - Throws: `decisionContradicts` for both rows of two that decide differently.
    init(_ entries: [Entry]) throws(StageError) {
        var problems: [Problem] = []
        for entry in entries {
            guard let index = places[entry.row.subject] else {
                places[entry.row.subject] = self.entries.count
                self.entries.append(entry)
                continue
            }
            let first = self.entries[index]
            if first.row.agrees(with: entry.row) {
                self.entries[index].row.addNote(entry.row.note)
            } else {
                problems += [first.contradiction(to: entry.place), entry.contradiction(to: first.place)]
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
    }

    /// - Throws: `decisionContradicts` for each row without one in the other file that says the same.
    func check(against other: TakenDecisions) throws(StageError) {
        let problems = contradictions(to: other) + other.contradictions(to: self)
        guard problems.isEmpty else { throw StageError(problems) }
    }

    private func contradictions(to other: TakenDecisions) -> [Problem] {
        entries.compactMap { entry in
            let twin = other.places[entry.row.subject].map { other.entries[$0] }
            if let twin, twin.row.agrees(with: entry.row) { return nil }
            return entry.contradiction(to: twin?.place ?? other.entries.first?.location.file ?? "")
        }
    }
}

extension Decisions.Row {
    fileprivate mutating func addNote(_ text: String) {
        let notes = note.isEmpty ? [] : [note]
        if !text.isEmpty, text != note { note = (notes + [text]).joined(separator: " / ") }
    }
}
