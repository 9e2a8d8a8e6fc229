/// Something wrong with an input or a place to write to: what, where, what was found and what was expected.
/// The words are put together in one place (`ProblemCode.wording`), in the language of whoever reads them.
public struct Problem: Sendable, Hashable {
    public let code: ProblemCode
    public let location: CellLocation
    /// The value as found; empty when there is none to show.
    public let found: String
    /// What would have been right: option labels, the nearest titles, a number. Data, not a sentence.
    public let expected: String

    public init(_ code: ProblemCode, at location: CellLocation, found: String = "", expected: String = "") {
        self.code = code
        self.location = location
        self.found = found
        self.expected = expected
    }

    /// One line: where, then what.
    public func message(in language: Language) -> String {
        let separator = language == .japanese ? "：" : ": "
        return location.description(in: language) + separator + sentence(in: language)
    }

    /// What is wrong, without the place.
    public func sentence(in language: Language) -> String {
        let reason = code.findsSystemReason ? SystemReason(rawValue: found) : nil
        let found = reason?.wording.in(language) ?? Problem.shortened(found)
        var sentence = ""
        var rest = code.wording.in(language)[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
            let optional = filled(rest[rest.index(after: open)..<close], found)
            sentence += filled(rest[..<open], found).text + (optional.ifComplete ?? "")
            rest = rest[rest.index(after: close)...]
        }
        return sentence + filled(rest, found).text
    }

    /// The words with the values in their places; `ifComplete` is `nil` when one of them is empty.
    private func filled(_ words: Substring, _ found: String) -> (text: String, ifComplete: String?) {
        var text = ""
        var isComplete = true
        var rest = words
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let value = rest[rest.index(after: open)..<close] == "found" ? found : expected
            text += rest[..<open] + value
            if value.isEmpty { isComplete = false }
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        return (text, isComplete ? text : nil)
    }

    /// A cell can hold a page of text; a message shows its beginning, on one line.
    private static func shortened(_ value: String) -> String {
        var line = ""
        for (index, character) in value.enumerated() {
            if index == 60 { return line + "…" }
            line.append(character.isNewline ? " " : character)
        }
        return line
    }
}

public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Worth knowing; nothing was left out of the results.
    case info
    /// A value was set aside or read with a rule that a person should confirm.
    case warning
    /// A value could not be used at all.
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.order < b.order }

    /// As people read it.
    public func label(in language: Language) -> String {
        switch (self, language) {
        case (.info, .japanese): "参考"
        case (.warning, .japanese): "注意"
        case (.error, .japanese): "エラー"
        case (_, .english): rawValue
        }
    }

    private var order: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What a row can have wrong: collected, listed in `findings.csv`, never fatal.
public struct Finding: Sendable, Hashable {
    public let severity: Severity
    public let problem: Problem

    public init(_ severity: Severity, _ problem: Problem) {
        self.severity = severity
        self.problem = problem
    }

    public init(
        _ severity: Severity, _ code: ProblemCode, at location: CellLocation, found: String = "",
        expected: String = ""
    ) {
        self.init(severity, Problem(code, at: location, found: found, expected: expected))
    }
}

/// What makes a stage impossible: every problem that it met before it gave up.
public struct StageError: Error, Sendable {
    public let problems: [Problem]

    public init(_ problems: [Problem]) { self.problems = problems }

    public init(_ code: ProblemCode, at location: CellLocation, found: String = "", expected: String = "") {
        self.init([Problem(code, at: location, found: found, expected: expected)])
    }
}
