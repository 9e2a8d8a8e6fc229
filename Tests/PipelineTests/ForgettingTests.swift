import Foundation
import Model
import Pipeline
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite("Forgetting an organisation")
struct ForgettingTests {
    @Test("no byte of any file holds what it said, before the next run and after it")
    func nothingBack() throws {
        let wave = try ForgetWave()
        try wave.run()
        #expect(try wave.marked().count > 10)
        let inputs = try inputFiles(of: wave)
        let id = try wave.id()
        let outcome = try wave.forget(id)
        #expect(try wave.marked(ForgetWave.markers + [id]).isEmpty)
        #expect(outcome.inputRows.map(\.file) == ["frame.csv", "invitation.csv", "member.csv", "response.csv"])
        #expect(outcome.registerRows > 50)
        let rerun = try wave.run()
        #expect(try wave.marked(ForgetWave.markers + [id]).isEmpty)
        #expect(try inputFiles(of: wave) == inputs)
        let said = rerun.findings.filter { $0.problem.code == .recordForgotten }
        #expect(said.map(\.problem.location.file).sorted() == outcome.inputRows.map(\.file))
        #expect(said.allSatisfy { $0.severity == .info && $0.problem.location.row == 2 && $0.problem.found.isEmpty })
        // A third run is the same as the second.
        var before = try wave.output.contents()
        try wave.run()
        var after = try wave.output.contents()
        for name in ["manifest.json"] { (before[name], after[name]) = (nil, nil) }
        #expect(before == after)
    }

    /// Tables whose rows are about one organisation.
    private static let tables = [
        "organizations.csv", "links.csv", "themes.csv", "support_types.csv", "coded_texts.csv", "public/members.csv",
    ]

    @Test("the others keep their rows, ids and decisions, before the next run and after it")
    func nothingLost() throws {
        let wave = try ForgetWave()
        try wave.run()
        var review = try ReviewWorkbook.areas(in: wave.output)
        let place = try #require(review.rows.firstIndex { $0["団体"] == ForgetWave.others[2] })
        review.rows[place]["判定"] = "市全域"
        try review.save()
        try wave.run()
        let id = try wave.id()
        /// How sure a link is depends a little on all records.
        func others(_ table: String) throws -> [[String: String]] {
            try wave.table(table).filter { $0["organization_id"] != id && $0["name"] != ForgetWave.name }
                .map { $0.filter { $0.key != "probability" } }
        }
        let before = try Self.tables.map(others)
        let coverage = try wave.table("coverage.csv")
        try wave.forget(id)
        for (table, rows) in zip(Self.tables, before) {
            #expect(try others(table) == rows, "\(table)")
            #expect(try wave.table(table).count == rows.count, "\(table)")
        }
        #expect(try wave.table("coverage.csv") == coverage)
        let outcome = try wave.run()
        for (table, rows) in zip(Self.tables, before) { #expect(try others(table) == rows, "\(table)") }
        #expect(outcome.organizationCount == ForgetWave.others.count)
        // A ward that it doesn't reach.
        func counts(_ rows: [[String: String]]) -> [[String?]] {
            rows.filter { $0["area"] == "南区" }.map { [$0["theme"], $0["member_count"], $0["known_count"]] }
        }
        let (after, earlier) = (counts(try wave.table("coverage.csv")), counts(coverage))
        #expect(after == earlier && !after.isEmpty)
        let kinds = try TableFile(wave.decisions).rows.map { $0["kind"] }
        #expect(kinds == ["area", "forget"])
    }

    @Test("the ledger loses its entry, and what others' entries say of it")
    func ledger() throws {
        let wave = try ForgetWave()
        try wave.run()
        var sheet = try LedgerSheet(in: wave.output)
        for (name, reason) in [(ForgetWave.name, "MARKの理由"), (ForgetWave.others[1], "\(ForgetWave.name)の紹介")] {
            let cells = [LedgerReview.Column.name: name, .decision: "声掛け", .reason: reason, .caller: "佐藤"]
            sheet.cells.removeAll { $0.contains(name) }
            sheet.cells.append(sheet.cells[0].map { LedgerReview.Column(rawValue: $0).flatMap { cells[$0] } ?? "" })
        }
        try sheet.save()
        let id = try wave.id()
        // What was written has to be in decisions.csv first.
        #expect(throws: StageError.self) { try wave.forget(id) }
        try wave.run()
        #expect(try TableFile(wave.decisions).rows.count == 2)
        try wave.forget(id)
        #expect(try wave.marked(ForgetWave.markers + [id]).isEmpty)
        try wave.run()
        #expect(try wave.marked(ForgetWave.markers + [id]).isEmpty)
        #expect(
            try LedgerSheet(in: wave.output).inputs(ForgetWave.others[1]) == [.decision: "声掛け", .caller: "佐藤"])
    }

