internal import Text

/// A number as planners write it and as published tables print it.
enum PlannerNumber: Hashable {
    /// ≥ 0
    case number(Double)
    /// `-`: by the conventions of published tables there is nothing, and so 0.
    case dash
    /// `x`, `*`, 秘匿: there is a number, but it is kept back.
    case withheld
    /// Blank, `…` or 不詳: there is no number, which is not 0.
    case none
    case unreadable

    /// Greater figures are no people and no cases.
    private static let largest = 1e12

    /// - Parameter text: a cell; digits may be full-width or stand in groups of three.
    init(_ text: String) {
        let text = Width.trimmed(Width.folded(text)).lowercased()
        if Self.blanks.contains(text) {
            self = .none
        } else if Self.dashes.contains(text) {
            self = .dash
        } else if Self.withheldMarks.contains(text) {
            self = .withheld
        } else if let value = DecimalNumber.value(Self.withoutGroups(text)), (0...Self.largest).contains(value) {
            self = .number(value)
        } else {
            self = .unreadable
        }
    }

    /// A share in per cent, with its sign or without.
    init(percent text: String) {
        let folded = Width.trimmed(Width.folded(text))
        self.init(folded.hasSuffix("%") && folded != "%" ? String(folded.dropLast()) : folded)
        if case .number(let value) = self, value > 100 { self = .unreadable }
    }

    /// What a message shows as the right forms.
    static let examples = "≥ 0, x（秘匿）, …（数値なし）"
    static let percentExamples = "0…100, x（秘匿）, …（数値なし）"

    private static let blanks: Set = ["", "…", "‥", "...", "..", "……", "・・・", "・・", "n/a", "na", "不詳", "不明", "数値なし"]
    private static let dashes: Set = ["-", "−", "‐", "‑", "–", "—", "―", "─", "ー"]
    private static let withheldMarks: Set = ["x", "*", "**", "***", "χ", "秘匿", "非公表", "非公開"]

    /// `12,345` → `12345`; what isn't grouped by three stays as it is.
    private static func withoutGroups(_ text: String) -> String {
        let whole = text.prefix { $0 != "." }
        let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
        let isGrouped =
            groups.count > 1 && (1...3).contains(groups[0].count)
            && groups.dropFirst().allSatisfy { $0.count == 3 }
        return isGrouped ? groups.joined() + text.dropFirst(whole.count) : text
    }
}
