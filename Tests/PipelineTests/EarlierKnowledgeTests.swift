import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// What a wave hands on to the next: answers, protection, decisions, invitations.
@Suite("What earlier waves knew")
struct EarlierKnowledgeTests {
    private typealias Answer = SmallWave.Answer

    private static let consulting = Answer(name: "あさひの会", themes: ["こども"], types: ["相談窓口の開設"])
    private static let hobby = Answer(name: "ゆうひの会", themes: ["高齢者"], types: ["相談窓口の開設"])

    /// The wave `number`, after that of `previous`.
    private func next(
        _ number: Int, after previous: SmallWave, _ answers: [Answer], silent: [String] = [], members: [String] = [],
        settings: String = ""
    ) throws -> SmallWave {
        let wave = try SmallWave(
            answers, silent: silent, members: members, settings: "previous: \(previous.output.path)\n" + settings)
        let file = wave.folder.appending(path: "wave.yaml")
        let year = 2023 + number
        try String(contentsOf: file, encoding: .utf8)
            .replacing("id: s1", with: "id: s\(number)").replacing("第1回", with: "第\(number)回")
            .replacing("2024-", with: "\(year)-").write(to: file, atomically: true, encoding: .utf8)
        return wave
    }

    private func organization(_ name: String, _ wave: SmallWave) throws -> [String: String] {
        try #require(try wave.table("organizations.csv").first { $0["name"] == name })
    }

    // MARK: Answers

