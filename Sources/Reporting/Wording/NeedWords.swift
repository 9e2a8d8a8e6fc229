import Model

/// The need of a report in words and numbers that people read.
struct NeedWords {
    /// Stands wherever cases are shown beside the need.
    static let caseCaveat =
        "「事例のある団体」は、支援した事例があると答えた団体の数です。すでに支援を受けている人のことで、届いていない人のことは分からないため、需要の重みには使いません。"

    private let report: RunReport

    init(_ report: RunReport) { self.report = report }

    var hasCases: Bool { report.need.themes.contains { $0.cases != nil } }
    var hasFigures: Bool { report.need.themes.contains { $0.figure != nil } }
    var hasPriorities: Bool { report.need.themes.contains { $0.isPriority } }

    /// 問 3-2 支援ケースの分類; empty where it wasn't asked.
    var caseQuestion: String {
        report.need.themes.lazy.compactMap(\.cases).first.map { "問\($0.questionID) \($0.question)" } ?? ""
    }

    var notes: [String] { report.need.notes + (hasCases ? [Self.caseCaveat] : []) }

    /// `1,234.5人`, or a dash where there is no figure.
    static func figure(_ figure: Double?, _ unit: String) -> String {
        guard let figure, figure.isFinite, figure < 1e15 else { return "—" }
        let isWhole = figure.rounded() == figure
        let whole = Int(isWhole ? figure : (figure * 10).rounded() / 10)
        let tenth = isWhole ? 0 : Int((figure * 10).rounded()) % 10
        return NumberWords.grouped(whole) + (tenth > 0 ? ".\(tenth)" : "") + unit
    }
}

extension Need.Basis {
    /// As planners read it.
    var word: String {
        switch self {
        case .given: "表の数値"
        case .split: "市などの数値の割り振り"
        case .estimated: "残りの割り振り"
        case .withheld: "秘匿"
        case .noFigure: "数値なし"
        case .equal: "人口による仮の重さ"
        }
    }
}
