import Model

/// 決めること: what waits for a decision, with where to read on, and the numbers that the results rest on.
struct DecisionsSection {
    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var value: PageValue {
        [
            "decisions": .list(decisions), "figures": .list(figures), "hasChanges": .flag(!changes.isEmpty),
            "changes": .texts(changes),
        ]
    }

    private var changes: [String] { presentation.report.changes.map { WaveChangeWords($0).sentences } ?? [] }

    private var decisions: [PageValue] {
        [invitations] + [cooperation].compactMap { $0 } + gapDecisions
            + [doubtfulPairs, doubtfulAddresses, openTexts, errors].compactMap { $0 }
    }

    private var invitations: PageValue {
        guard !presentation.picks.isEmpty else {
            return decision("声掛け候補はありません", "参加していない団体のうち、空白を新たに補えるものは見つかりませんでした。", "shortlist")
        }
        let words = ShortlistWords(presentation.report.shortlist)
        let detail = ([words.outlook].compactMap { $0 } + words.remarks).joined()
        return decision("声掛け候補\(presentation.picks.count)団体に声を掛けるか", detail, "shortlist")
    }

    private var cooperation: PageValue? {
        let count = presentation.report.cooperation.count
        guard count > 0 else { return nil }
        return decision(
            "つながりづくりの協力候補\(count)団体に話を聞くか", "空白は補わないが、必要性や協力への期待を答えた団体などです。順位はありません。",
            "cooperation")
    }

    private var gapDecisions: [PageValue] {
        let counts = HeatMap(.themes, of: presentation).counts
        return [GapKind.checkMember, .unknown, .absent].compactMap { kind in
            guard let count = counts.first(where: { $0.kind == kind })?.count else { return nil }
            return decision("\(kind.label)：\(count)マス（地域×活動内容）", kind.advice, "gaps")
        }
    }

    private var doubtfulPairs: PageValue? {
        let count = presentation.doubtfulLinks.count
        guard count > 0 else { return nil }
        return decision(
            "同じ団体かもしれない組：\(count)組", "review/links.xlsx の「判定」に記入すると、次の実行で反映されます。", "quality")
    }

    private var doubtfulAddresses: PageValue? {
        let count = presentation.doubtfulAddresses.count
        guard count > 0 else { return nil }
        return decision(
            "場所を確かめる所在地：\(count)件", "\(AddressReview.path) の「判定」に記入すると、次の実行で反映されます。", "quality")
    }

    private var openTexts: PageValue? {
        let count = presentation.report.reviewedTexts.count { $0.state == .open }
        guard count > 0 else { return nil }
        return decision(
            "分類を確かめる自由記述：\(count)件", "\(ThemeReview.path) の「判定」に記入すると、次の実行で反映されます。", "quality")
    }

    private var errors: PageValue? {
        let count = presentation.findings.count { $0.severity == .error }
        guard count > 0 else { return nil }
        return decision("使えなかった値：\(count)件", "元のファイルを直すか、このままでよいかを確かめてください。", "quality")
    }

    private func decision(_ heading: String, _ detail: String, _ anchor: String) -> PageValue {
        ["heading": .text(heading), "detail": .text(detail), "anchor": .text(anchor)]
    }

    private var figures: [PageValue] {
        let count = Headcount(presentation.report.organizations)
        return [
            figure("団体（重複を除く）", count.organizations, "名簿・回答・PFのいずれかにある団体"),
            figure("調査対象", count.asked, "名簿にある団体"),
            figure("回答", count.answered, "回答のあった団体"),
            figure("PF参加団体", count.members, "基準日の参加団体"),
            figure("声掛け候補", presentation.picks.count, "空白を最も補う組合せ"),
        ]
    }

    private func figure(_ label: String, _ count: Int, _ note: String) -> PageValue {
        ["label": .text(label), "count": .number(count), "note": .text(note)]
    }
}
