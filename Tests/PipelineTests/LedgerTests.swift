import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite("The ledger of planner.xlsx")
struct LedgerTests {
    private static let filled: [LedgerReview.Column: String] = [
        .decision: "声掛け", .reason: "空白が\n広い; 会議で決定\\", .caller: "佐藤", .invitedOn: "R7.1.10", .method: "電話",
        .outcome: "検討中（理事会待ち）", .note: "火曜に再度", .leafletConsent: "可",
    ]

    @Test("is taken into decisions.csv, filled in again, and taken in once")
    func roundTrip() throws {
        let wave = try LedgerWave()
        try wave.fill("二つの会", Self.filled)
        try wave.wave.run()
        let row = try #require(try wave.decisions().first)
        #expect(row["kind"] == "invitation" && row["verdict"] == "invite" && row["note"] == "火曜に再度")
        #expect(row["taken_from"] == "planner.xlsx" && row["decided_on"] == "2024-12-01")
        #expect(
            row["subject_b"] == "wave=s1;reason=空白が\n広い\\; 会議で決定\\\\;invited_by=佐藤;invited_on=2025-01-10;"
                + "invitation_method=電話;invitation_outcome=検討中（理事会待ち）;leaflet_consent=○")
        var expected = Self.filled
        (expected[.invitedOn], expected[.leafletConsent]) = ("2025-01-10", "○")
        #expect(try wave.sheet().inputs("二つの会") == expected)
        #expect(try wave.sheet().inputs("同じ分野の会").isEmpty)

        var before = try wave.output.contents()
        try wave.wave.run()
        var after = try wave.output.contents()
        for name in ["manifest.json"] { (before[name], after[name]) = (nil, nil) }
        #expect(before == after)
        #expect(try wave.decisions().count == 1)

