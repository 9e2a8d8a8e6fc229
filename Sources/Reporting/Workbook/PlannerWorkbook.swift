import Model
import Tabular

extension SheetBook {
    /// `planner.xlsx`: the results for people who work in spreadsheets.
    static func planner(_ presentation: Presentation) -> SheetBook {
        let waiting = WaitingDecision.all(presentation)
        let tables: [SheetBook.Sheet?] = [
            .curve(presentation.report.shortlist), .needByTheme(presentation), .need(presentation),
            .reach(presentation),
            .waveChanges(presentation.report), .invited(presentation.report), .promise(presentation.report),
            .tabulation(presentation.report), .crossTable(presentation.report), .changes(presentation.report),
            .response(presentation.report),
        ]
        return SheetBook(
            path: LedgerReview.path, created: presentation.report.wave.asOf,
            sheets: [
                .summary(presentation, waiting), .shortlist(presentation), .pickDetails(presentation),
                .cooperation(presentation), .gaps(presentation), .followUps(presentation),
                .heatMap(HeatMap(.themes, of: presentation), name: "空白表（活動内容）"),
                .heatMap(HeatMap(.supportTypes, of: presentation), name: "空白表（活動の種類）"),
                .sensitivity(presentation.report),
            ] + tables.compactMap { $0 } + [
                .organizations(presentation), .waiting(waiting), .quality(presentation.findings),
                .method(presentation),
            ])
    }
}
