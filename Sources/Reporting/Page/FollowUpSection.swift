import Model

/// 聞き取り・督促候補: by the section that knows them.
struct FollowUpSection {
    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var value: PageValue {
        [
            "isEmpty": .flag(presentation.followUps.isEmpty),
            "explanation": .text(explanation),
            "sections": .list(presentation.report.followUpSections.map(line)),
        ]
    }

    private var explanation: String {
        func unknown(pairs: Bool) -> Int {
            presentation.report.coverage.count {
                $0.key.themeID != nil && ($0.key.supportTypeID != nil) == pairs
                    && ($0.gap == .unknown || $0.gap == .absent)
            }
        }
        let cells =
            "担い手を把握していないマスは、地域×活動内容に\(NumberWords.grouped(unknown(pairs: false)))、"
            + "活動の種類まで分けると\(NumberWords.grouped(unknown(pairs: true)))あります。"
        return cells
            + "空白と呼ぶ前に、回答のない\(NumberWords.grouped(presentation.followUps.count))団体のうち、"
            + "回答があれば担い手が分かると見込まれる需要の大きい団体から聞いてください。"
            + "見込みは種類と所在の地域が同じ団体の回答から推し量ったもので、団体の評価ではありません。"
    }

    private static let shown = 5

    private func line(_ section: FollowUp.Section) -> PageValue {
        let entries = presentation.followUps.filter { $0.section == section.name }
        let more = entries.count > Self.shown ? " ほか" : ""
        return [
            "section": .text(section.name.isEmpty ? "（把握課の記載なし）" : section.name),
            "count": .text(NumberWords.grouped(section.count)),
            "share": .text(Self.words(section.shareOfUnknown)),
            "pairShare": .text(Self.words(section.shareOfUnknownPairs)),
            "names": .text(entries.prefix(Self.shown).map(\.name).joined(separator: "、") + more),
        ]
    }

    private static func words(_ share: Double?) -> String { share.map { NumberWords.percent(ofShare: $0) } ?? "—" }
}