        try wave.fill("二つの会", [.note: "木曜に返事"])
        try wave.wave.run()
        #expect(try wave.decisions().map { $0["note"] } == ["火曜に再度", "木曜に返事"])
        #expect(try wave.sheet()["二つの会", .note] == "木曜に返事")
    }

    @Test("who was passed over is not proposed again, and stays in the sheet with the reason")
    func passed() throws {
        let wave = try LedgerWave()
        #expect(try wave.picks() == ["二つの会", "同じ分野の会"])
        try wave.fill("二つの会", [.decision: "見送り", .reason: "休会中"])
        try wave.wave.run()
        #expect(try Set(wave.picks()) == ["全域の会", "同じ分野の会"])
        #expect(try wave.sheet().names.last == "二つの会")
        #expect(try wave.sheet().inputs("二つの会") == [.decision: "見送り", .reason: "休会中"])
        #expect(try wave.conditions() == ["「二つの会」を候補に入れない（声掛けの記録で見送り。理由：休会中）"])
        let method = try TableFile(wave.output.appending(path: "planner.xlsx"), sheet: "方法", headerRow: 4).rows
        #expect(method.contains { $0["内容"]?.contains("理由：休会中") == true })
    }

    @Test("who was undecided about, or only noted, stays a candidate like any other")
    func undecided() throws {
        let wave = try LedgerWave()
        try wave.fill("二つの会", [.caller: "佐藤"])
        try wave.wave.run()
        #expect(try wave.decisions().map { $0["verdict"] } == ["undecided"])
        #expect(try wave.picks() == ["二つの会", "同じ分野の会"])
        #expect(try wave.sheet().inputs("二つの会") == [.decision: "保留", .caller: "佐藤"])
        #expect(try wave.conditions().isEmpty)
    }

    @Test("whoever is waited for stays on the list, written below it by name alone")
    func waiting() throws {
        let wave = try LedgerWave("size: 1, preset: gaps")
        #expect(try wave.picks() == ["全域の会"])
        var sheet = try wave.sheet()
        sheet.cells.append(sheet.cells[0].map { $0 == "団体名" ? "二つの会" : $0 == "声掛け日" ? "2025/1/10" : "" })
        try sheet.save()
        try wave.wave.run()
        // A day says that somebody called.
        #expect(try wave.decisions().map { $0["verdict"] } == ["invite"])
        #expect(try wave.picks() == ["二つの会"])
        #expect(try wave.conditions() == ["声掛けの結果を待っている1団体を、候補に残す（声掛けの記録）"])
        try wave.fill("二つの会", [.outcome: "辞退（多忙）"])
        try wave.wave.run()
        #expect(try wave.picks() == ["全域の会"] && wave.conditions().isEmpty)
        #expect(try wave.sheet().names == ["全域の会", "二つの会"])
    }

    @Test("conditions of wave.yaml go before whoever is waited for")
    func clash() throws {
        let wave = try LedgerWave("size: 2")
        try wave.fill("二つの会", [.decision: "声掛け"])
        try wave.wave.edit("wave.yaml") { $0.replacing("size: 2", with: "size: 1, must: [全域の会]") }
        try wave.wave.run()
        #expect(try wave.picks() == ["全域の会"])
        #expect(try wave.conditions().last?.contains("必ずしも候補に残していない") == true)
    }

    @Test("an outcome takes its organisation off the list and leaves the others as they are", arguments: ["参加", "辞退"])
    func outcomes(outcome: String) throws {
        let wave = try LedgerWave()
        try wave.fill("二つの会", [.invitedOn: "2025-01-10", .outcome: outcome])
        let findings = try wave.wave.run().findings.filter { $0.problem.code == .joinedButNotMember }
        #expect(try Set(wave.picks()) == ["全域の会", "同じ分野の会"])
        #expect(
            findings.map(\.problem.location) == (outcome == "参加" ? [CellLocation(file: "decisions.csv", row: 2)] : []))
        let data = try Data(contentsOf: wave.output.appending(path: "shortlist_summary.json"))
        let summary = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        let joining = summary?["joining"] as? [String: Any]
        #expect(joining?["source"] as? String == "none")
    }

    @Test("a row that was cleared takes the entry back")
    func cleared() throws {
        let wave = try LedgerWave()
        try wave.fill("二つの会", [.decision: "見送り"])
        try wave.wave.run()
        try wave.fill("二つの会", [.decision: ""])
        try wave.wave.run()
        #expect(try wave.decisions().map { $0["verdict"] } == ["pass", "withdrawn"])
        #expect(try wave.picks() == ["二つの会", "同じ分野の会"])
        #expect(try wave.sheet().inputs("二つの会").isEmpty)
    }

    @Test("a row that nobody touched doesn't overturn what decisions.csv says since")
    func untouched() throws {
        let wave = try LedgerWave()
        try wave.fill("二つの会", [.decision: "声掛け", .invitedOn: "2025-01-10"])
        try wave.wave.run()
        try wave.wave.edit("decisions.csv") { text in
            let row = text.split(separator: "\n")[1]
            return text + row.replacing("2025-01-10", with: "2025-01-10;invitation_outcome=辞退") + "\n"
        }
        try wave.fill("同じ分野の会", [.caller: "佐藤"])
        try wave.wave.run()
        #expect(try wave.sheet()["二つの会", .outcome] == "辞退")
        #expect(try !wave.picks().contains("二つの会"))
        #expect(try wave.decisions().map { $0["verdict"] } == ["invite", "invite", "undecided"])
    }

    @Test("an entry of decisions.csv that can't be read, or speaks of nobody, is said and not used")
    func handWritten() throws {
        let wave = try LedgerWave()
        try wave.wave.write(
            """
            kind,verdict,subject_a,subject_b,note,decided_on,taken_from
            invitation,pass,二つの会|,wave=s1;invited_on=先週,,2024-12-01,
            invitation,pass,二つの会|,invited_on=2025-01-10,,2024-12-01,
            invitation,pass,二つの会|,wave=s1;invitation_outcome=たぶん,,2024-12-01,
            invitation,pass,どこにもない会|,wave=s1,,2024-12-01,
            invitation,pass,二つの会|,wave=s9,,2024-12-01,
            invitation,undecided,全域の会|熊本市東区1,wave=s1,前の住所,2024-12-01,

            """, "decisions.csv")
        let problems = try wave.wave.run().findings.map(\.problem).filter { $0.location.file == "decisions.csv" }
        let unmatched = problems.filter { $0.code == .decisionUnmatched }
        #expect(problems.count { $0.code == .decisionUnreadable } == 3)
        #expect(unmatched.map(\.location.row) == [5, 6])
        #expect(try wave.picks() == ["二つの会", "同じ分野の会"])
        #expect(try wave.sheet().inputs("全域の会") == [.decision: "保留", .note: "前の住所"])
    }

    @Test("who calls stands in the workbook and the register, and in nothing that leaves")
    func caller() throws {
        let wave = try LedgerWave()
        try wave.fill("二つの会", Self.filled.merging([.caller: "MARKさん"]) { $1 })
        let outcome = try wave.wave.run()
        var holding: [String] = []
        for (path, bytes) in try wave.output.contents() {
            let unpacked = try path.hasSuffix(".xlsx") ? wave.output.appending(path: path).readableText() : ""
            if [bytes, Data(unpacked.utf8)].contains(where: { $0.range(of: Data("MARK".utf8)) != nil }) {
                holding.append(path)
            }
        }
        #expect(holding.sorted() == ["planner.xlsx", "register.sqlite"])
        #expect(!outcome.findings.contains { "\($0)".contains("MARK") })
    }

    @Test("what members agreed to counts with its day")
    func consent() throws {
        let wave = try DirectoryWave()
        try wave.run()
        var sheet = try LedgerSheet(in: wave.output)
        for (name, consent) in [("だまっている会", "○"), ("リーフレットの会", "×"), ("リーフレット辞退の会", "○")] {
            let day = name == "リーフレット辞退の会" ? "2024-11-30" : "2025-01-10"
            let cells = [LedgerReview.Column.name: name, .invitedOn: day, .leafletConsent: consent]
            sheet.cells.append(sheet.cells[0].map { LedgerReview.Column(rawValue: $0).flatMap { cells[$0] } ?? "" })
        }
        try sheet.save()
        try wave.run()
        let names = try TableFile(wave.output.appending(path: "directory/directory.csv")).rows.map { $0["名称"] }
        #expect(names.contains("だまっている会") && !names.contains("リーフレットの会") && !names.contains("リーフレット辞退の会"))
        let all = try TableFile(wave.output.appending(path: "public/directory.csv")).rows.map { $0["名称"] }
        #expect(!all.contains("だまっている会"))
    }
}
