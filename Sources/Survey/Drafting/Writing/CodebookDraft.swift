public import Model

/// A codebook for a person to look through: questions, and a remark wherever something was guessed or left open.
public struct CodebookDraft: Sendable {
    public struct Entry: Sendable {
        public var question: Question
        /// Lines above the question.
        public var remarks: [String]
        /// Behind an option, by its id.
        public var optionRemarks: [String: String]

        public init(question: Question, remarks: [String] = [], optionRemarks: [String: String] = [:]) {
            self.question = question
            self.remarks = remarks
            self.optionRemarks = optionRemarks
        }
    }

    /// Lines at the top of the file.
    public var heading: [String]
    /// Codes that mean "no answer" in every file.
    public var noAnswer: [String]
    /// Codes that mean that what was marked could not be read, in every file.
    public var unreadable: [String]
    /// In the order of the questionnaire.
    public var entries: [Entry]

    public init(heading: [String], noAnswer: [String] = [], unreadable: [String] = [], entries: [Entry]) {
        self.heading = heading
        self.noAnswer = noAnswer
        self.unreadable = unreadable
        self.entries = entries
    }

    /// As `codebook.yaml`; `CodebookReader` reads the same questions back.
    public var yaml: String { top + entries.map(Self.text).joined(separator: "\n") }

    /// Line of each entry's `id`, from 1.
    public var entryLines: [Int] {
        var line = Self.lineCount(top)
        return entries.enumerated().map { index, entry in
            if index > 0 { line += 1 }
            let start = line + entry.remarks.reduce(0) { $0 + Self.lineCount(YAMLText.comment($1, indent: 2)) } + 1
            line += Self.lineCount(Self.text(of: entry))
            return start
        }
    }

    private var top: String {
        var text = heading.map { YAMLText.comment($0) }.joined()
        if !noAnswer.isEmpty { text += "no_answer: \(YAMLText.list(noAnswer))\n" }
        if !unreadable.isEmpty { text += "unreadable: \(YAMLText.list(unreadable))\n" }
        return text + (entries.isEmpty ? "questions: []\n" : "questions:\n")
    }

    private static func lineCount(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

    private static func text(of entry: Entry) -> String {
        let question = entry.question
        var text = entry.remarks.map { YAMLText.comment($0, indent: 2) }.joined()
        text += "  - id: \(YAMLText.scalar(question.id))\n"
        text += "    label: \(YAMLText.scalar(question.label))\n"
        text += "    kind: \(question.kind.rawValue)\n"
        text += "    concept: \(question.concept.rawValue)\n"
        if let condition = question.askedIf { text += "    asked_if: \(conditionText(condition))\n" }
        for (key, codes) in [("no_answer", question.missing.noAnswer), ("unreadable", question.missing.unreadable)]
        where !codes.isEmpty {
            text += "    \(key): \(YAMLText.list(codes.sorted()))\n"
        }
        if !question.options.isEmpty {
            text += "    options:\n"
            for option in question.options {
                text += "      - \(flow(option))"
                text += entry.optionRemarks[option.id].map { "  # \(oneLine($0))\n" } ?? "\n"
            }
        }
        return text
    }

    private static func flow(_ option: Question.Option) -> String {
        var parts = [
            "code: \(option.code)", "id: \(YAMLText.scalar(option.id, inFlow: true))",
            "label: \(YAMLText.scalar(option.label, inFlow: true))",
        ]
        if !option.alsoWritten.isEmpty { parts.append("also_written: \(YAMLText.list(option.alsoWritten))") }
        return "{\(parts.joined(separator: ", "))}"
    }

    /// `any_answered(…)` begins with a letter and holds no `: `, so it stands without quotes where it can.
    private static func conditionText(_ condition: Condition) -> String {
        YAMLText.scalar(condition.description)
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
