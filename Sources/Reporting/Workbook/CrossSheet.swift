import Model
import Tabular

extension SheetBook.Sheet {
    /// Below so many a share says little of others.
    private static let fewest = 10

    /// クロス集計: each question by who answered it; none where no question tells who they are.
    static func crossTable(_ report: RunReport) -> SheetBook.Sheet? {
        let table = CrossTable(report.tables)
        guard !table.columns.isEmpty else { return nil }
        let byID = Set(table.columns.map(\.questionID)).sorted().joined(separator: " --by ")
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "クロス集計", title: "クロス集計（割合（%）。灰色の行は n）",
                notes: [
                    "n は、その列の団体のうち、その設問の対象となった団体の数で、割合の分母です。無回答も含みます。複数回答の設問の列では、一つの団体が二つ以上の列に入ります。",
                    "n が\(fewest)に満たない割合は、灰色の字です。一団体で10ポイント以上動くので、割合としては読まないでください。",
                    "団体の数や、ほかの設問との集計は、tsunagi tabulate 調査のフォルダ --by \(byID) で CSV にできます。",
                ],
                columns: [
                    WorkbookColumn("設問", width: 8), WorkbookColumn("設問文", width: 26), WorkbookColumn("選択肢", width: 30),
                    WorkbookColumn("全体", .percent, width: 8),
                ] + table.columns.map { WorkbookColumn($0.title, .percent, width: 11) }, frozenColumns: 3),
            lines: table.blocks.flatMap { block in [baseLine(block)] + block.lines.map { line(block, $0) } })
    }

    private static func baseLine(_ block: CrossTable.Block) -> Line {
        let first = block.lines.first
        let bases = [first?.all.base] + (first?.cells.map { $0?.base } ?? [])
        let cells: [WorkbookCell] = [.text(block.questionID), .text(block.question), .text("n")]
        let style = CellStyle(.strong, fill: .grey)
        return Line(
            cells: cells + bases.map { .integer($0) },
            styles: Dictionary(uniqueKeysWithValues: (0..<cells.count + bases.count).map { ($0, style) }))
    }

    private static func line(_ block: CrossTable.Block, _ line: CrossTable.Line) -> Line {
        let shares = [line.all] + line.cells
        let cells: [WorkbookCell] = [.text(block.questionID), .text(block.question), .text(line.option)]
        var styles: [Int: CellStyle] = [:]
        for (place, share) in shares.enumerated() where (share?.base ?? 0) < fewest {
            styles[cells.count + place] = CellStyle(.muted)
        }
        return Line(cells: cells + shares.map { .number($0?.percent) }, styles: styles)
    }
}
