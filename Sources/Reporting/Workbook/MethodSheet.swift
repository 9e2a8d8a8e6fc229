import Model
import Tabular

extension SheetBook.Sheet {
    /// 方法: what is not in the results, what they rest on, which files were read.
    static func method(_ presentation: Presentation) -> SheetBook.Sheet {
        let report = presentation.report
        let lines =
            MethodWords(presentation).limits.map { methodLine("結果に入っていないこと", $0) }
            + report.assumptions.map { methodLine("前提", $0) }
            + shortlistLines(ShortlistWords(report.shortlist))
            + GapKind.allCases.map { kind in
                var line = methodLine("記号の意味", "\(kind.sign) \(kind.label)：\(kind.advice)")
                line.styles[1] = CellStyle(fill: kind.fill)
                return line
            }
            + report.sources.map { methodLine("読み込んだファイル", sourceWords($0)) }
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "方法", title: "方法と注意", notes: [FixedWording.shortlistCaveat],
                columns: [WorkbookColumn("区分", width: 24), WorkbookColumn("内容", width: 110)], hasFilter: false),
            lines: lines)
    }

    private static func shortlistLines(_ words: ShortlistWords) -> [Line] {
        words.constraints.map { methodLine("声掛け候補の条件", $0) }
            + (words.joining + [words.stability].compactMap { $0 }).map { methodLine("声掛け候補", $0) }
            + words.makeUp.map { methodLine("声掛け候補の内訳", "\($0.title)：\($0.parts.joined(separator: "、"))") }
    }

    private static func methodLine(_ group: String, _ text: String) -> Line {
        Line(cells: [.text(group), .text(text)])
    }

    private static func sourceWords(_ source: SourceSummary) -> String {
        [
            source.file + (source.sheet.map { "［\($0)］" } ?? ""), source.role.word, "\(source.recordCount)行",
            source.purpose.isEmpty ? "" : "利用目的：\(source.purpose)",
            source.retainUntil.map { "保存期限：\(NumberWords.day($0))" } ?? "",
            source.contacts == .noneHeld ? "" : "連絡先：\(source.contacts.word)", "SHA-256：\(source.sha256)",
        ].filter { !$0.isEmpty }.joined(separator: "、")
    }
}
