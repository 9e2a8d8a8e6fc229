import Model
import Reporting
import Testing

@Suite struct WorkbookTests {
    @Test func theSheetsComeInOrder() throws {
        #expect(
            try WrittenEditions().sheetNames("planner.xlsx") == [
                "まとめ", "声掛け候補", "候補の説明", "協力候補", "空白一覧", "聞き取り・督促候補", "空白表（活動内容）", "空白表（活動の種類）",
                "仮定による違い",
                "需要と事例", "需要", "前回比較", "声掛けの結果", "見込みと結果", "集計", "クロス集計", "前回比較（集計）", "回収", "団体一覧",
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
        #expect(
            total == 23 + 2 + 2 + 2 + 9 + 3 + 2 + 2 + 2 + 2 + 4 + 13 + 3 + 2 + 2 + 3 + 1 + 2 + 5 + 11 + 4 + 13)
    }

    @Test(arguments: TestReport.hostileNames) func namesAreText(name: String) throws {
        let editions = try WrittenEditions(TestReport.make(candidateName: name))
        let sheets = ["声掛け候補": 1, "候補の説明": 1, "協力候補": 1, "前回比較": 2, "声掛けの結果": 2, "団体一覧": 0]
        for (sheet, column) in sheets {
            let cells = try editions.rows("planner.xlsx", sheet: sheet).map { $0.count > column ? $0[column] : "" }
            #expect(cells.contains(TestReport.printable(name)), "\(sheet)")
        }
    }

    @Test func whatWaitsIsNamedWithTheRowToOpen() throws {
        let editions = try WrittenEditions()
        let waiting = try editions.rows("planner.xlsx", sheet: "要確認").drop { $0.first != "何を決めるか" }.dropFirst()
        let subjects = [
            "同じ団体か": ("review/links.xlsx", "名称 A"), "所在地": ("review/addresses.xlsx", "書かれた所在地"),
            "活動の範囲": ("review/areas.xlsx", "団体"), "自由記述の分類": ("review/themes.xlsx", "書かれた文"),
            "活動の組合せ（任意）": ("review/pairs.xlsx", "団体"),
        ]
        #expect(Set(waiting.map { $0[0] }) == Set(subjects.keys))
        for row in waiting {
            let (path, title) = try #require(subjects[row[0]])
            #expect(row[4] == path)
            let rows = try editions.numberedRows(path, sheet: "判定")
            let column = try #require(rows.lazy.compactMap { $0.cells.firstIndex(of: title) }.first)
            let meant = try #require(rows.first { String($0.number) == row[5] })
            #expect(row[1].contains(meant.cells[column]), "\(row)")
        }
        let summary = try editions.rows("planner.xlsx", sheet: "まとめ").filter { $0.first == "確認" }
        #expect(summary.map { $0[2] } == ["2", "4", "2", "1", "2"])
    }

    @Test func crossTablesGiveTheNumberAskedAboveTheShares() throws {
        let rows = try WrittenEditions().rows("planner.xlsx", sheet: "クロス集計")
        #expect(
            rows.suffix(4) == [
                ["設問", "設問文", "選択肢", "全体", "団体の種類：\nNPO法人", "団体の種類：\nその他"],
                ["2-2", "支援につながる活動内容", "n", "3", "2", "0"],
                ["2-2", "支援につながる活動内容", "心の健康", "66.7", "50"], ["2-2", "支援につながる活動内容", "DV・性暴力"],
            ])
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
