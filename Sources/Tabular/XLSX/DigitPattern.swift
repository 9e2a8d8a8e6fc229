/// A section of a format that puts zeros or signs into whole numbers: `000-0000`, `0000`, `0##-###-####`.
struct DigitPattern: Sendable, Equatable {
    /// Digits are placed from the right; `nil` stands for a placeholder that shows nothing without a digit.
    private enum Piece: Sendable, Equatable {
        case zero
        case optional
        case literal(String)
    }

    /// Whether what is shown is another sequence of digits and signs than the number itself.
    let changesDigits: Bool
    private let pieces: [Piece]
    private let comparison: String
    private let bound: Double

    init(section: FormatSection) {
        var pieces: [Piece] = []
        for item in section.items {
            switch item {
            case .digit("0"): pieces.append(.zero)
            case .digit: pieces.append(.optional)
            case .literal(let text): pieces.append(.literal(text))
            }
        }
        self.pieces = pieces
        comparison = section.condition?.comparison ?? ""
        bound = section.condition?.bound ?? 0
        let isDigit = pieces.map { $0 == .zero || $0 == .optional }
        let zeros = pieces.filter { $0 == .zero }.count
        var hasSignBetween = false
        if let first = isDigit.firstIndex(of: true), let last = isDigit.lastIndex(of: true) {
            hasSignBetween = isDigit[first...last].contains(false)
        }
        changesDigits = !section.isQuantity && (zeros >= 2 || hasSignBetween)
    }

    /// The text of a whole number, 0 or more.
    func text(of number: UInt64) -> String {
        var digits = Array(String(number))
        var parts: [String] = []
        let firstPlace = pieces.firstIndex { $0 == .zero || $0 == .optional }
        for (index, piece) in pieces.enumerated().reversed() {
            switch piece {
            case .literal(let text): parts.append(text)
            case .zero: parts.append(digits.popLast().map(String.init) ?? "0")
            case .optional:
                if !(number == 0 && digits == ["0"]) { parts.append(digits.popLast().map(String.init) ?? "") }
            }
            if index == firstPlace {
                parts.append(String(digits))
                digits = []
            }
        }
        return parts.reversed().joined()
    }

    /// The section for a number, as Excel chooses it: by condition, else positive; negative; zero.
    static func chosen(for number: Double, from patterns: [DigitPattern]) -> DigitPattern? {
        guard patterns.contains(where: { !$0.comparison.isEmpty }) else {
            if number < 0 { return nil }
            return number == 0 && patterns.count > 2 ? patterns[2] : patterns.first
        }
        return patterns.first { $0.holds(for: number) }
    }

    private func holds(for number: Double) -> Bool {
        switch comparison {
        case "": true
        case "<": number < bound
        case "<=": number <= bound
        case ">": number > bound
        case ">=": number >= bound
        case "<>": number != bound
        default: number == bound
        }
    }
}
