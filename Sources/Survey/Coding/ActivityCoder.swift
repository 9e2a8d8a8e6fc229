public import Model
internal import Text

/// Codes free texts to themes or to support types: which words say so, where, by which rule and how surely.
///
/// Phrases are data. Of phrases that overlap the longest counts; of codes in one phrase of the text the more specific one
/// (子どものいじめ相談 is いじめ); a list says several things. What is ruled out (外国人を除く) or done by people rather
/// than for them (女性による…) isn't assigned. A text with nothing sure goes to a person with the best guesses.
///
/// The same text and tables give the same codes. A coder may be used by several threads.
public struct ActivityCoder: Sendable {
    /// From which score a code stands without review.
    public static let assignedFrom = 0.8
    /// From which score a code is worth asking a person.
    public static let reviewedFrom = 0.3
    /// What a name alone can say at most.
    static let nameCeiling = 0.6
    static let slipScore = 0.82

    private let tables: CodingTables

    /// - Parameter learned: what people decided; it goes before the tables. Codes that there aren't are passed over.
    public init(_ vocabulary: CodingVocabulary, learned: [LearnedCode] = []) {
        tables = CodingTables(vocabulary, learned: learned)
    }

    /// What an answer or a description says.
    public func code(_ text: String) -> Coding {
        let coded = CodedText(text, spellings: tables.spellings)
        guard coded.count > 0 else {
            return .none(Width.trimmed(text).isEmpty ? .empty : .nothingStated)
        }
        if let decided = tables.learned[coded.scalars] { return decision(decided, text, coded) }
        if tables.context.saysNothing(coded) { return .none(.nothingStated) }
        return reading(of: text, coded).coding()
    }

    /// What a name makes one think of. It may reveal members of the organisation: nothing of it is ever assigned.
    public func suggest(fromName name: String) -> Coding {
        let coded = CodedText(name, spellings: tables.spellings)
        guard coded.count > 0 else { return .none(.empty) }
        return reading(of: name, coded).coding().asGuess(ceiling: Self.nameCeiling)
    }

    /// Codes that a questionnaire doesn't ask for, as the nearest wider one that it does: ヤングケアラー as こども.
    /// - Parameter asked: ids of the questionnaire's options.
    /// - Returns: codes with no wider one that is asked stay as they are.
    public func rolledUp(_ coding: Coding, asked: Set<String>) -> Coding {
        var codes: [Coding.Code] = []
        for code in coding.codes {
            var id = code.id
            var seen: Set<String> = []
            while !asked.contains(id), seen.insert(id).inserted, let wider = tables.vocabulary.broader[id] {
                id = wider
            }
            if !asked.contains(id) { id = code.id }
            guard let same = codes.firstIndex(where: { $0.id == id }) else {
                codes.append(
                    Coding.Code(id: id, score: code.score, standing: code.standing, evidence: code.evidence))
                continue
            }
            let other = codes[same]
            let first = code.standing.rank < other.standing.rank ? code : other
            codes[same] = Coding.Code(
                id: id, score: first.score, standing: first.standing,
                evidence: (other.evidence + code.evidence).sorted {
                    $0.place.lowerBound < $1.place.lowerBound
                })
        }
        return Coding(codes: codes, outcome: coding.outcome)
    }

    private func decision(_ decided: [String?], _ text: String, _ coded: CodedText) -> Coding {
        let place = coded.place(0..<coded.count)
        let codes = tables.vocabulary.codes.filter { decided.contains($0) }.map { id in
            Coding.Code(
                id: id, score: 1, standing: .assigned,
                evidence: [
                    Coding.Evidence(
                        words: text.scalars(place), place: place, phrase: text, rule: .learned, score: 1)
                ])
        }
        return codes.isEmpty ? .none(.decided) : Coding(codes: codes, outcome: .assigned)
    }

    private func reading(of text: String, _ coded: CodedText) -> ActivityReading {
        var reading = ActivityReading(tables, text: text, coded: coded)
        reading.readContext()
        reading.applyExclusions()
        reading.addSlips()
        reading.doubtPopulations()
        reading.applyPrecedence()
        reading.addSimilar()
        return reading
    }
}

extension Coding.Standing {
    /// The order in which one stands before another for the same code.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension String {
    /// The part of a text at places that are counted in scalars.
    func scalars(_ range: Range<Int>) -> String {
        let scalars = unicodeScalars
        guard
            let start = scalars.index(
                scalars.startIndex, offsetBy: range.lowerBound, limitedBy: scalars.endIndex),
            let end = scalars.index(start, offsetBy: range.count, limitedBy: scalars.endIndex)
        else { return "" }
        return String(scalars[start..<end])
    }
}

extension Coding {
    static func none(_ reason: NoCode, codes: [Code] = []) -> Coding {
        Coding(codes: codes, outcome: .none(reason))
    }

    /// With nothing assigned: what was sure is a guess, its score at most `ceiling`.
    fileprivate func asGuess(ceiling: Double) -> Coding {
        guard outcome == .assigned else { return self }
        let codes = codes.map { code in
            code.standing == .assigned
                ? Code(id: code.id, score: min(code.score, ceiling), standing: .review, evidence: code.evidence)
                : code
        }
        return Coding(codes: codes, outcome: .review)
    }
}
