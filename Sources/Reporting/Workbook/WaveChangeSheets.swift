import Model
import Tabular

extension SheetBook.Sheet {
    /// 前回比較: a row for each change of an organisation, a gap or an answer; none without an earlier wave.
    static func waveChanges(_ report: RunReport) -> SheetBook.Sheet? {
        guard let changes = report.changes else { return nil }
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "前回比較", title: "前回比較（\(changes.earlierWave)からの変化）",
                notes: WaveChangeWords(changes).sentences + [WaveChangeWords.gapCaveat],
                columns: [
                    WorkbookColumn("区分", width: 8), WorkbookColumn("変化", width: 24),
                    WorkbookColumn("団体", width: 28), WorkbookColumn("地域", width: 12),
                    WorkbookColumn("活動内容・種類", width: 20), WorkbookColumn("設問", width: 22),
                    WorkbookColumn("前回", width: 30), WorkbookColumn("今回", width: 30),
                    WorkbookColumn("理由・増えた選択肢・減った選択肢", width: 52),
                    WorkbookColumn("今回の行", width: 26), WorkbookColumn("前回の行", width: 26),
                    WorkbookColumn("団体ID", width: 15), WorkbookColumn("地域コード", width: 10),
                ], frozenColumns: 3),
            lines: changes.organizations.map(organizationLine) + gapLines(changes.gaps.changes)
                + changes.answers.changes.map(answerLine))
    }

    private static func place(_ reference: RecordReference?) -> WorkbookCell {
        .words(reference?.location.description(in: .japanese))
    }

    private static func organizationLine(_ change: OrganizationChange) -> Line {
        let note = change.isPlaceWithheld ? "\(FixedWording.withheldLocation)のため、所在地は載せません" : ""
        return Line(
            cells: [
                .text("団体"), .text(change.kind.words), .text(change.name), .blank, .blank, .blank,
                .words(change.before), .words(change.after), .words(note), place(change.reference),
                place(change.earlierReference), .text(change.organizationID), .blank,
            ], styles: [2: CellStyle(.strong)])
    }

    /// By kind of change, then in the order of the cells.
    private static func gapLines(_ changes: [GapChange]) -> [Line] {
        GapChange.Kind.allCases.flatMap { kind in changes.filter { $0.kind == kind }.map(gapLine) }
    }

    private static func gapLine(_ change: GapChange) -> Line {
        Line(
            cells: [
                .text("空白"), .text(change.kind.words), .blank, .text(change.area), .text(change.activity), .blank,
                .words(change.beforeWords), .words(change.afterWords),
                .words(change.reasonWords(), separator: "\n"), .blank, .blank, .blank, .text(change.key.areaCode),
            ], styles: change.kind == .need ? [:] : styles(change))
    }

    private static func styles(_ change: GapChange) -> [Int: CellStyle] {
        var styles: [Int: CellStyle] = [:]
        if let earlier = change.earlier { styles[6] = CellStyle(fill: earlier.fill) }
        if let later = change.later { styles[7] = CellStyle(fill: later.fill) }
        return styles
    }

    private static func answerLine(_ change: AnswerChange) -> Line {
        let parts = [("増えた：", change.added), ("減った：", change.removed)].filter { !$0.1.isEmpty }
        return Line(
            cells: [
                .text("回答"), .text("答えが変わった"), .text(change.name), .blank, .blank,
                .text("問\(change.questionID) \(change.question)"), .words(change.before), .words(change.after),
                .words(parts.map { $0.0 + $0.1.joined(separator: "、") }, separator: "\n"), place(change.reference),
                place(change.earlierReference), .text(change.organizationID), .blank,
            ], styles: [2: CellStyle(.strong)])
    }

    /// 声掛けの見込みと結果: the three groups; none where there was neither a list nor an invitation.
    static func invited(_ report: RunReport) -> SheetBook.Sheet? {
        guard let review = report.changes?.invitations, review.listSize + review.invitedCount > 0 else { return nil }
        let words = InvitationReviewWords(review)
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "声掛けの結果", title: "前回の声掛け候補と、声掛けの結果", notes: words.sentences + [InvitationReviewWords.caveat],
                columns: [
                    WorkbookColumn("区分", width: 28), WorkbookColumn("前回の順", .integer, width: 9),
                    WorkbookColumn("団体", width: 34), WorkbookColumn("声掛けの結果", width: 18),
                    WorkbookColumn("参加団体になった", .boolean, width: 12), WorkbookColumn("声掛け記録の行", width: 30),
                    WorkbookColumn("団体ID", width: 15),
                ], frozenColumns: 3),
            lines: words.groups.flatMap { group in
                group.entries.map { entry in
                    Line(
                        cells: [
                            .text(group.words), .integer(entry.rank), .text(entry.name),
                            .words(entry.outcome?.words), .boolean(entry.hasJoined), place(entry.reference),
                            .text(entry.organizationID),
                        ], styles: [2: CellStyle(.strong)])
                }
            })
    }

    /// 見込みと結果: what those who were listed and invited could fill, by theme; none where nobody was.
    static func promise(_ report: RunReport) -> SheetBook.Sheet? {
        guard let review = report.changes?.invitations, !review.measures.isEmpty else { return nil }
        let words = InvitationReviewWords(review)
        func share(_ need: Double?) -> WorkbookCell {
            .percent(ofShare: need.flatMap { review.openNeed > 0 ? $0 / review.openNeed : nil })
        }
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "見込みと結果", title: "見込みと結果（一覧にあり、声を掛けた団体）",
                notes: words.sentences + [
                    "割合は、前回、参加団体のいなかった欄（地域×活動内容）の需要の合計に対するものです。重みは前回のものです。", InvitationReviewWords.caveat,
                ],
                columns: [
                    WorkbookColumn("活動内容", width: 24), WorkbookColumn("補えるはずの欄", .integer, width: 12),
                    WorkbookColumn("全団体が参加すれば（%）", .percent, width: 13),
                    WorkbookColumn("参加の見込みを入れて（%）", .percent, width: 13),
                    WorkbookColumn("結果：いま届いている欄", .integer, width: 13),
                    WorkbookColumn("結果（%）", .percent, width: 10),
                    WorkbookColumn("ほかの参加団体が届いている欄", .integer, width: 14),
                    WorkbookColumn("同（%）", .percent, width: 10),
                    WorkbookColumn("確かめられない欄", .integer, width: 12),
                ], frozenColumns: 1),
            lines: review.measures.map { measure in
                Line(
                    cells: [
                        .text(InvitationReviewWords.label(measure)), .integer(measure.cells), share(measure.need),
                        share(measure.expectedNeed), .integer(measure.reachedCells), share(measure.reachedNeed),
                        .integer(measure.cellsByOthers), share(measure.needByOthers),
                        .integer(measure.unmeasuredCells),
                    ], styles: measure.themeID == nil ? [0: CellStyle(.strong)] : [:])
            })
    }
}
