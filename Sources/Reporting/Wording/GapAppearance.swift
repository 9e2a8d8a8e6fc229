import Model
import Tabular

/// How a kind of gap is shown: by a sign and a word as well as by its colour, which print and eyes may lose.
extension GapKind {
    /// One character that tells the kinds apart without colour.
    var sign: String {
        switch self {
        case .covered: "◎"
        case .thin: "○"
        case .recruitable: "△"
        case .checkMember: "！"
        case .unknown: "？"
        case .absent: "×"
        }
    }

    /// Short enough for a cell of a table.
    var word: String {
        switch self {
        case .covered: "2団体以上"
        case .thin: "1団体のみ"
        case .recruitable: "PF外にあり"
        case .checkMember: "要確認"
        case .unknown: "未把握"
        case .absent: "確認できず"
        }
    }

    /// What the planner can do about it.
    var advice: String {
        switch self {
        case .covered: "参加団体が2つ以上あります。対応できる量までは分かりません。"
        case .thin: "その団体が抜けると空白になります。二つ目の担い手を検討してください。"
        case .recruitable: "声を掛ければ補えます。声掛け候補の対象です。"
        case .checkMember: "設問に答えていない参加団体があります。参加団体に活動内容を確かめてください。"
        case .unknown: "回答のない団体が担っているかもしれません。聞き取りや督促で確かめてください。"
        case .absent: "調査では担い手が見つかりません。新しい担い手づくりや市の事業を検討してください。"
        }
    }

    /// Class name in the style sheet.
    var styleName: String { "gap-" + rawValue.replacing("_", with: "-") }

    /// How a cell of a sheet is filled; the sign and the word stand in it as well.
    var fill: CellStyle.Fill {
        switch self {
        case .covered: .calm
        case .thin: .none
        case .recruitable: .attention
        case .checkMember: .input
        case .unknown: .grey
        case .absent: .alarm
        }
    }
}

extension Severity {
    var word: String { label(in: .japanese) }
}

extension Role {
    var word: String { label(in: .japanese) }
}