    @Test("who does not answer again is known by the answer before, with its wave, and is counted among no answers")
    func carried() throws {
        let first = try SmallWave([Self.consulting, Self.hobby])
        try first.run()
        let second = try next(2, after: first, [Self.hobby], silent: [Self.consulting.name])
        let outcome = try second.run()
        #expect(outcome.answeredCount == 1)
        let organization = try organization(Self.consulting.name, second)
        #expect(organization["responded"] == "false")
        #expect(organization["last_answered_wave"] == "s1" && organization["waves_since_answer"] == "1")
        #expect(organization["stale"] == "false" && organization["service_area_kind"] == "city")
        let theme = try #require(
            try second.table("themes.csv").first { $0["organization_id"] == organization["organization_id"] })
        #expect(theme["theme"] == "こども" && theme["origin"] == "selected")
        #expect(theme["evidence"] == "第1回：回答.csv 2行")
        #expect(try second.cell("中央区", "こども")?["known_count"] == "1")
        #expect(try second.cell("中央区", "こども")?["gap_kind"] == "recruitable")
        #expect(
            try second.table("tabulation.csv").filter { $0["question_id"] == "2-2" }.allSatisfy { $0["base"] == "1" })
        let page = try String(contentsOf: second.output.appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("第1回の回答を1団体"))
    }

    @Test("after two waves without an answer it is marked as old, and still known")
    func stale() throws {
        let first = try SmallWave([Self.consulting, Self.hobby])
        try first.run()
        let second = try next(2, after: first, [Self.hobby], silent: [Self.consulting.name])
        try second.run()
        let third = try next(3, after: second, [Self.hobby], silent: [Self.consulting.name])
        try third.run()
        let organization = try organization(Self.consulting.name, third)
        #expect(organization["last_answered_wave"] == "s1" && organization["waves_since_answer"] == "2")
        #expect(organization["stale"] == "true")
        #expect(try third.cell("中央区", "こども")?["known_count"] == "1")
        #expect(
            try third.table("themes.csv").first { $0["theme"] == "こども" }?["evidence"] == "第1回：回答.csv 2行")
    }

    @Test("an answer of this wave takes the place of the one before")
    func replaced() throws {
        let first = try SmallWave([Self.consulting])
        try first.run()
        let second = try next(2, after: first, [Answer(name: Self.consulting.name, themes: ["高齢者"])])
        try second.run()
        #expect(try second.table("themes.csv").map { $0["theme"] } == ["高齢者"])
        #expect(try second.table("support_types.csv").isEmpty)
    }

    @Test("a city can leave earlier answers out")
    func leftOut() throws {
        let first = try SmallWave([Self.consulting, Self.hobby])
        try first.run()
        let second = try next(
            2, after: first, [Self.hobby], silent: [Self.consulting.name], settings: "earlier_answers: {use: false}\n")
        try second.run()
        #expect(try second.cell("中央区", "こども")?["known_count"] == "0")
        #expect(try organization(Self.consulting.name, second)["last_answered_wave"] == "s1")
    }

    @Test("a candidate known by an earlier answer alone is proposed with a word about it")
    func proposed() throws {
        let first = try SmallWave([Self.consulting, Self.hobby])
        try first.run()
        let second = try next(2, after: first, [Self.hobby], silent: [Self.consulting.name])
        try second.run()
        let pick = try #require(try second.table("shortlist.csv").first { $0["name"] == Self.consulting.name })
        #expect(pick.values.contains { $0.contains("今回の調査には回答がなく、第1回の回答による") })
    }

    @Test("who has left the lists is no organisation of this wave")
    func left() throws {
        let first = try SmallWave([Self.consulting, Self.hobby])
        try first.run()
        let second = try next(2, after: first, [Self.hobby])
        try second.run()
        #expect(try second.table("organizations.csv").map { $0["name"] } == [Self.hobby.name])
        #expect(try second.cell("中央区", "こども")?["known_count"] == "0")
    }

    // MARK: Protection

    @Test("a place that was withheld stays withheld, whatever is answered later", arguments: [true, false])
    func protection(answersAgain: Bool) throws {
        let shelter = Answer(name: "みちしるべ", themes: ["DV・性暴力"], types: ["相談窓口の開設"])
        let first = try SmallWave([shelter, Self.hobby])
        try first.run()
        #expect(try organization(shelter.name, first)["location_withheld"] == "true")
        let again = Answer(name: shelter.name, themes: ["高齢者"], types: ["相談窓口の開設"])
        let second = try next(
            2, after: first, answersAgain ? [again, Self.hobby] : [Self.hobby],
            silent: answersAgain ? [] : [shelter.name])
        try second.run()
        #expect(try organization(shelter.name, second)["location_withheld"] == "true")
    }

    // MARK: Decisions

    private static let wide = Answer(name: "ひろばの会", range: "その他", places: "全国", themes: ["こども"], types: ["相談窓口の開設"])

    private func decide(_ word: String, in wave: SmallWave) throws {
        var review = try ReviewWorkbook.areas(in: wave.output)
        for index in review.rows.indices { review.rows[index][AreaReview.Column.decision.rawValue] = word }
        try review.save()
    }

    @Test("what was decided holds in the next wave for the same statement, and is asked anew for another")
    func areaDecision() throws {
        let first = try SmallWave([Self.wide])
        try first.run()
        try decide("市全域", in: first)
        try first.run()
        #expect(try first.cell("中央区", "こども")?["known_count"] == "1")

        let same = try next(2, after: first, [Self.wide])
        try same.run()
        #expect(try same.cell("中央区", "こども")?["known_count"] == "1")
        #expect(!FileManager.default.fileExists(atPath: same.decisions.path))
        let page = try String(contentsOf: same.output.appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("前の調査までの判定 1件を引き継いでいます"))

        var other = Self.wide
        other.places = "九州一円"
        let changed = try next(2, after: first, [other])
        try changed.run()
        #expect(try changed.cell("中央区", "こども")?["known_count"] == "0")
        #expect(try ReviewWorkbook.areas(in: changed.output).rows.count == 1)

        // Nor does the wave after forget it.
        let third = try next(3, after: same, [Self.wide])
        try third.run()
        #expect(try third.cell("中央区", "こども")?["known_count"] == "1")
    }

    @Test("what was filled into the review files of the wave before and never taken in is taken in by the next, once")
    func unreadDecision() throws {
        let first = try SmallWave([Self.wide])
        try first.run()
        try decide("市全域", in: first)
        let second = try next(2, after: first, [Self.wide])
        try second.run()
        #expect(try second.cell("中央区", "こども")?["known_count"] == "1")
        #expect(try TableFile(second.decisions).rows.map { $0["verdict"] } == ["city"])

        // This wave thinks again; the file of the wave before still says the other thing.
        let rows = try String(contentsOf: second.decisions, encoding: .utf8)
        let row = try #require(rows.split(separator: "\n").last)
        try (rows + row.replacing("city", with: "as_read") + "\n").write(
            to: second.decisions, atomically: true, encoding: .utf8)
        try second.run()
        try second.run()
        #expect(try second.cell("中央区", "こども")?["known_count"] == "0")
        #expect(try TableFile(second.decisions).rows.map { $0["verdict"] } == ["city", "as_read"])
    }

    @Test("what can't be read there is named with the folder of that wave, and that wave's files stay as they are")
    func unreadableDecision() throws {
        let first = try SmallWave([Self.wide])
        try first.run()
        try decide("たぶん", in: first)
        let before = try first.scratch.url.contents()
        let second = try next(2, after: first, [Self.wide])
        let error = #expect(throws: StageError.self) { try second.run() }
        #expect(
            error?.problems.map(\.location) == [
                CellLocation(
                    file: first.output.appending(path: AreaReview.path).path, sheet: AreaReview.sheetName, row: 2,
                    column: AreaReview.Column.decision.rawValue)
            ])
        #expect(try first.scratch.url.contents() == before)
        #expect(!FileManager.default.fileExists(atPath: second.decisions.path))
    }

    @Test("this wave's own word stands over an earlier one, and a hand-on says nothing twice")
    func precedence() throws {
        func row(_ verdict: String, _ text: String = "") -> Decisions.Row {
            Decisions.Row(
                kind: "area", verdict: verdict, subjectA: "k", subjectB: text, note: "", decidedOn: "2024-12-01",
                takenFrom: "")
        }
        let scratch = try ScratchFolder()
        let own = try Decisions(
            waveFolder: scratch.url, inheriting: [row("city")], takingIn: Decisions.Intake(own: [row("none")]))
        #expect(own.areas["k"] == AreaDecision(verdict: .nowhere))
        #expect(own.rows.map(\.verdict) == ["city", "none"] && own.inheritedCount == 1)
        // The same again, and with its own output as the previous one.
        let again = try Decisions(
            waveFolder: scratch.url, inheriting: own.rows, takingIn: Decisions.Intake(own: [row("none")]))
        #expect(again.rows == own.rows)
        #expect(
            try Decisions(waveFolder: scratch.url, inheriting: [row("city")], takingIn: Decisions.Intake()).rows
                == own.rows)
        let other = try ScratchFolder()
        let inherited = try Decisions(
            waveFolder: other.url, inheriting: own.rows, takingIn: Decisions.Intake())
        #expect(inherited.areas["k"] == AreaDecision(verdict: .nowhere, isInherited: true))
    }

    // MARK: Invitations

    @Test("who declined a wave ago is not proposed, and comes back when the city says so", arguments: [nil, 1])
    func declined(returnAfter: Int?) throws {
        let first = try SmallWave([Self.consulting, Self.hobby])
        try first.write("団体名,声掛け日,結果\n\(Self.consulting.name),2024-12-20,辞退\n", "声掛け.csv")
        let file = first.folder.appending(path: "wave.yaml")
        let ledger = """
              - file: 声掛け.csv
                role: invitation
                columns: {name: 団体名, invited_on: 声掛け日, invitation_outcome: 結果}

            """
        try (try String(contentsOf: file, encoding: .utf8) + ledger).write(
            to: file, atomically: true, encoding: .utf8)
        try first.run()
        let settings = returnAfter.map { "shortlist: {declined_return_after: \($0)}\n" } ?? ""
        let second = try next(2, after: first, [Self.consulting, Self.hobby], settings: settings)
        try second.run()
        let pick = try second.table("shortlist.csv").first { $0["name"] == Self.consulting.name }
        #expect((pick != nil) == (returnAfter != nil))
        if let pick { #expect(pick.values.contains { $0.contains("前の声掛け（第1回）：辞退") }) }
        let third = try next(3, after: second, [Self.consulting, Self.hobby])
        try third.run()
        #expect(try !third.table("shortlist.csv").contains { $0["name"] == Self.consulting.name })
    }
}
