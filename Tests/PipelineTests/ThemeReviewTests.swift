import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite("Free texts that a person decides")
struct ThemeReviewTests {
    typealias Column = ThemeReview.Column

    /// Answers beside その他 with these texts, from organisations called 甲1の会, 甲2の会 …
    private func wave(_ texts: [String], members: [(name: String, activities: String)] = []) throws -> DemoWave {
        let wave = try DemoWave.few()
        try wave.edit("04_メール回答.csv") { file in
            texts.enumerated().reduce(file) { file, text in
                file + "2024/11/10,甲\(text.offset)の会,,,1,2,,1,25,\(text.element),5,2,1,2,,1,2,1\n"
            }
        }
        try wave.edit("05_PF参加団体.csv") { file in
            members.reduce(file) { $0 + "\($1.name),,熊本市内全域,\($1.activities),,令和4年10月3日,○\n" }
        }
        return wave
    }

    private func fill(_ text: String, _ cells: [Column: String], in wave: DemoWave) throws {
        var review = try ReviewWorkbook.themes(in: wave.output())
        for index in review.rows.indices where review.rows[index][Column.text.rawValue] == text {
            for (column, value) in cells { review.rows[index][column.rawValue] = value }
        }
        try review.save()
    }

    private func row(_ text: String, in wave: DemoWave) throws -> [String: String] {
        try #require(
            try ReviewWorkbook.themes(in: wave.output()).rows.first { $0[Column.text.rawValue] == text }, "\(text)")
    }

    private func recoded(_ name: String, in wave: DemoWave) throws -> [String] {
        let organizations = try TableFile(wave.output().appending(path: "organizations.csv")).rows
        let id = try #require(organizations.first { $0["name"] == name }?["organization_id"], "\(name)")
        return try TableFile(wave.output().appending(path: "themes.csv")).rows
            .filter { $0["organization_id"] == id && $0["origin"] == "recoded" }.compactMap { $0["theme"] }
    }

    private func decisions(_ wave: DemoWave) throws -> [[String]] {
        try TableFile(wave.folder.appending(path: "decisions.csv")).rows.map { row in
            ["kind", "verdict", "subject_a", "subject_b", "note"].map { row[$0] ?? "" }
        }
    }

    private func cell(_ row: Int, _ column: Column) -> CellLocation {
        CellLocation(file: ThemeReview.path, sheet: ThemeReview.sheetName, row: row, column: column.rawValue)
    }

    @Test("what is open stands first, with two guesses at most, then what was assigned and what says something else")
    func rows() throws {
        let wave = try wave(["ペットの里親さがし", "ニート", "にゃーにゃー", "特になし", "登校しぶり", "ニート"])
        try wave.run()
        let review = try ReviewWorkbook.themes(in: wave.output())
        let states = review.rows.map { $0[Column.state.rawValue] ?? "" }
        #expect(Set(states) == ["要確認", "付けた", "どれでもない"])
        let order = ["要確認", "付けた", "どれでもない"].compactMap { state in states.firstIndex(of: state) }
        #expect(order == order.sorted())
        let neet = try row("ニート", in: wave)
        #expect(neet[Column.guess1.rawValue] == "就労" || neet[Column.guess2.rawValue] == "就労")
        #expect(neet[Column.count.rawValue] == "2" && neet[Column.names.rawValue] == "甲1の会\n甲5の会")
        #expect(neet[Column.chosen.rawValue] == "その他" && neet[Column.evidence.rawValue]?.contains("ニート") == true)
        #expect(try row("にゃーにゃー", in: wave)[Column.guess1.rawValue] == "")
        #expect(try row("ペットの里親さがし", in: wave)[Column.state.rawValue] == "どれでもない")
        #expect(try row("登校しぶり", in: wave)[Column.assigned.rawValue] == "不登校")
        #expect(!review.rows.contains { $0[Column.text.rawValue] == "特になし" })
    }

    @Test("a decision codes the text from then on, in other texts as well, and is told as decided")
    func decided() throws {
        let wave = try wave(["にゃーにゃー", "にゃーにゃーの会の開催", "ニート"])
        try wave.run()
        let printed = try Data(contentsOf: wave.output().appending(path: "tabulation.csv"))
        try fill("にゃーにゃー", [.correction: "高齢者、ひきこもり", .note: "電話で確認"], in: wave)
        try fill("ニート", [.decision: "該当なし"], in: wave)
        let findings = try wave.run().findings
        #expect(try recoded("甲0の会", in: wave) == ["ひきこもり", "高齢者"])
        #expect(try recoded("甲1の会", in: wave) == ["ひきこもり", "高齢者"])
        #expect(try recoded("甲2の会", in: wave).isEmpty)
        #expect(try row("にゃーにゃー", in: wave)[Column.state.rawValue] == "判定済み")
        #expect(try row("ニート", in: wave)[Column.state.rawValue] == "判定済み")
        #expect(!findings.contains { $0.problem.code == .themeTextDoubtful && $0.problem.found == "ニート" })
        #expect(
            Set(try decisions(wave)) == [
                ["theme", "assigned", "にゃーにゃー", "social_withdrawal;older_people", "電話で確認"],
                ["theme", "none", "ニート", "", ""],
            ])
        #expect(try Data(contentsOf: wave.output().appending(path: "tabulation.csv")) == printed)
        // A third run has the same decisions and adds none.
        try wave.run()
        #expect(try decisions(wave).count == 2)
    }

    @Test("a guess, both, or what was assigned can be chosen; what was assigned wrongly is put right")
    func verdicts() throws {
        let wave = try wave(["ニート", "登校しぶり", "母子家庭の支援"])
        try wave.run()
        let guesses = [Column.guess1, .guess2].map { column in
            (try? row("ニート", in: wave)[column.rawValue]) ?? ""
        }
        try fill("ニート", [.decision: "両方"], in: wave)
        try fill("登校しぶり", [.decision: "該当なし"], in: wave)
        try fill("母子家庭の支援", [.decision: "この通り"], in: wave)
        try wave.run()
        #expect(Set(try recoded("甲0の会", in: wave)) == Set(guesses) && guesses.count == 2)
        #expect(try recoded("甲1の会", in: wave).isEmpty)
        #expect(try recoded("甲2の会", in: wave) == ["ひとり親"])
    }

    @Test("a theme that protects withholds the place by a decision as well")
    func protection() throws {
        let wave = try wave(["にゃーにゃー"])
        try wave.run()
        try fill("にゃーにゃー", [.correction: "DV・性暴力"], in: wave)
        try wave.run()
        let rows = try TableFile(wave.output().appending(path: "organizations.csv")).rows
        #expect(rows.first { $0["name"] == "甲0の会" }?["location_withheld"] == "true")
    }

    @Test("what a member list writes beside the choices is coded as well, and stays a finding")
    func memberList() throws {
        let wave = try wave([], members: [("乙の会", "こども、登校しぶり"), ("丙の会", "ペットの里親さがし")])
        let findings = try wave.run().findings
        #expect(try recoded("乙の会", in: wave) == ["不登校"])
        #expect(try recoded("丙の会", in: wave).isEmpty)
        #expect(findings.contains { $0.problem.code == .unknownChoice && $0.problem.found == "登校しぶり" })
        let row = try #require(
            try TableFile(wave.output().appending(path: "coded_texts.csv")).rows.first {
                $0["text"] == "登校しぶり" && $0["source_file"] == "05_PF参加団体.csv"
            })
        #expect(row["rule"] == "exact" && row["words"] == "登校しぶり" && row["code_id"] == "school_absence")
    }

    @Test("a name codes nothing; where no theme is known it is listed to be asked about")
    func names() throws {
        let wave = try wave([], members: [("レインボーの会", ""), ("子ども食堂の会", "高齢者")])
        try wave.run()
        #expect(try recoded("レインボーの会", in: wave).isEmpty && recoded("子ども食堂の会", in: wave).isEmpty)
        let table = try TableFile(
            wave.output().appending(path: ThemeReview.path), sheet: "団体名だけ", headerRow: 4)
        #expect(table.rows.contains { $0["団体"] == "レインボーの会" && $0["思い浮かぶ活動内容"] == "LGBTQ" })
        #expect(!table.rows.contains { $0["団体"] == "子ども食堂の会" })
    }

    @Test("words that can't stand there, labels that there aren't and texts that were written over are refused")
    func mistakes() throws {
        let wave = try wave(["ニート", "にゃーにゃー"])
        try wave.run()
        let texts = try ReviewWorkbook.themes(in: wave.output()).rows.map { $0[Column.text.rawValue] ?? "" }
        func number(_ text: String) -> Int { (texts.firstIndex(of: text) ?? 0) + 2 }
        func problems(_ text: String, _ cells: [Column: String]) throws -> [Problem] {
            try fill(text, cells, in: wave)
            let error = #expect(throws: StageError.self) { try wave.run() }
            try fill(text, [.decision: "", .correction: "", .text: text], in: wave)
            return error?.problems ?? []
        }
        #expect(
            try problems("にゃーにゃー", [.decision: "候補1"]) == [
                Problem(
                    .decisionUnreadable, at: cell(number("にゃーにゃー"), .decision), found: "候補1",
                    expected: "該当なし / 別の内容")
            ])
        #expect(
            try problems("ニート", [.decision: "別の内容"]) == [
                Problem(
                    .decisionIncomplete, at: cell(number("ニート"), .correction), found: "別の内容", expected: "正しい分類")
            ])
        let unknown = try problems("ニート", [.correction: "就労、ねこ"])
        #expect(unknown.map(\.found) == ["ねこ"] && unknown.first?.expected.contains("就労 / ") == true)
        #expect(unknown.map(\.location) == [cell(number("ニート"), .correction)])
        try fill("ニート", [.decision: "該当なし", .text: "別の文"], in: wave)
        let written = #expect(throws: StageError.self) { try wave.run() }
        #expect(written?.problems.map(\.code) == [.decisionUnmatched])
    }
}
