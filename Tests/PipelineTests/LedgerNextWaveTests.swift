import Foundation
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite("The ledger of the wave before")
struct LedgerNextWaveTests {
    /// Two waves of which the second has no ledger of its own, and みかん会 of the first one's list is filled in.
    private func waves() throws -> ChangedWave {
        let waves = try ChangedWave(invitations: [])
        try waves.first.run()
        try LedgerSheet.fill(
            "みかん会", [.decision: "声掛け", .invitedOn: "2025-01-10", .outcome: "参加", .leafletConsent: "○"],
            in: waves.first.output)
        return waves
    }

    @Test("is an answer to its list, whether it was taken in by a run of its own wave", arguments: [true, false])
    func answers(ownRun: Bool) throws {
        let waves = try waves()
        if ownRun { try waves.first.run() }
        try waves.second.run()
        let rows = try waves.changes().filter { $0["name"] == "みかん会" && $0["change_type"] == "invitation" }
        #expect(rows.map { $0["reasons"] } == ["joined"])
        #expect(rows.map { $0["source_file"] } == [ownRun ? "w1:decisions.csv" : "decisions.csv"])
        // What was agreed to when it was invited counts now that it is a member.
        let directory = try TableFile(waves.second.output.appending(path: "directory/directory.csv")).rows
        #expect(directory.map { $0["名称"] } == ["みかん会"])
        #expect(try LedgerSheet(in: waves.second.output).names.allSatisfy { $0 != "みかん会" })
        let own = waves.second.folder.appending(path: "decisions.csv")
        let decisions = FileManager.default.fileExists(atPath: own.path) ? try TableFile(own).rows : []
        #expect(decisions.map { $0["verdict"] } == (ownRun ? [] : ["invite"]))
    }

    @Test("goes on being read while the next wave is prepared, and its latest word counts")
    func goesOn() throws {
        let waves = try waves()
        try LedgerSheet.fill("みかん会", [.outcome: "検討中"], in: waves.first.output)
        try waves.first.run()
        try waves.second.run()
        for (outcome, reason) in [("辞退", "declined"), ("参加", "joined")] {
            try LedgerSheet.fill("みかん会", [.outcome: outcome], in: waves.first.output)
            try waves.second.run()
            let rows = try waves.changes().filter { $0["name"] == "みかん会" && $0["change_type"] == "invitation" }
            #expect(rows.map { $0["reasons"] } == [reason])
        }
    }

    @Test("of a decision to pass it over, nothing is left in the next wave")
    func passed() throws {
        let waves = try ChangedWave(invitations: [])
        try waves.first.run()
        try LedgerSheet.fill("いちご会", [.decision: "見送り", .reason: "休会中"], in: waves.first.output)
        try waves.first.run()
        #expect(
            try !TableFile(waves.first.output.appending(path: "shortlist.csv")).rows.contains { $0["name"] == "いちご会" })
        try waves.second.run()
        #expect(
            try TableFile(waves.second.output.appending(path: "shortlist.csv")).rows.contains { $0["name"] == "いちご会" })
    }
}
