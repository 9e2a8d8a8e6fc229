import Model

/// Something in the review workbooks that nobody has decided yet: to be read elsewhere, and decided there.
struct WaitingDecision {
    enum Kind: CaseIterable {
        case link, address, area, text, pair

        var words: String {
            switch self {
            case .link: "同じ団体か"
            case .address: "所在地"
            case .area: "活動の範囲"
            case .text: "自由記述の分類"
            case .pair: "活動の組合せ（任意）"
            }
        }

        var title: String {
            switch self {
            case .link: LinkReview.title
            case .address: AddressReview.title
            case .area: AreaReview.title
            case .text: "分類を確かめる自由記述"
            case .pair: PairReview.title + "（任意）"
            }
        }

        /// The workbook in which it is decided.
        var path: String {
            switch self {
            case .link: LinkReview.path
            case .address: AddressReview.path
            case .area: AreaReview.path
            case .text: ThemeReview.path
            case .pair: PairReview.path
            }
        }

        private var headerRow: Int {
            switch self {
            case .link: LinkReview.headerRow
            case .address: AddressReview.headerRow
            case .area: AreaReview.headerRow
            case .text: ThemeReview.headerRow
            case .pair: PairReview.headerRow
            }
        }

        /// As a spreadsheet numbers it, as long as nobody has sorted the workbook.
        fileprivate func row(_ place: Int) -> Int { headerRow + 1 + place }
    }

    let kind: Kind
    /// What it is about.
    let subject: String
    let question: String
    /// How it counts as long as nobody decides.
    let untilThen: String
    /// Row of the workbook.
    let row: Int
    /// Rows of the sources.
    let places: String

    /// In the order of the kinds, then of the workbooks.
    static func all(_ presentation: Presentation) -> [WaitingDecision] {
        Kind.allCases.flatMap { all($0, presentation) }
    }

    private static func all(_ kind: Kind, _ presentation: Presentation) -> [WaitingDecision] {
        let (report, labels) = (presentation.report, presentation.labels)
        switch kind {
        case .link: return presentation.doubtfulLinks.enumerated().map { link($1, kind.row($0)) }
        case .address: return presentation.doubtfulAddresses.enumerated().map { address($1, kind.row($0)) }
        case .area: return report.doubtfulAreas.enumerated().map { area($1, kind.row($0), labels) }
        case .text:
            return report.reviewedTexts.enumerated().filter { $1.state == .open }
                .map { text($1, kind.row($0), report.vocabulary) }
        case .pair: return report.openPairs.enumerated().map { pair($1, kind.row($0), labels) }
        }
    }

    private static func link(_ link: DoubtfulLink, _ row: Int) -> WaitingDecision {
        WaitingDecision(
            kind: .link, subject: "\(link.a.name)\n\(link.b.name)",
            question: "同じ団体か（見込み \(NumberWords.percent(ofShare: link.probability))）", untilThen: "別の団体として数えています",
            row: row,
            places: places([link.a.reference, link.b.reference]))
    }

    private static func address(_ address: DoubtfulAddress, _ row: Int) -> WaitingDecision {
        let read = address.municipality + address.town
        return WaitingDecision(
            kind: .address, subject: "\(address.address)（\(names(address.mentions))）",
            question: address.reasonInWords, untilThen: read.isEmpty ? "場所は分からないままです" : "読み取った所：\(read)", row: row,
            places: places(address.mentions.map(\.reference)))
    }

    private static func area(_ area: DoubtfulArea, _ row: Int, _ labels: LabelBook) -> WaitingDecision {
        let stated = [area.choice, area.text].filter { !$0.isEmpty }.joined(separator: "：")
        let areas = area.codes.map(labels.area).joined(separator: "、")
        return WaitingDecision(
            kind: .area, subject: area.name + (stated.isEmpty ? "" : "「\(stated)」"), question: area.reasonInWords,
            untilThen: areas.isEmpty ? "どの地域にも数えていません" : "数えている地域：\(areas)", row: row, places: places([area.reference]))
    }

    private static func text(_ text: ReviewedText, _ row: Int, _ vocabulary: Taxonomy) -> WaitingDecision {
        let guesses = text.coding.guesses.map { vocabulary.label(text.subject, $0.id) }.joined(separator: "、")
        return WaitingDecision(
            kind: .text, subject: "「\(text.text)」（\(names(text.mentions))）",
            question: "どの\(ThemeReview.word(text.subject))か" + (guesses.isEmpty ? "" : "（候補：\(guesses)）"),
            untilThen: "分類を付けていません", row: row, places: places(text.mentions.map(\.reference)))
    }

    private static func pair(_ pairs: OpenPairs, _ row: Int, _ labels: LabelBook) -> WaitingDecision {
        WaitingDecision(
            kind: .pair, subject: "\(pairs.name)「\(labels.theme(pairs.themeID))」",
            question: "どの種類の活動をしているか：" + pairs.supportTypeIDs.map(labels.supportType).joined(separator: "、"),
            untilThen: "どの組合せもしているものとして数えています", row: row, places: places([pairs.reference]))
    }

    private static func names(_ mentions: [RecordMention]) -> String {
        Listing.first(mentions.map(\.name), unit: "団体", separator: "、")
    }

    private static func places(_ references: [RecordReference]) -> String {
        Listing.first(references.map { $0.location.description(in: .japanese) }, unit: "行")
    }
}
