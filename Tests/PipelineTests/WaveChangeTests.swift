import Foundation
import TestSupport
import Testing

/// What changed between two small waves, each kind of change once.
@Suite("What changed since the wave before")
struct WaveChangeTests {
    private static let run = Result {
        let waves = try ChangedWave()
        try waves.run()
        return waves
    }

    private func changes(_ type: String) throws -> [[String: String]] {
        try Self.run.get().changes().filter { $0["change_type"] == type }
    }

    @Test("organisations: new, gone from the list, closed, moved, renamed, incorporated, joined, left")
    func organizations() throws {
        let found = try changes("organization").map { "\($0["change"] ?? "") \($0["name"] ?? "")" }
        #expect(
            found == [
                "new くり会", "left_list かき会", "closed びわ会", "moved いちご会", "moved しらゆり会", "renamed なしのき会ネット",
                "incorporated NPO法人もも会", "joined なつめ会", "joined みかん会", "left むぎ会",
            ])
    }

    @Test("each says what was before and after, and where it stands")
    func beforeAndAfter() throws {
        let rows = try changes("organization")
        func row(_ change: String) throws -> [String: String] {
            try #require(rows.first { $0["change"] == change })
        }
        let moved = try row("moved")
        #expect(moved["before"] == "熊本市中央区本町一丁目1番1号" && moved["after"] == "熊本市中央区本町二丁目9番9号")
        #expect(moved["source_file"] == "名簿.csv" && moved["source_row"] == "2" && moved["earlier_source_row"] == "2")
        let renamed = try row("renamed")
        #expect(renamed["before"] == "なしのき会" && renamed["after"] == "なしのき会ネット")
        let closed = try row("closed")
        #expect(closed["after"] == "解散" && closed["source_row"] == "6")
        let gone = try row("left_list")
        #expect(gone["source_file"] == "" && gone["earlier_source_file"] == "名簿.csv")
        #expect(gone["earlier_source_row"] == "6")
        #expect(try row("joined")["source_file"] == "参加.csv")
        #expect(try row("left")["earlier_source_file"] == "参加.csv")
    }

    @Test("a move of a withheld place is said without an address, in every edition")
    func withheld() throws {
        let waves = try Self.run.get()
        let moved = try changes("organization").first { $0["name"] == "しらゆり会" }
        #expect(moved?["before"] == "" && moved?["after"] == "" && moved?["reasons"] == "location_withheld")
        for file in ["changes.csv", "invitation_review.csv", "report.html", "planner.xlsx"] {
            let text = try waves.second.output.appending(path: file).readableText()
            #expect(!text.contains(ChangedWave.secretTown) && !text.contains("奥町1番"), "\(file)")
        }
    }

    @Test("gaps: a member that joined closes one, one that left opens one, another answer moves two")
    func gaps() throws {
        let found = try changes("gap").filter { $0["theme"] != "" }.map { row in
            let parts = ["change", "area", "theme", "before", "after", "reasons", "reason_organizations"]
            return parts.map { row[$0] ?? "" }.joined(separator: " ")
        }
        func isThere(_ text: String) -> Bool { found.contains { $0.hasPrefix(text) } }
        #expect(isThere("closed 北区 こども recruitable thin member_joined みかん会"))
        #expect(isThere("opened 東区 高齢者 thin recruitable member_left むぎ会"))
        #expect(isThere("moved 北区 若者 recruitable "))
        #expect(found.contains { $0.hasPrefix("moved 北区 若者") && $0.hasSuffix("answer_changed いちご会") })
        #expect(found.contains { $0.hasPrefix("moved 北区 女性") && $0.hasSuffix("recruitable answer_changed いちご会") })
        #expect(found.contains { $0.hasPrefix("moved 北区 ホームレス") && $0.hasSuffix("left_list かき会") })
        #expect(found.contains { $0.hasPrefix("moved 南区 就労") && $0.hasSuffix("recruitable newly_known くり会") })
        #expect(found.contains { $0.hasPrefix("closed 西区 外国人") && $0.hasSuffix("thin member_joined なつめ会") })
        for row in try changes("gap") { #expect(row["reasons"] != "", "\(row)") }
    }

    @Test("answers: what the same organisation chose otherwise, and nothing else")
    func answers() throws {
        let found = try changes("answer").map { row in
            ["change", "name", "question_id", "before", "after"].map { row[$0] ?? "" }.joined(separator: " ")
        }
        #expect(found == ["replaced いちご会 2-2 若者 女性", "replaced いちご会 4-1 感じる 感じない"])
    }

    @Test("promise and outcome: three groups, and a prediction for those alone that were listed and invited")
    func invitations() throws {
        let rows = try changes("invitation")
        func names(_ change: String) -> [String] {
            rows.filter { $0["change"] == change }.map {
                "\($0["name"] ?? "") \($0["after"] ?? "") \($0["reasons"] ?? "")"
            }
        }
        #expect(Set(names("listed_and_invited")) == ["みかん会 joined joined", "いちご会 not_joined declined"])
        // むぎ会 was a member before, and くり会 was invited before there was a list.
        #expect(names("invited_off_list") == ["なつめ会 joined joined"])
        #expect(Set(names("listed_not_invited").compactMap { $0.split(separator: " ").first }) == ["かき会", "しらゆり会"])
        let measures = try TableFile(
            try Self.run.get().second.output.appending(path: "invitation_review.csv")
        ).rows
        let cells = measures.map { row in
            ["theme", "cells", "reached_cells", "cells_by_others", "unmeasured_cells"].map { row[$0] ?? "" }
        }
        #expect(cells == [["", "2", "1", "0", "0"], ["こども", "1", "1", "0", "0"], ["若者", "1", "0", "0", "0"]])
        let total = try #require(measures.first)
        // Nothing was known of the chance to join, so that everybody was taken to.
        #expect(total["expected_need"] == total["need"])
        let page = try Self.run.get().second.output.appending(path: "report.html").readableText()
        #expect(page.contains("住民の孤独・孤立への効果を測るものではありません"))
    }

    @Test("without words that say so nobody has closed, and without invitations nothing is measured")
    func nothingStated() throws {
        let waves = try ChangedWave(
            settings: "frame_notes: {dormant: [休止]}\n", invitations: [], need: (before: 10, now: 15))
        try waves.run()
        let rows = try waves.changes()
        #expect(!rows.contains { $0["change_type"] == "organization" && $0["change"] == "closed" })
        #expect(
            !FileManager.default.fileExists(atPath: waves.second.output.appending(path: "invitation_review.csv").path))
        let page = try waves.second.output.appending(path: "report.html").readableText()
        #expect(page.contains("前回の声掛け候補の一覧も、前回の調査より後の声掛けの記録もありません。"))
        #expect(!page.contains("活動内容ごとの見込みと結果"))
        // A gap that stays one of its kind has another figure; need makes no kind.
        let need = rows.filter { $0["change"] == "need_changed" }.map { row in
            ["area", "theme", "earlier_figure", "figure", "unit", "reasons"].map { row[$0] ?? "" }
        }
        #expect(need == [["北区", "いじめ", "10", "15", "件", "need_changed"]])
    }

    @Test("areas that one of the waves has alone are not compared, and the page says so")
    func otherAreas() throws {
        let waves = try ChangedWave()
        try ChangedWave.edit(waves.second) { $0.replacing("report_by: ward", with: "report_by: municipality") }
        try waves.run()
        let rows = try waves.changes()
        #expect(!rows.contains { $0["change_type"] == "gap" })
        #expect(rows.contains { $0["change"] == "renamed" })
        let page = try waves.second.output.appending(path: "report.html").readableText()
        #expect(page.contains("今回だけの地域（熊本市）") && page.contains("前回だけの地域（"))
        let total = try TableFile(waves.second.output.appending(path: "invitation_review.csv")).rows.first
        #expect(total?["cells"] == "2" && total?["unmeasured_cells"] == "2")
    }

    @Test("the first wave has nothing to compare, and nothing of it is public")
    func editions() throws {
        let waves = try Self.run.get()
        #expect(!FileManager.default.fileExists(atPath: waves.first.output.appending(path: "changes.csv").path))
        for file in ["public/members.csv", "public/index.html"] {
            let text = try waves.second.output.appending(path: file).readableText()
            #expect(!text.contains("前回") && !text.contains("かき会"))
        }
    }
}
