internal import Model
internal import Text

/// Reads the choices in a cell against the options of a question. Labels may contain separators and brackets, so the
/// list decides: at each place the longest label that ends there or at a separator is taken.
struct ChoiceSplitter {
    private let question: Question
    /// Folded wordings, longest first.
    private let wordings: [(text: String, id: String)]
    private let idsByCode: [Int: String]

    /// - Parameter sourceLabels: wordings of one source alone, folded (`NearestNames.titleKey`), by option id.
    init(question: Question, sourceLabels: [String: String] = [:]) {
        self.question = question
        var wordings: [(text: String, id: String)] = sourceLabels.map { ($0.key, $0.value) }
        for option in question.options {
            for label in [option.label] + option.alsoWritten {
                wordings.append((NearestNames.titleKey(label), option.id))
            }
        }
        self.wordings = wordings.filter { !$0.text.isEmpty }
            .sorted { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
        idsByCode = Dictionary(question.options.map { ($0.code, $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    /// Option ids in the order of the questionnaire, without doubles, and the pieces that are no choice.
    func split(_ cell: String, coding: SourceDescription.Coding) -> (ids: [String], unknown: [String]) {
        var found: Set<String> = []
        var unknown: [String] = []
        for piece in coding == .codes ? codesOrPieces(of: cell) : pieces(of: cell) {
            if coding == .codes, let code = Int(piece), let id = idsByCode[code] {
                found.insert(id)
            } else if let id = id(of: piece) {
                found.insert(id)
            } else {
                unknown.append(piece)
            }
        }
        if !unknown.isEmpty, let names = namesBetweenSpaces(cell) { (found, unknown) = (names, []) }
        return (question.options.map(\.id).filter(found.contains), unknown)
    }

    /// ODK and Kobo join the names of choices with spaces; labels hold spaces themselves, so this comes last.
    private func namesBetweenSpaces(_ cell: String) -> Set<String>? {
        let parts = Width.folded(cell).split { $0.isWhitespace || Self.isSeparator($0) }
        guard parts.count > 1 else { return nil }
        let ids = parts.compactMap { id(of: NearestNames.titleKey(String($0))) }
        return ids.count == parts.count ? Set(ids) : nil
    }

    /// For messages.
    var labels: String { question.options.map(\.label).joined(separator: " / ") }

    /// The option that the title of its own column means: a label, a number, or both (`1`, `心の健康`, `①心の健康`).
    func option(titled title: String) -> Question.Option? {
        let key = NearestNames.titleKey(title)
        let meant =
            id(of: key) ?? Int(key).flatMap { idsByCode[$0] }
            ?? Self.withoutNumber(key[...]).flatMap { id(of: String($0)) }
        return question.options.first { $0.id == meant }
    }

    private func id(of piece: String) -> String? { wordings.first { $0.text == piece }?.id }

    /// What stands behind the number of a numbered label: `1.心の健康`, `(1)心の健康`, `①心の健康`. The label is what people
    /// read, so the number is not compared. A comma is no part of a number: `1,介護` are two choices.
    private static func withoutNumber(_ text: Substring) -> Substring? {
        var rest = text
        if rest.first == "(" { rest = rest.dropFirst() }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        while let mark = rest.first, ".):-".contains(mark) { rest = rest.dropFirst() }
        return rest.isEmpty ? nil : rest
    }

    /// Between numbers a space separates as well: `1 2` is not 12.
    private func codesOrPieces(of cell: String) -> [String] {
        let numbers = Width.folded(cell).split { $0 == " " || Self.isSeparator($0) }.map(String.init)
        return numbers.allSatisfy { Int($0) != nil } ? numbers : pieces(of: cell)
    }

    private func pieces(of cell: String) -> [String] {
        // Line breaks separate; other spaces say nothing and differ from label to label.
        let lines = cell.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { String($0) }
        return lines.flatMap { pieces(ofLine: Substring(NearestNames.titleKey($0))) }
    }

    private func pieces(ofLine line: Substring) -> [String] {
        var pieces: [String] = []
        var rest = line
        while !rest.isEmpty {
            if Self.isSeparator(rest.first) {
                rest = rest.dropFirst()
                continue
            }
            if let (label, after) = label(at: rest) ?? Self.withoutNumber(rest).flatMap(label) {
                pieces.append(label)
                rest = after
            } else {
                let piece = rest.prefix { !Self.isSeparator($0) }
                pieces.append(String(piece))
                rest = rest[piece.endIndex...]
            }
        }
        return pieces
    }

    /// The longest label that a line begins with, and what comes after it.
    private func label(at line: Substring) -> (text: String, rest: Substring)? {
        wordings.first { starts(line, with: $0.text) }.map { ($0.text, line.dropFirst($0.text.count)) }
    }

    private func starts(_ rest: Substring, with label: String) -> Bool {
        guard rest.hasPrefix(label) else { return false }
        return rest.utf8.count == label.utf8.count || Self.isSeparator(rest.dropFirst(label.count).first)
    }

    private static func isSeparator(_ character: Character?) -> Bool {
        switch character {
        case ";", ",", "、", "，", "|": true
        default: false
        }
    }
}
