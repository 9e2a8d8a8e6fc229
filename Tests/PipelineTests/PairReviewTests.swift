import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite("Themes and support types that a person brings together")
struct PairReviewTests {
    typealias Column = PairReview.Column

    private static let types = ["相談窓口の開設", "居場所づくり"]

    private func wave(_ more: [SmallWave.Answer] = [], settings: String = "") throws -> SmallWave {
        try SmallWave(
            [
                .init(name: "い組の会", themes: ["女性", "いじめ"], types: Self.types),
                .init(name: "ろ組の会", themes: ["不登校", "女性"], types: Self.types),
                .init(name: "は組の会", themes: ["女性"], types: Self.types),
                .init(name: "に組の会", themes: ["女性", "いじめ"], types: ["居場所づくり"]),
            ] + more, members: ["ろ組の会"], settings: settings)
    }

    private func fill(
        _ name: String, _ theme: String, _ cells: [Column: String], in wave: SmallWave
    ) throws {
        var review = try ReviewWorkbook.pairs(in: wave.output)
        let index = try #require(
            review.rows.firstIndex { $0[Column.name.rawValue] == name && $0[Column.theme.rawValue] == theme })
        for (column, text) in cells { review.rows[index][column.rawValue] = text }
        try review.save()
    }

    /// Name and theme of each row.
    private func listed(in wave: SmallWave) throws -> [String] {
        try ReviewWorkbook.pairs(in: wave.output).rows.map {
            "\($0[Column.name.rawValue] ?? "") \($0[Column.theme.rawValue] ?? "")"
        }
    }

    private func cell(_ theme: String, _ type: String, in wave: SmallWave) throws -> [String: String] {
        try #require(
            try wave.table("coverage.csv").first {
                $0["area"] == "東区" && $0["theme"] == theme && $0["support_type"] == type
            })
    }

    private func decisions(_ wave: SmallWave) throws -> [[String]] {
        try TableFile(wave.decisions).rows.map { row in ["kind", "verdict", "subject_b", "note"].map { row[$0] ?? "" } }
    }

    // MARK: What is listed

    @Test("organisations that named several of both are listed theme by theme, members first")
    func listed() throws {
        let wave = try wave([
            .init(name: "ほ組の会", themes: ["いじめ", "その他"], types: ["物的支援・食糧支援", "居場所づくり", "その他の活動"]),
            .init(name: "へ組の会", range: "その他", places: "八代市", themes: ["女性", "いじめ"], types: Self.types),
            .init(name: "と組の会", themes: ["自殺対策", "いじめ"], types: ["物的支援・食糧支援", "その他の活動"]),
        ])
        try wave.run()
        #expect(try listed(in: wave) == ["ろ組の会 不登校", "ろ組の会 女性", "い組の会 いじめ", "い組の会 女性", "ほ組の会 いじめ"])
        let rows = try ReviewWorkbook.pairs(in: wave.output).rows
        #expect(rows.map { $0[Column.isMember.rawValue] } == ["○", "○", "", "", ""])
        // A pair that makes no sense is left out, and その他 makes no cell.
        #expect(
            rows.map { $0[Column.answered.rawValue] }
                == Array(repeating: "相談窓口の開設、居場所づくり", count: 4) + ["居場所づくり"])
        #expect(rows.map { $0[Column.row.rawValue] } == ["3", "3", "2", "2", "6"])
        #expect(
            rows.allSatisfy { row in row[Column.file.rawValue] == "回答.csv" && Column.inputs.allSatisfy { row[$0] == "" }
            })
    }

    @Test("a member that didn't answer is listed with what the member list says of it")
    func memberList() throws {
        let wave = try wave(settings: "    answers: {\"2-2\": 分野, \"2-3\": 種類}\n")
        try wave.write("団体名,電話,分野,種類\n名簿の会,096-1,女性;いじめ,居場所づくり;相談窓口の開設\n", "参加.csv")
        try wave.run()
        #expect(try listed(in: wave).prefix(2) == ["名簿の会 いじめ", "名簿の会 女性"])
        try fill("名簿の会", "女性", [.decision: "どれもしない"], in: wave)
        try wave.run()
        #expect(try !listed(in: wave).contains("名簿の会 女性") && listed(in: wave).contains("名簿の会 いじめ"))
    }

    // MARK: What is decided

    @Test("confirmed and denied pairs count from the next run on, and areas of themes and types stay as they are")
    func decided() throws {
        let wave = try wave()
        try wave.run()
        let before = try wave.table("coverage.csv").filter { $0["theme"] == "" || $0["support_type"] == "" }
        #expect(try cell("いじめ", "相談窓口の開設", in: wave)["inferred"] == "true")
        #expect(try cell("いじめ", "居場所づくり", in: wave)["inferred"] == "false")
        #expect(try cell("不登校", "居場所づくり", in: wave)["gap_kind"] == "thin")
        try fill("い組の会", "いじめ", [.decision: "すべて", .note: "電話で確認"], in: wave)
        try fill("ろ組の会", "不登校", [.types: "相談窓口の開設"], in: wave)
        try fill("ろ組の会", "女性", [.decision: "どれもしない"], in: wave)
        try wave.run()
        let confirmed = try cell("いじめ", "相談窓口の開設", in: wave)
        #expect(confirmed["known_count"] == "1" && confirmed["inferred"] == "false")
        let written = try cell("不登校", "相談窓口の開設", in: wave)
        #expect(written["gap_kind"] == "thin" && written["inferred"] == "false")
        let denied = try cell("不登校", "居場所づくり", in: wave)
        #expect(denied["known_count"] == "0" && denied["member_count"] == "0" && denied["inferred"] == "false")
        let women = try cell("女性", "相談窓口の開設", in: wave)
        #expect(women["member_count"] == "0" && women["known_count"] == "2" && women["gap_kind"] == "recruitable")
        #expect(try wave.table("coverage.csv").filter { $0["theme"] == "" || $0["support_type"] == "" } == before)
        #expect(try listed(in: wave) == ["い組の会 女性"])
        #expect(
            try decisions(wave) == [
                ["pair", "types", "school_absence:consultation", ""], ["pair", "none", "women", ""],
                ["pair", "all", "bullying", "電話で確認"],
            ])
        // And from then on, without new rows.
        try wave.run()
        #expect(try decisions(wave).count == 3)
        #expect(try cell("不登校", "居場所づくり", in: wave)["known_count"] == "0")
    }

    @Test("すべて holds for a support type that is learned later, and labels that were written for no other")
    func learnedLater() throws {
        let wave = try wave()
        try wave.run()
        try fill("い組の会", "いじめ", [.decision: "すべて"], in: wave)
        try fill("い組の会", "女性", [.types: "居場所づくり、consultation"], in: wave)
        try wave.run()
        let file = wave.folder.appending(path: "回答.csv")
        let answers = try String(contentsOf: file, encoding: .utf8)
        try wave.write(
            answers.replacing(
                "い組の会\",\"096-300-1000\",\"熊本市内全域\",\"\",\"女性;いじめ\",\"",
                with: "い組の会\",\"096-300-1000\",\"熊本市内全域\",\"\",\"女性;いじめ\",\"アウトリーチ支援;"),
            "回答.csv")
        try wave.run()
        let (all, written) = (try cell("いじめ", "アウトリーチ支援", in: wave), try cell("女性", "アウトリーチ支援", in: wave))
        #expect(all["known_count"] == "1" && all["inferred"] == "false")
        #expect(written["known_count"] == "0" && written["inferred"] == "false")
    }

    @Test("a clear answer says more than what was decided when it was open")
    func clearAnswer() throws {
        let wave = try wave()
        try wave.run()
        try fill("い組の会", "いじめ", [.decision: "どれもしない"], in: wave)
        try wave.run()
        #expect(try cell("いじめ", "相談窓口の開設", in: wave)["known_count"] == "0")
        let answers = try String(contentsOf: wave.folder.appending(path: "回答.csv"), encoding: .utf8)
        try wave.write(
            answers.replacing("女性;いじめ\",\"相談窓口の開設;居場所づくり", with: "女性;いじめ\",\"相談窓口の開設"), "回答.csv")
        try wave.run()
        let cell = try cell("いじめ", "相談窓口の開設", in: wave)
        #expect(cell["known_count"] == "1" && cell["inferred"] == "false")
    }

    @Test("保留 and a note alone keep the row open, and are kept")
    func undecided() throws {
        let wave = try wave()
        try wave.run()
        let rows = try listed(in: wave)
        try fill("い組の会", "いじめ", [.decision: "保留"], in: wave)
        try fill("ろ組の会", "女性", [.note: "折り返し待ち"], in: wave)
        try wave.run()
        #expect(try listed(in: wave) == rows)
        #expect(try cell("いじめ", "相談窓口の開設", in: wave)["inferred"] == "true")
        #expect(
            try decisions(wave) == [["pair", "undecided", "women", "折り返し待ち"], ["pair", "undecided", "bullying", ""]])
    }

    @Test("a later decision about the same theme replaces the earlier, and leaves the other theme alone")
    func later() throws {
        let wave = try wave()
        try wave.run()
        try fill("い組の会", "いじめ", [.decision: "どれもしない"], in: wave)
        try fill("い組の会", "女性", [.decision: "どれもしない"], in: wave)
        try wave.run()
        let key = try #require(try TableFile(wave.decisions).rows.first?["subject_a"])
        var file = try String(contentsOf: wave.decisions, encoding: .utf8)
        file += "pair,types,\(key),bullying:consultation,,2024-12-02,hand\n"
        try file.write(to: wave.decisions, atomically: true, encoding: .utf8)
        try wave.run()
        #expect(try cell("いじめ", "相談窓口の開設", in: wave)["known_count"] == "1")
        #expect(try cell("いじめ", "居場所づくり", in: wave)["known_count"] == "1", "に組の会 alone")
        #expect(try cell("女性", "相談窓口の開設", in: wave)["known_count"] == "2")
        file += "pair,undecided,\(key),bullying,,2024-12-03,hand\n"
        try file.write(to: wave.decisions, atomically: true, encoding: .utf8)
        try wave.run()
        #expect(try listed(in: wave).contains("い組の会 いじめ") && !listed(in: wave).contains("い組の会 女性"))
    }

    @Test("rows that were sorted, filtered away and widened by columns of one's own are read all the same")
    func rearranged() throws {
        let wave = try wave()
        try wave.run()
        var review = try ReviewWorkbook.pairs(in: wave.output)
        review.rows.reverse()
        review.rows.removeAll { $0[Column.name.rawValue] == "い組の会" && $0[Column.theme.rawValue] == "女性" }
        review.titles = ["担当"] + review.titles.reversed().filter { $0 != Column.answered.rawValue }
        for index in review.rows.indices where review.rows[index][Column.name.rawValue] == "ろ組の会" {
            review.rows[index][Column.decision.rawValue] = " 全て "
        }
        try review.save()
        try wave.run()
        #expect(try listed(in: wave) == ["い組の会 いじめ", "い組の会 女性"])
    }

    // MARK: What is refused

    @Test(
        "what can't be taken in stops the run and says where, what was found and what is expected",
        arguments: [
            (
                [Column.types: "居場所づくり、物的支援・食糧支援"], ProblemCode.decisionUnreadable, Column.types, "物的支援・食糧支援",
                "相談窓口の開設 / 居場所づくり"
            ),
            ([.decision: "どれもしない", .types: "ねこ"], .decisionUnreadable, .types, "ねこ", "相談窓口の開設 / 居場所づくり"),
            ([.decision: "たぶん"], .decisionUnreadable, .decision, "たぶん", "すべて / 種類を書く / どれもしない / 保留"),
            ([.decision: "種類を書く"], .decisionIncomplete, .types, "種類を書く", "行っている種類"),
            ([.decision: "すべて", .row: "99"], .decisionUnmatched, .decision, "回答.csv 99 いじめ", ""),
            ([.decision: "すべて", .theme: "不登校"], .decisionUnmatched, .decision, "回答.csv 2 不登校", ""),
        ])
    func mistakes(cells: [Column: String], code: ProblemCode, column: Column, found: String, expected: String) throws {
        let wave = try wave()
        try wave.run()
        try fill("い組の会", "いじめ", cells, in: wave)
        let error = #expect(throws: StageError.self) { try wave.run() }
        // `save` writes the titles into row 1, and two rows stand before it.
        let place = CellLocation(file: PairReview.path, sheet: PairReview.sheetName, row: 4, column: column.rawValue)
        #expect(error?.problems == [Problem(code, at: place, found: found, expected: expected)])
        #expect(!FileManager.default.fileExists(atPath: wave.decisions.path))
    }

    @Test("an organisation whose place is withheld is listed by name and labels alone")
    func withheld() throws {
        let wave = try SmallWave([
            .init(
                name: "ひみつの家", range: "熊本市内の一部地域", places: "東区隠れ町9-9", themes: ["DV・性暴力", "女性"], types: Self.types)
        ])
        try wave.run()
        #expect(try listed(in: wave) == ["ひみつの家 女性", "ひみつの家 DV・性暴力"])
        #expect(!(try wave.output.appending(path: PairReview.path).readableText()).contains("隠れ町"))
    }
}

extension PairReview.Column {
    /// What a person fills in.
    fileprivate static var inputs: [String] { [decision, types, note].map(\.rawValue) }
}
