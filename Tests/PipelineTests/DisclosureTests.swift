import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite("What may leave the city hall")
struct DisclosureTests {
    @Test("nothing personal or internal is in what others may see")
    func publicEdition() throws {
        let wave = try MarkedWave()
        try wave.run()
        for edition in ["public", "directory"] {
            let folder = wave.output.appending(path: edition)
            var all = ""
            for path in try folder.contents().keys {
                let text = try folder.appending(path: path).readableText()
                #expect(!text.contains("MARK"), "\(edition)/\(path)")
                #expect(!text.contains(MarkedWave.secretPlace), "\(edition)/\(path)")
                #expect(!text.contains("弓削") && !text.contains("尾ノ上"), "\(edition)/\(path)")
                #expect(!path.contains("MARK"))
                all += text
            }
            #expect(all.contains(MarkedWave.agreed))
            for kind in GapKind.allCases { #expect(!all.contains(kind.label)) }
        }
    }

    @Test("a meeting sees candidates by name, and nothing else that is personal or internal")
    func meetingEdition() throws {
        let wave = try MarkedWave()
        try wave.run()
        let folder = wave.output.appending(path: "meeting")
        let files = try folder.contents()
        #expect(files.keys.sorted() == ["index.html", "summary.html"])
        for path in files.keys {
            let text = try folder.appending(path: path).readableText()
            #expect(text.contains(MarkedWave.outsider), "\(path)")
            #expect(!text.replacing(MarkedWave.outsider, with: "").contains("MARK"), "\(path)")
            for secret in [MarkedWave.secretPlace, MarkedWave.withheld, "弓削", "尾ノ上"] {
                #expect(!text.contains(secret), "\(secret) in \(path)")
            }
        }
    }

    @Test("what people wrote in the ledger is for the section in charge, not even for the letter")
    func ledger() throws {
        let wave = try MarkedWave()
        try wave.run()
        let written: [LedgerReview.Column: String] = [
            .decision: "声掛け", .reason: "LEDGERREASON", .caller: "LEDGERCALLER", .invitedOn: "2024-11-05",
            .method: "LEDGERMETHOD", .outcome: "検討中（LEDGEROUTCOME）", .note: "LEDGERNOTE", .leafletConsent: "不可",
        ]
        try LedgerSheet.fill(MarkedWave.outsider, written, in: wave.output)
        try wave.run()
        let workbook = try wave.output.appending(path: "planner.xlsx").readableText()
        for text in written.values where text.hasPrefix("LEDGER") { #expect(workbook.contains(text)) }
        let letter = try wave.output.appending(path: "request_letter.md").readableText()
        #expect(letter.contains("OUTSIDER"))
        #expect(!letter.contains("LEDGER"))
        for edition in ["meeting", "public", "directory"] {
            let folder = wave.output.appending(path: edition)
            for path in try folder.contents().keys {
                let text = try folder.appending(path: path).readableText()
                #expect(!text.contains("LEDGER") && !text.contains("2024-11-05"), "\(edition)/\(path)")
            }
        }
    }

    @Test("a place that is withheld is in no output but the register")
    func withheldPlace() throws {
        let wave = try MarkedWave()
        try wave.run()
        var named = 0
        for path in try wave.output.contents().keys where path != Run.registerFile {
            let text = try wave.output.appending(path: path).readableText()
            #expect(!text.contains(MarkedWave.secretPlace), "\(path)")
            #expect(!text.contains("尾ノ上"), "\(path)")
            named += text.contains(MarkedWave.withheld) ? 1 : 0
        }
        #expect(named > 0)
        let rows = try TableFile(wave.output.appending(path: "organizations.csv")).rows
        let row = try #require(rows.first { $0["name"] == MarkedWave.withheld })
        #expect(row["location_withheld"] == "true")
        for column in ["address", "town", "latitude", "longitude", "easting_m", "northing_m", "mesh_code"] {
            #expect(row[column] == "", "\(column)")
        }
        #expect(row["service_area_codes"] == "43105")
    }

    @Test("case texts are in no output but the register")
    func caseTexts() throws {
        let wave = try MarkedWave()
        try wave.run()
        for path in try wave.output.contents().keys where path != Run.registerFile {
            #expect(!(try wave.output.appending(path: path).readableText()).contains("MARKCASETEXT"), "\(path)")
        }
    }

    @Test("who could cooperate is named with its section, without its place, its people and its own words")
    func cooperation() throws {
        let wave = try MarkedWave()
        try wave.run()
        let rows = try TableFile(wave.output.appending(path: "cooperation.csv")).rows
        #expect(rows.map { $0["name"] } == [MarkedWave.partner])
        let section = try #require(rows.first?["section"])
        #expect(section.hasPrefix("MARKsection"))
        let page = try wave.output.appending(path: "report.html").readableText()
        let shown = try #require(page.components(separatedBy: "<section id=\"cooperation\"").last)
            .components(separatedBy: "</section>")[0]
        for text in [try wave.output.appending(path: "cooperation.csv").readableText(), shown] {
            #expect(text.contains(MarkedWave.partner))
            // A member whose place is withheld is no contact.
            #expect(!text.contains(MarkedWave.withheld) && !text.contains(MarkedWave.secretPlace))
            #expect(
                !text.replacing(MarkedWave.partner, with: "").replacing(MarkedWave.refused, with: "")
                    .replacing(section, with: "").contains("MARK"))
        }
    }
}
