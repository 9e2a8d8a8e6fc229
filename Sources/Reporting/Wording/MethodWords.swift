import Model

/// What the results leave out, in sentences that stand in the page and in the workbook.
struct MethodWords {
    private let count: Headcount

    init(_ presentation: Presentation) { count = Headcount(presentation.report.organizations) }

    var limits: [String] {
        [
            "調査対象名簿にない担い手は入っていません。市役所・学校などの公的な窓口や、介護・障害福祉サービスの事業者は、名簿にあるものを除き、数えていません。",
            "調査対象\(NumberWords.grouped(count.asked))団体のうち\(NumberWords.grouped(count.silent))団体は回答がありません。"
                + unreachable + "空白のマスでも、回答のない団体が担っていることがあります。",
            "団体の数は、支援の量や質、対応できる人数を表しません。",
        ]
    }

    private var unreachable: String {
        count.unreachable > 0
            ? "ほかに\(NumberWords.grouped(count.unreachable))団体は調査票が届いていないか、休止中かもしれません。" : ""
    }
}
