import Model
import Tabular

extension SheetBook.Sheet {
    /// まとめ: the numbers that the results rest on, and how many cells are of which kind.
    static func summary(_ presentation: Presentation, _ waiting: [WaitingDecision]) -> SheetBook.Sheet {
        let wave = presentation.report.wave
        let before = headcount(presentation) + shortlistLines(presentation)
        let gaps = [HeatMap.Subject.themes, .supportTypes].map { (subject: $0, lines: gapLines($0, presentation)) }
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "まとめ", title: "\(wave.label)　空白と声掛け候補（\(FixedWording.internalMark)）",
                notes: [
                    "\(wave.municipality.name)　基準日 \(NumberWords.day(wave.asOf))　Tsunagi \(presentation.version)",
                    FixedWording.shortlistCaveat,
                ],
                columns: [
                    WorkbookColumn("区分", width: 30), WorkbookColumn("項目", width: 34),
                    WorkbookColumn("数", .integer, width: 10), WorkbookColumn("説明", width: 70),
                ], hasFilter: false),
            lines: before + gaps.flatMap(\.lines) + waitingLines(waiting) + qualityLines(presentation),
            charts: gaps.enumerated().map { place, gap in
                let start = before.count + gaps.prefix(place).reduce(0) { $0 + $1.lines.count }
                return Chart(
                    kind: .bars, place: .below, title: "空白の種類ごとの欄の数（地域×\(gap.subject.title)）", labelColumn: 1,
                    valueColumn: 2, lines: start..<start + gap.lines.count)
            })
    }

    private static func line(_ group: String, _ item: String, _ count: Int, _ note: String) -> Line {
        Line(cells: [.text(group), .text(item), .integer(count), .words(note)], styles: [2: CellStyle(.strong)])
    }

    private static func headcount(_ presentation: Presentation) -> [Line] {
        let count = Headcount(presentation.report.organizations)
        return [
            line("団体", "団体（重複を除く）", count.organizations, "名簿・回答・PFのいずれかにある団体"),
            line("団体", "調査対象", count.asked, "名簿にある団体"),
            line("団体", "回答", count.answered, "回答のあった団体"),
            line("団体", "回答なし", count.silent, "名簿にあり、届いているはずで、回答のない団体"),
            line("団体", "不達・休止の可能性", count.unreachable, "名簿にあり、調査票が届いていないか休止中かもしれない団体"),
            line("団体", "PF参加団体", count.members, "基準日の参加団体"),
        ]
    }

    private static func shortlistLines(_ presentation: Presentation) -> [Line] {
        let note = ShortlistWords(presentation.report.shortlist).outlook
        return [
            line("声掛け", "声掛け候補", presentation.picks.count, note ?? "空白を新たに補える団体はありません"),
            line(
                "声掛け", "つながりづくりの協力候補", presentation.report.cooperation.count,
                "空白は補わないが、必要性や協力への期待を答えた団体、ほかの団体を助ける団体（順位なし）"),
        ]
    }

    private static func gapLines(_ subject: HeatMap.Subject, _ presentation: Presentation) -> [Line] {
        HeatMap(subject, of: presentation).counts.map { kind, count in
            var line = line("地域×\(subject.title)", "\(kind.sign) \(kind.label)", count, kind.advice)
            line.styles[1] = CellStyle(fill: kind.fill)
            return line
        }
    }

    private static func waitingLines(_ waiting: [WaitingDecision]) -> [Line] {
        WaitingDecision.Kind.allCases.map { kind in
            line("確認", kind.title, waiting.count { $0.kind == kind }, "\(kind.path) の「判定」に記入してください")
        }
    }

    private static func qualityLines(_ presentation: Presentation) -> [Line] {
        Severity.allCases.reversed().map { severity in
            line(
                "データの質", severity.word, presentation.findings.count { $0.severity == severity },
                severity == .error ? "使えなかった値" : severity == .warning ? "確かめたい値" : "参考")
        }
    }
}
