internal import Model
internal import Text

/// A question of the questionnaire, put together from all the files that ask it.
struct DraftQuestion: Sendable {
    /// Where a file asks it.
    struct Asked: Sendable {
        let source: Int
        let question: FileQuestion
        /// Neither number nor title nor labels name the question; only its place in the file does.
        var isByPlace = false
    }

    var asked: [Asked]
    var options: [DraftOption] = []
    var order = OptionOrder.Reason.none
    /// Whether the cells leave the order of some options open.
    var isOrderOpen = false
    var concept = QuestionConcept.other
    var conceptEvidence = ""
    var id = ""
    /// Position of the question whose text this is (その他, 具体名).
    var companionOf: Int?
    var askedIf: Condition?
    var askedIfEvidence = ""
    /// Of the codebook of an earlier wave.
    var earlier: Question?
    /// Labels that only another question with the same options has, and its title.
    var added: (labels: [String], from: String)?
    /// Codes of this question alone that mean no answer, with their cells.
    var noAnswer: [Int: Int] = [:]

    var isChoice: Bool { asked.contains { $0.question.isChoice } }

    /// The longest title; 問2-4 / 委託 says less than 自治体からの委託事業.
    var title: String {
        let titles = asked.sorted { ($1.question.answered, $0.source) < ($0.question.answered, $1.source) }.map(
            \.question.title)
        return titles.max { $0.count < $1.count && $1.count <= 60 } ?? ""
    }

    var numbers: [String] {
        var seen: Set<String> = []
        return asked.compactMap(\.question.number?.text).filter { seen.insert($0).inserted }
    }

    var kind: Question.Kind {
        guard isChoice else {
            let contents = asked.map(\.question.content).filter { $0 != .blank }
            if !contents.isEmpty, contents.allSatisfy({ $0 == .number }) { return .number }
            if !contents.isEmpty, contents.allSatisfy({ $0 == .date }) { return .date }
            return .text
        }
        return isMultiple ? .multiple : .single
    }

    /// Whether several choices are allowed: the titles say so, each option has its column, or cells hold several.
    var isMultiple: Bool {
        if asked.contains(where: { $0.question.content == .marks && $0.question.severalCells > 0 }) { return true }
        let said = asked.compactMap(\.question.isMultipleByTitle)
        if let first = said.first, said.allSatisfy({ $0 == first }) { return first }
        let several = asked.reduce(0) { $0 + $1.question.severalCells }
        let answered = asked.reduce(0) { $0 + $1.question.answered }
        return several > 1 && several * 33 > answered || several > 0 && answered < 12
            || asked.contains { $0.question.content == .marks }
    }

    var severalCells: Int { asked.reduce(0) { $0 + $1.question.severalCells } }
    var isCoded: Bool { asked.contains { $0.question.content == .codes } }
    /// Rows by code, over all files that write codes.
    var codes: [Int: Int] {
        asked.reduce(into: [:]) { codes, asked in codes.merge(asked.question.codes, uniquingKeysWith: +) }
    }
    var answered: Int { asked.reduce(0) { $0 + $1.question.answered } }

    func signature(_ words: SurveyWords) -> QuestionSignature {
        let marks = asked.filter { $0.question.content == .marks }.map(\.question.options.count).max()
        let numbered = asked.flatMap { $0.question.options.compactMap(\.code) }.max()
        let kinds = asked.map(\.question.content).filter { $0 != .blank }
        return QuestionSignature(
            titles: Self.telling(asked.map(\.question.title), words),
            numbers: Set(numbers),
            labels: words.signature(of: asked.flatMap { $0.question.options.map(\.label) }),
            optionCount: [marks, numbered].compactMap(\.self).max(), largestCode: codes.keys.max(),
            kind: kinds.isEmpty ? .blank : isChoice ? .choice : .text, isMultiple: likelyMultiple)
    }

    /// Titles that say more than a number.
    private static func telling(_ titles: [String], _ words: SurveyWords) -> [String] {
        let titles = titles.filter { QuestionNumber($0, words: words)?.rest.isEmpty != true }
        return (titles.map(ColumnTitle.bare) + titles).filter { $0.count >= 2 }
    }

    private var likelyMultiple: Bool? {
        if severalCells > 0 { return isMultiple }
        let said = asked.compactMap(\.question.isMultipleByTitle)
        return said.first ?? (answered >= 20 ? false : nil)
    }
}

struct DraftOption: Sendable {
    /// What this wave's labels compare by.
    var key: String
    var label: String
    /// Other wordings, as written.
    var alsoWritten: [String] = []
    var code = 0
    var id = ""
    /// The id is the nearest one and not the same.
    var isIDDoubtful = false
    /// その他 that only a number speaks for.
    var isOtherGuessed = false
    /// Labels that no id of the taxonomy fits and that count as this one.
    var merged: [String] = []
    /// Rows that chose it by its label, over all files.
    var count = 0
}

/// Puts the lists of questions of several files together into one questionnaire.
struct QuestionMerger {
    let words: SurveyWords

    /// In the order of the questionnaire; the file that says most comes first.
    func merge(_ files: [(source: Int, questions: [FileQuestion])]) -> [DraftQuestion] {
        let ordered = files.sorted { ($1.questions.telling, $0.source) < ($0.questions.telling, $1.source) }
        var merged: [DraftQuestion] = []
        for file in ordered {
            let own = file.questions.map { DraftQuestion(asked: [.init(source: file.source, question: $0)]) }
            guard !merged.isEmpty else {
                merged = own
                continue
            }
            let (left, right) = (merged.map { $0.signature(words) }, own.map { $0.signature(words) })
            let aligner = QuestionAligner(words: words)
            let pairs = aligner.pairs(left, right)
            var marked = own
            for pair in pairs where aligner.evidence(left[pair.a], right[pair.b]) < QuestionAligner.leastEvidence {
                marked[pair.b].asked[0].isByPlace = true
            }
            merged = inserted(marked, into: merged, pairs: pairs)
        }
        return merged
    }

    private func inserted(
        _ own: [DraftQuestion], into merged: [DraftQuestion], pairs: [(a: Int, b: Int)]
    ) -> [DraftQuestion] {
        var merged = merged
        let partner = Dictionary(pairs.map { ($0.b, $0.a) }, uniquingKeysWith: { first, _ in first })
        var behind: [Int: [DraftQuestion]] = [:]
        var last = -1
        for (index, question) in own.enumerated() {
            if let match = partner[index] {
                merged[match].asked += question.asked
                last = match
            } else {
                behind[last, default: []].append(question)
            }
        }
        return (behind[-1] ?? []) + merged.enumerated().flatMap { [$1] + (behind[$0] ?? []) }
    }
}

extension [FileQuestion] {
    /// How much a file tells of the questionnaire: rows with labels in them.
    fileprivate var telling: Int {
        reduce(0) { $0 + ($1.content == .labels ? 3 * $1.answered : $1.content == .marks ? $1.answered : 0) } + count
    }
}

extension SurveyWords {
    /// Keys of labels; ある and はい are one answer when all are yes or no.
    func signature(of labels: [String]) -> Set<String> {
        let labels = labels.filter { !$0.isEmpty }
        let answers = labels.compactMap { id(.yesNo, of: $0) }
        return answers.count == labels.count ? Set(answers) : Set(labels.map(key))
    }
}
