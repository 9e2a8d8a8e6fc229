internal import Model
internal import Reporting
internal import Text

/// `review/addresses.xlsx`: where an address is. An address that a person wrote is worth more than the verdict beside it;
/// a note alone counts as undecided.
struct AddressReviewFile: ReviewFile {
    typealias Column = AddressReview.Column

    /// Of the spelling that content keys hold.
    let variants: CharacterVariants

    let path = AddressReview.path
    let inputs = [Column.decision, .correction, .note]
    let verdict = Column.decision
    let needed = [Column.decision, .correction, .address, .municipality, .town] + Column.candidates

    func decision(in row: ReviewRow<Column>, about last: LastOutput) throws(StageError) -> ReviewDecision {
        let address = AddressText.key(row[.address], variants: variants)
        guard last.addresses.contains(address), !address.isEmpty else {
            throw StageError(.decisionUnmatched, at: row.location(.decision), found: row[.address])
        }
        let (verdict, place) = try answer(in: row)
        return ReviewDecision(
            kind: .address, verdict: verdict.rawValue, subjectA: address, subjectB: place, note: row[.note])
    }

    private func answer(in row: ReviewRow<Column>) throws(StageError) -> (AddressDecision.Verdict, String) {
        let word = row[.decision]
        let decision = Self.decision(word)
        guard decision != nil || word.isEmpty || row.isUndecided(.decision) else { throw unreadable(word, in: row) }
        if !row[.correction].isEmpty { return (.corrected, row[.correction]) }
        switch decision {
        case nil: return (.undecided, "")
        case .unknown: return (.unknown, "")
        case .elsewhere:
            throw StageError(
                .decisionIncomplete, at: row.location(.correction), found: word, expected: Column.correction.rawValue)
        case .candidate1, .candidate2, .candidate3, .asRead:
            let place = decision.map { Self.place(of: $0, in: row) } ?? ""
            // 候補3 where there are two.
            guard !place.isEmpty else { throw unreadable(word, in: row) }
            return (.place, place)
        }
    }

    /// The words that the row leaves to choose from.
    private func unreadable(_ word: String, in row: ReviewRow<Column>) -> StageError {
        let open = AddressReview.Decision.allCases.filter {
            $0 == .unknown || $0 == .elsewhere || !Self.place(of: $0, in: row).isEmpty
        }
        return StageError(
            .decisionUnreadable, at: row.location(.decision), found: word,
            expected: open.map(\.rawValue).joined(separator: " / "))
    }

    private static func place(of decision: AddressReview.Decision, in row: ReviewRow<Column>) -> String {
        switch decision {
        case .asRead: row[.municipality] + row[.town]
        default: decision.candidate.map { row[$0] } ?? ""
        }
    }

    private static func decision(_ text: String) -> AddressReview.Decision? {
        switch Width.foldedWithoutSpaces(text) {
        case "候補1", "1", "①": .candidate1
        case "候補2", "2", "②": .candidate2
        case "候補3", "3", "③": .candidate3
        case "このとおり", "この通り", "正しい": .asRead
        case "不明", "分からない", "わからない": .unknown
        case "別の所", "別のところ", "別": .elsewhere
        default: nil
        }
    }
}
