import Foundation
import Model
import Reporting
import TestSupport
import Testing

/// Each machine-readable file as a whole, compared with a recorded one.
///
/// `TSUNAGI_RECORD=1 swift test --filter GoldenTableTests` records them anew; look at the difference.
@Suite struct GoldenTableTests {
    static let paths = [
        "organizations.csv", "links.csv", "themes.csv", "support_types.csv", "coded_texts.csv", "tabulation.csv",
        "response.csv",
        "need.csv", "coverage.csv", "followup.csv", "sensitivity.csv",
        "changes.csv", "invitation_review.csv", "tabulation_change.csv",
        "shortlist.csv", "cooperation.csv", "findings.csv", "shortlist_summary.json", "public/members.csv",
        "coverage.geojson", "directory/directory.csv", "public/directory.csv", "public/hsds.json",
    ]

    @Test(arguments: paths) func tableIsAsRecorded(path: String) throws {
        try expectRecorded(try WrittenEditions().bytes(path), path)
    }

    /// As text: a row of the sheet is a line, its cells stand between tabs, a line break in a cell is `⏎`.
    @Test(arguments: [
        LinkReview.path, AddressReview.path, AreaReview.path, PairReview.path, ThemeReview.path,
    ]) func reviewFileIsAsRecorded(path: String)
        throws
    {
        let rows = try WrittenEditions().numberedRows(path).map { row in
            "\(row.number)\t" + row.cells.joined(separator: "\t").replacing("\n", with: "⏎") + "\n"
        }
        try expectRecorded(Array(rows.joined().utf8), path + ".txt")
    }

    private func expectRecorded(_ bytes: [UInt8], _ path: String) throws {
        let golden = RepositoryFolder.golden.appending(path: "reporting").appending(path: path)
        if ProcessInfo.processInfo.environment["TSUNAGI_RECORD"] != nil {
            try FileManager.default.createDirectory(
                at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: golden)
        }
        let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
        #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\n") == expected.split(separator: "\n"))
        #expect(bytes == Array(expected.utf8))
    }

    @Test func messagesComeInTheLanguageAskedFor() throws {
        let english = try WrittenEditions(language: .english).text("findings.csv")
        #expect(english.contains("is none of the choices"))
        #expect(english.hasPrefix("severity,source_file,source_sheet,source_row,column,code,message,value\n"))
    }
}
