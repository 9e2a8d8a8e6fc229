import Model
import Tabular

extension SheetBook.Sheet {
    /// 集計: a row for each question and option.
    static func tabulation(_ report: RunReport) -> SheetBook.Sheet {
        let words = WeightingWords(report)
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "集計", title: "集計",
                notes: [
                    "n はその設問の対象となった団体の数で、割合の分母です。無回答も含みます。割合は、回答した団体の中での割合です。",
                    "仮定なしの下限・上限：\(words.boundsMeaning)（全員に尋ねた設問だけ）。",
                    "補正後の下限・上限：\(words.assumption)（95%）。",
                ] + words.sentences,
                columns: [
                    WorkbookColumn("設問", width: 10), WorkbookColumn("設問文", width: 40),
                    WorkbookColumn("選択肢", width: 40), WorkbookColumn("団体数", .integer, width: 9),
                    WorkbookColumn("n", .integer, width: 9), WorkbookColumn("うち回答", .integer, width: 9),
                    WorkbookColumn("無回答", .integer, width: 9),
                    WorkbookColumn("割合（%）", .percent, width: 14, fullBar: 100),
                    WorkbookColumn("仮定なしの下限（%）", .percent, width: 11),
                    WorkbookColumn("仮定なしの上限（%）", .percent, width: 11),
                    WorkbookColumn("補正後（%）", .percent, width: 9), WorkbookColumn("補正後の下限（%）", .percent, width: 11),
                    WorkbookColumn("補正後の上限（%）", .percent, width: 11),
                ], frozenColumns: 3),
            lines: report.tables.rows.map { row in
                Line(cells: [
                    .words(row.isResponse ? nil : row.questionID), .text(row.question), .text(row.option),
                    .integer(row.count),
                    .integer(row.base), .integer(row.answered), .integer(row.base - row.answered),
                    .number(row.sharePercent), .number(row.bounds?.low), .number(row.bounds?.high),
                    .number(row.weighted?.percent), .number(row.weighted?.interval.low),
                    .number(row.weighted?.interval.high),
                ])
            })
    }

    /// 回収の状況: a row for each part of those who were asked.
    static func response(_ report: RunReport) -> SheetBook.Sheet {
        let words = WeightingWords(report)
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "回収", title: "回収の状況",
                notes: ["返戻・休止は、回答がなく、備考から調査票が届いていないか休止中とみられる団体です。調査対象に含みます。"],
                columns: [
                    WorkbookColumn("区分", width: 18), WorkbookColumn("内訳", width: 28),
                    WorkbookColumn("調査対象", .integer, width: 10), WorkbookColumn("回答", .integer, width: 9),
                    WorkbookColumn("返戻・休止", .integer, width: 10),
                    WorkbookColumn("回収率（%）", .percent, width: 16, fullBar: 100),
                ], frozenColumns: 2),
            lines: report.tables.responses.map { row in
                Line(cells: [
                    .text(words.label(of: row.dimension)), .text(row.words), .integer(row.asked),
                    .integer(row.answered), .integer(row.unreachable), .number(row.ratePercent),
                ])
            })
    }

    /// 団体一覧: a row for each organisation.
    static func organizations(_ presentation: Presentation) -> SheetBook.Sheet {
        SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "団体一覧", title: "団体一覧",
                notes: ["所在地を秘匿する団体は「\(FixedWording.withheldLocation)」とだけ記します。この一覧は\(FixedWording.internalMark)です。"],
                columns: [
                    WorkbookColumn("団体名", width: 30), WorkbookColumn("団体の種類", width: 12),
                    WorkbookColumn("PF参加", .boolean), WorkbookColumn("回答", .boolean),
                    WorkbookColumn("最後の回答", width: 14),
                    WorkbookColumn("名簿", .boolean), WorkbookColumn("所在地", width: 28),
                    WorkbookColumn("所在", width: 18), WorkbookColumn("活動内容", width: 28),
                    WorkbookColumn("活動の種類", width: 22), WorkbookColumn("活動の範囲", width: 20),
                    WorkbookColumn("公開可", .boolean), WorkbookColumn("把握課", width: 14),
                    WorkbookColumn("団体ID", width: 16),
                ], frozenColumns: 1),
            lines: presentation.report.organizations.lazy.map { organizationLine($0, presentation.serviceAreas) })
    }

    private static func organizationLine(_ profile: OrganizationProfile, _ areas: ServiceAreaWords) -> Line {
        let organization = profile.organization
        let location = DisclosedLocation(organization)
        let muted = CellStyle(.muted)
        return Line(
            cells: [
                .text(organization.name), .words(profile.organizationTypeLabel ?? profile.legalFormLabel),
                .boolean(organization.isMember), .boolean(organization.hasResponded),
                .words(AnswerAge.words(organization)),
                .boolean(organization.isInFrame), .words(location.addressInWords), .words(location.townInWords),
                .words(profile.themes.map(\.label)), .words(profile.supportTypes.map(\.label)),
                .text(areas.words(for: organization.serviceArea)), .boolean(organization.mayBeNamedInPublic),
                .words(organization.section), .text(organization.id),
            ], styles: location.isWithheld ? [6: muted, 7: muted] : [:])
    }

    /// データの質: every finding.
    static func quality(_ findings: [Finding]) -> SheetBook.Sheet {
        SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "データの質", title: "データの質", notes: ["行はスプレッドシートに表示される番号です。"],
                columns: [
                    WorkbookColumn("重さ", width: 8), WorkbookColumn("種類", width: 22),
                    WorkbookColumn("ファイル", width: 28), WorkbookColumn("シート", width: 12),
                    WorkbookColumn("行", .integer, width: 8), WorkbookColumn("列", width: 26),
                    WorkbookColumn("内容", width: 64), WorkbookColumn("値", width: 30),
                ]),
            lines: findings.lazy.map(findingLine))
    }

    private static func findingLine(_ finding: Finding) -> Line {
        let (problem, location) = (finding.problem, finding.problem.location)
        return Line(
            cells: [
                .text(finding.severity.word), .text(problem.code.rawValue), .text(location.file),
                .words(location.sheet), .integer(location.row), .words(location.column),
                .text(problem.sentence(in: .japanese)), .words(problem.found),
            ], styles: [0: CellStyle(fill: finding.severity.fill)])
    }
}

extension Severity {
    fileprivate var fill: CellStyle.Fill {
        switch self {
        case .info: .none
        case .warning: .attention
        case .error: .alarm
        }
    }
}
