internal import Model
internal import Survey

/// What a coding says, as cells and sentences.
struct CodingWords {
    /// By id.
    let labels: [String: String]

    /// `codes`, `code_ids`, `coding`, `score`, `evidence`, `guess_1`, `guess_2`
    func cells(of coding: Coding) -> [String] {
        let assigned = coding.codes.filter { $0.standing == .assigned }
        let guesses = coding.guesses
        return [
            assigned.map { label($0.id) }.joined(separator: ";"), assigned.map(\.id).joined(separator: ";"),
            coding.outcome.name, assigned.first.map { Self.score($0.score) } ?? "",
            (assigned.isEmpty ? guesses : assigned).map(evidence).joined(separator: "; "),
            guesses.first.map { label($0.id) } ?? "", guesses.dropFirst().first.map { label($0.id) } ?? "",
        ]
    }

    func label(_ id: String) -> String { labels[id] ?? id }

    /// 不登校：登校しぶり (exact)
    func evidence(_ code: Coding.Code) -> String {
        let words = code.evidence.map { "\($0.words) (\($0.rule.rawValue))" }
        return "\(label(code.id)): \(words.joined(separator: ", "))"
    }

    /// To a hundredth.
    static func score(_ score: Double) -> String {
        let hundredths = Int((score * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
