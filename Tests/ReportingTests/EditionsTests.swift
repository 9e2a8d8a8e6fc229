import Foundation
import Model
import Reporting
import TestSupport
import Testing

@Suite struct EditionsTests {
    @Test func everyFileIsThereWithItsRowCount() throws {
        let editions = try WrittenEditions()
        let counts = Dictionary(uniqueKeysWithValues: editions.files.map { ($0.path, $0.rowCount) })
        #expect(
            counts == [
                "organizations.csv": 5, "links.csv": 5, "themes.csv": 4, "support_types.csv": 3, "tabulation.csv": 2,
                "response.csv": 2,
                "need.csv": 4, "coverage.csv": 9, "followup.csv": 3, "sensitivity.csv": 12, "shortlist.csv": 2,
                "cooperation.csv": 2, "changes.csv": 16, "invitation_review.csv": 2, "tabulation_change.csv": 1,
                "findings.csv": 4,
                "shortlist_summary.json": nil,
                "report.html": nil, "request_letter.md": nil, "meeting/index.html": nil, "meeting/summary.html": nil,
                "public/members.csv": 2,
                "public/index.html": nil, "coverage.geojson": 2,
                "directory/directory.csv": 2, "directory/by_theme.html": nil, "directory/by_ward.html": nil,
                "directory/hsds.json": nil, "public/directory.csv": 2, "public/by_theme.html": nil,
                "public/by_ward.html": nil, "public/hsds.json": nil,
                "planner.xlsx": counts["planner.xlsx"] ?? nil, "review/links.xlsx": 2,
                "review/addresses.xlsx": 4, "review/areas.xlsx": 2, "review/pairs.xlsx": 2, "review/themes.xlsx": 9,
                "coded_texts.csv": 5,
            ])
        for file in editions.files where file.path.hasSuffix(".csv") {
            #expect(try editions.rows(file.path).count == (file.rowCount ?? 0) + 1, "\(file.path)")
        }
        #expect(editions.files.allSatisfy { $0.problems.isEmpty })
    }

    @Test func nothingElseIsInTheFolder() throws {
        let editions = try WrittenEditions()
        let found = try FileManager.default.subpathsOfDirectory(atPath: editions.folder.url.path)
        let folders: Set = ["directory", "meeting", "public", "review"]
        #expect(Set(found) == Set(editions.files.map(\.path)).union(folders))
    }

    @Test func internalFilesAreForTheirOwnerAlone() throws {
        let editions = try WrittenEditions()
        for file in editions.files {
            #expect(try editions.mode(file.path) == (file.path.hasPrefix("public/") ? 0o644 : 0o600), "\(file.path)")
        }
        #expect(try editions.mode("public") == 0o755)
        #expect(try editions.mode("review") == 0o700)
        #expect(try editions.mode("directory") == 0o700)
        #expect(try editions.mode("meeting") == 0o700)
    }

    @Test func theSameReportGivesTheSameBytes() throws {
        let (first, second) = (try WrittenEditions(), try WrittenEditions())
        #expect(first.files == second.files)
        for file in first.files { #expect(try first.bytes(file.path) == second.bytes(file.path), "\(file.path)") }
    }

    @Test func aFolderThatIsNotThereIsReportedWithTheFile() throws {
        let folder = try ScratchFolder()
        let error = #expect(throws: StageError.self) {
            _ = try Editions(report: TestReport.make(), version: "1").write(to: folder.url.appending(path: "none"))
        }
        let problem = try #require(error?.problems.first)
        #expect(problem.code == .outputUnwritable)
        #expect(problem.location.file == "organizations.csv")
        #expect(!problem.found.isEmpty)
    }

    @Test func anEmptyReportIsWrittenToo() throws {
        let full = TestReport.make()
        let empty = RunReport(
            wave: full.wave, taxonomy: Taxonomy(themes: [], supportTypes: []), areas: [], organizations: [], links: [],
            tables: SurveyTables(rows: [], responses: [], weighting: nil), coverage: [],
            shortlist: ExplainedShortlist(
                shortlist: Shortlist(candidates: [], objective: 0, upperBound: 0, method: "貪欲法", size: 5), picks: [],
                preset: .balance),
            findings: [], doubtfulLinks: [], sources: [], assumptions: [])
        let editions = try WrittenEditions(empty)
        #expect(try editions.text("report.html").contains("候補はありません"))
        #expect(try editions.text("organizations.csv").split(separator: "\n").count == 1)
    }
}
