import Model
import Reporting
import Testing

@Suite struct WorkbookTests {
    @Test func theSheetsComeInOrder() throws {
        #expect(
            try WrittenEditions().sheetNames("planner.xlsx") == [
                "まとめ", "声掛け候補", "候補の説明", "協力候補", "空白一覧", "聞き取り・督促候補", "空白表（活動内容）", "空白表（活動の種類）",
                "仮定による違い",
                "需要と事例", "需要", "前回比較", "声掛けの結果", "見込みと結果", "集計", "前回比較（集計）", "回収", "団体一覧",
                "要確認", "データの質", "方法",
            ])
    }

    @Test func everySheetHoldsItsRows() throws {
        let editions = try WrittenEditions()
        let sheets = try editions.sheetNames("planner.xlsx")
        let counts = try sheets.map { try editions.rows("planner.xlsx", sheet: $0).count }
        #expect(counts.allSatisfy { $0 > 1 })
        let organizations = try editions.rows("planner.xlsx", sheet: "団体一覧")
        #expect(organizations.count == 3 + 5)
        #expect(organizations[2].first == "団体名")
        #expect(organizations[3].first == "声掛けの会")
        let total = editions.files.first { $0.path == "planner.xlsx" }?.rowCount
        #expect(total == 20 + 2 + 2 + 2 + 9 + 3 + 2 + 2 + 2 + 2 + 4 + 13 + 3 + 2 + 2 + 1 + 2 + 5 + 2 + 4 + 13)
    }

    @Test(arguments: TestReport.hostileNames) func namesAreText(name: String) throws {
        let editions = try WrittenEditions(TestReport.make(candidateName: name))
        let sheets = ["声掛け候補": 1, "候補の説明": 1, "協力候補": 1, "前回比較": 2, "声掛けの結果": 2, "団体一覧": 0]
        for (sheet, column) in sheets {
            let cells = try editions.rows("planner.xlsx", sheet: sheet).map { $0.count > column ? $0[column] : "" }
            #expect(cells.contains(TestReport.printable(name)), "\(sheet)")
        }
    }

    @Test func gapsAreToldByWordsAsWellAsColours() throws {
        let rows = try WrittenEditions().rows("planner.xlsx", sheet: "空白一覧")
        #expect(rows.contains { $0.prefix(5) == ["東の区", "DV・性暴力", "", "×", "調査では担い手を確認できず"] })
        let map = try WrittenEditions().rows("planner.xlsx", sheet: "空白表（活動内容）")
        #expect(map.last == ["DV・性暴力", "× 確認できず　0／0", "？ 未把握　0／0 ※"])
    }

    @Test func whoCouldCooperateIsListedWithoutANumber() throws {
        let rows = try WrittenEditions().rows("planner.xlsx", sheet: "協力候補")
        let titles = try #require(rows.first { $0.contains("団体名") })
        #expect(!titles.contains { ["順", "順位", "点数"].contains($0) })
        let row = try #require(rows.first { $0.first == "内印分野" })
        #expect(row[1] == "声掛けの会" && row[2] == "普段の活動：内印分野、環境保全\n孤独・孤立対策の必要性：感じる")
        #expect(rows.last?.first == "普段の活動の回答なし")
    }

    @Test func whatDoesNotFitIntoACellIsReported() throws {
        let editions = try WrittenEditions(TestReport.make(candidateName: String(repeating: "長", count: 40_000)))
        let problems = editions.files.first { $0.path == "planner.xlsx" }?.problems ?? []
        #expect(problems.allSatisfy { $0.code == .textCut })
        #expect(
            problems.map(\.location.sheet) == [
                "声掛け候補", "候補の説明", "協力候補", "聞き取り・督促候補", "前回比較", "前回比較", "前回比較", "声掛けの結果", "団体一覧",
            ])
    }
}