    @Test("a dry run tells the same and changes nothing")
    func dryRun() throws {
        let wave = try ForgetWave()
        try wave.run()
        let before = try wave.scratch.url.contents()
        let id = try wave.id()
        let told = try wave.forget(id, dryRun: true, record: wave.scratch.url.appending(path: "record.csv"))
        #expect(try wave.scratch.url.contents() == before)
        let done = try wave.forget(id)
        #expect(told.outputs.map(\.changedFiles) == done.outputs.map(\.changedFiles))
        #expect(told.outputs.map(\.removedFiles) == done.outputs.map(\.removedFiles))
        #expect(told.registerRows == done.registerRows && told.inputRows == done.inputRows)
        #expect(told.isDryRun && !done.isDryRun)
    }

    @Test("what was done is written down without a name, and the manifest says which files changed")
    func record() throws {
        let wave = try ForgetWave()
        try wave.run()
        let file = wave.scratch.url.appending(path: "record.csv")
        let id = try wave.id()
        let outcome = try wave.forget(id, record: file)
        let actions = try TableFile(file).rows.map { $0["action"] ?? "" }
        #expect(Set(actions).isSuperset(of: ["hashes_added", "register_changed", "file_removed", "still_in_input"]))
        #expect(try wave.marked(ForgetWave.markers + [id]).isEmpty)
        let manifest = try ManifestDocument(wave.output.appending(path: "manifest.json"))
        let files = try Set(wave.output.contents().keys).subtracting(["manifest.json"])
        #expect(Set(manifest.outputs) == files)
        #expect(files.isDisjoint(with: outcome.outputs[0].removedFiles))
        let text = try String(contentsOf: wave.output.appending(path: "manifest.json"), encoding: .utf8)
        #expect(text.contains("\"forgotten\"") && text.contains("2024-12-02") && text.contains("report.html"))
        for path in files {
            let digest = try FileDigest.sha256(of: wave.output.appending(path: path), name: path)
            #expect(text.contains(digest), "\(path)")
        }
    }

    @Test("a second time there is nothing to do")
    func already() throws {
        let wave = try ForgetWave()
        try wave.run()
        let id = try wave.id()
        try wave.forget(id)
        let rows = try Data(contentsOf: wave.decisions)
        #expect(try wave.forget(id).isForgottenAlready)
        try wave.run()
        #expect(try wave.forget(id).isForgottenAlready)
        #expect(try wave.forget(id, contactsOnly: true).isForgottenAlready)
        #expect(try Data(contentsOf: wave.decisions) == rows)
    }

    @Test("an id that isn't there, a name, and the output of another wave are refused, and nothing is written")
    func refused() throws {
        let wave = try ForgetWave()
        try wave.run()
        let other = try ForgetWave(ForgetWave.Settings(id: "f2"), beside: wave)
        let before = try wave.scratch.url.contents()
        for id in ["onobody23456", ForgetWave.name] {
            let error = #expect(throws: StageError.self) { try wave.forget(id) }
            #expect(error?.problems.map(\.code) == [.organizationUnknown])
        }
        let id = try wave.id()
        let error = #expect(throws: StageError.self) { try wave.forget(id, waves: [other.folder]) }
        #expect(error?.problems.map(\.code) == [.outputOfOtherWave])
        let missing = #expect(throws: StageError.self) { try wave.forget(id, [other.output]) }
        #expect(missing?.problems.map(\.code) == [.outputMissing])
        #expect(try wave.scratch.url.contents() == before)
    }

    @Test("a review file with decisions that weren't taken in is not thrown away")
    func unreadReview() throws {
        let wave = try ForgetWave()
        try wave.run()
        var review = try ReviewWorkbook.areas(in: wave.output)
        review.rows[0]["判定"] = "市全域"
        try review.save()
        let before = try wave.scratch.url.contents()
        let id = try wave.id()
        let error = #expect(throws: StageError.self) { try wave.forget(id) }
        #expect(error?.problems.map(\.code) == [.reviewNotTakenIn])
        #expect(try wave.scratch.url.contents() == before)
        try wave.run()
        try wave.forget(id)
        #expect(try wave.marked().isEmpty)
    }

