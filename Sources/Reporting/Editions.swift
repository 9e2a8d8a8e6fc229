public import Foundation
public import Model

/// Everything that a run leaves behind for people and other systems, except the register and the manifest.
///
/// The same report gives the same bytes. Nothing is computed here: what is written stands in the report.
public struct Editions: Sendable {
    private let report: RunReport
    private let version: String
    private let language: Language

    /// - Parameters:
    ///   - version: of Tsunagi, as the page and the workbook name it.
    ///   - language: of the messages in `findings.csv`; the other editions are Japanese, as their readers are.
    public init(report: RunReport, version: String, language: Language = .japanese) {
        self.report = report
        self.version = version
        self.language = language
    }

    /// Whether a file is of the directory, which writes addresses and numbers in other forms than the lists have them.
    public static func isDirectory(_ path: String) -> Bool {
        MemberDirectory.Edition.allCases.contains { edition in
            [MemberDirectory.tableName, HSDSDocument.name].contains { path == edition.folder + $0 }
        }
    }

    /// Writes all files below `folder`, which has to be there; makes subfolders.
    ///
    /// Files are readable for their owner alone (0600, folders 0700), those of `public/` for everybody (0644, 0755).
    /// - Returns: the files in the order in which they were written.
    /// - Throws: `StageError` with the path of the file that could not be written.
    public func write(to folder: URL) throws(StageError) -> [WrittenFile] {
        let presentation = Presentation(report, version: version)
        var output = OutputFolder(folder)
        try writeTables(of: presentation, to: &output)
        try writePages(of: presentation, to: &output)
        try output.write(.planner(presentation))
        try output.write(.linkReview(presentation))
        try output.write(.addressReview(presentation))
        try output.write(.areaReview(presentation))
        try output.write(.pairReview(presentation))
        try output.write(.themeReview(presentation))
        return output.written
    }

    private func writeTables(of presentation: Presentation, to output: inout OutputFolder) throws(StageError) {
        let tables: [DelimitedTable] =
            [
                .organizations(report), .links(report), .themes(report), .supportTypes(report),
                .codedTexts(report), .tabulation(report.tables.rows), .response(report),
                .need(report, labels: presentation.labels), .coverage(report, labels: presentation.labels),
                .sensitivity(report), .followUps(presentation),
                .shortlist(presentation.picks), .cooperation(presentation),
                .findings(presentation.findings, in: language),
            ]
            + [
                .aliases(report), .waveChanges(report), .invitationReview(report), .changes(report),
                .reach(report, labels: presentation.labels), .reachPoints(report, labels: presentation.labels),
            ].compactMap { $0 }
        for table in tables { try output.write(table) }
        try output.write(ShortlistSummary(report.shortlist).bytes, to: ShortlistSummary.path)
        let map = CoverageMap(presentation)
        try output.write(map.bytes, to: CoverageMap.path, rowCount: map.featureCount)
    }

    private func writePages(of presentation: Presentation, to output: inout OutputFolder) throws(StageError) {
        let renderer = try PageRenderer()
        try output.write(try renderer.render("report", ReportPage(presentation).value), to: ReportPage.path)
        let meeting = MeetingPage(presentation)
        try output.write(try renderer.render("meeting", meeting.value), to: MeetingPage.path)
        try output.write(try renderer.render("summary", meeting.summary), to: MeetingPage.summaryPath)
        try output.write(
            try renderer.render("request_letter", RequestLetters(presentation).value), to: RequestLetters.path)
        let members = PublicMembers(presentation)
        try output.write(members.table)
        try output.write(
            try renderer.render("public", PublicPage(presentation, members: members).value), to: PublicPage.path)
        for edition in MemberDirectory.Edition.allCases {
            let directory = MemberDirectory(edition, presentation)
            try output.write(.directory(directory, report.wave))
            for order in DirectoryPage.Order.allCases {
                let page = DirectoryPage(order, of: directory, report)
                try output.write(try renderer.render("directory", page.value), to: page.path)
            }
            let exchange = HSDSDocument(directory, report.wave)
            try output.write(exchange.bytes, to: exchange.path)
        }
    }
}