    @Test("rows of decisions.csv that speak of it go, whatever their kind; those of others stay as they are")
    func decisionRows() throws {
        let wave = try ForgetWave()
        let own = "mark見守り隊|熊本県熊本市北区弓削1-11-7markaddress"
        let kept = """
            kind,verdict,subject_a,subject_b,note,decided_on,taken_from,担当
            link,different,みどり食堂|熊本県熊本市東区花立2-2-3,こだま学習会|熊本県熊本市東区花立3-2-3,,2024-11-20,hand,佐藤
            area,none,ことり文庫|熊本県熊本市東区花立4-2-3,,,2024-11-20,hand,
            theme,none,地域の見守り,,,2024-11-20,hand,

            """
        let gone = """
            link,different,みどり食堂|熊本県熊本市東区花立2-2-3,\(own),,2024-11-20,hand,
            area,city,\(own),,,2024-11-20,hand,
            pair,all,\(own),children,,2024-11-20,hand,
            address,place,熊本県熊本市北区弓削1-11-7markaddress,熊本県熊本市北区弓削一丁目,,2024-11-20,hand,
            theme,assigned,MARKFREETEXT こどもの見守り活動,children,,2024-11-20,hand,

            """
        try wave.write(kept + gone, "decisions.csv")
        try wave.run()
        let change = try wave.forget(try wave.id()).decisions
        #expect(change.map(\.removedRows) == [5] && change.map(\.addedRows) == [1])
        let text = try String(contentsOf: wave.decisions, encoding: .utf8)
        #expect(text.hasPrefix(kept + "forget,organization,v1;"))
        #expect(try wave.marked().isEmpty)
        try wave.run()
        #expect(try String(contentsOf: wave.decisions, encoding: .utf8) == text)
    }

    @Test("another organisation with the same telephone stays")
    func sharedTelephone() throws {
        let wave = try ForgetWave(ForgetWave.Settings(sharesTelephone: true))
        try wave.run()
        func links() throws -> [[String?]] {
            try wave.table("links.csv").filter { $0["source_row"] == "4" }.map {
                [$0["source_file"], $0["organization_id"]]
            }
        }
        let kept = try links()
        try wave.forget(try wave.id())
        #expect(try wave.marked(["MARK", ForgetWave.email]).isEmpty)
        try wave.run()
        #expect(try wave.table("organizations.csv").map { $0["name"] ?? "" }.sorted() == ForgetWave.others.sorted())
        #expect(try links() == kept)
        #expect(try wave.marked(["MARK", ForgetWave.email]).isEmpty)
    }

    @Test(
        "a row that is written otherwise doesn't come back; one that only has the name stays and is said",
        arguments: [
            (["ＮＰＯ法人ＭＡＲＫ見守り隊", "", "０９６（７７７）０１２３"], false), (["MARK見守り隊（事務局）", "北区弓削1丁目11番7号", ""], false),
            (["ｍａｒｋ 見守り隊", "", ""], false), (["MARK見守り隊", "熊本県熊本市西区春日1-2-3", "096-555-0000"], true),
        ])
    func otherwise(row: [String], stays: Bool) throws {
        let wave = try ForgetWave()
        try wave.run()
        try wave.forget(try wave.id())
        let next = try ForgetWave(
            ForgetWave.Settings(id: "f2", rolesWithout: Role.allCases, frameRows: [row]), beside: wave)
        try FileManager.default.copyItem(at: wave.decisions, to: next.decisions)
        let outcome = try next.run()
        #expect(outcome.organizationCount == ForgetWave.others.count + (stays ? 1 : 0))
        let codes = outcome.findings.map(\.problem.code).filter { [.recordForgotten, .nameForgotten].contains($0) }
        #expect(codes == [stays ? .nameForgotten : .recordForgotten])
    }

    @Test("a row of hashes that was changed by hand stops the run rather than bringing anybody back")
    func brokenHashes() throws {
        let wave = try ForgetWave()
        try wave.run()
        try wave.forget(try wave.id())
        let text = try String(contentsOf: wave.decisions, encoding: .utf8)
        for change in [("v1;", "v9;"), ("forget,organization", "forget,all"), (";", ";z")] {
            try text.replacing(change.0, with: change.1).write(to: wave.decisions, atomically: true, encoding: .utf8)
            let error = #expect(throws: StageError.self) { try wave.run() }
            #expect(error?.problems.first?.code == .decisionUnreadable)
        }
    }
}

extension ForgettingTests {
    /// The files of the survey.
    private func inputFiles(of wave: ForgetWave) throws -> [String: Data] {
        try wave.folder.contents().filter { $0.key != "decisions.csv" }
    }
}
