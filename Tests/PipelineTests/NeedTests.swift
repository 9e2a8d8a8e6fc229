import Foundation
import Model
import Tabular
import TestSupport
import Testing

@testable import Pipeline

@Suite("Need figures of the planner")
struct NeedTests {
    private func amounts(_ rows: [[String: String]], _ theme: String, _ column: String) -> [String?] {
        rows.filter { $0["theme"] == theme }.map { $0[column] }
    }

    // MARK: - The old form

    @Test("weights are those of the file, and a cell without a figure has none")
    func figures() throws {
        let wave = try NeedWave("area_code,theme,weight,source\n43101,いじめ,30,相談件数\n43102,bullying,10,相談件数\n")
        try wave.wave.run()
        let cells = try TableFile(wave.wave.output().appending(path: "coverage.csv")).rows.filter {
            $0["support_type"] == "" && $0["theme"] == "いじめ"
        }
        #expect(cells.map { $0["need"] } == ["0.75", "0.25", "", "", ""])
    }

    @Test("a wrong area, theme or weight is said with its row and column, and nothing is written")
    func mistakes() throws {
        let wave = try NeedWave(
            "area_code,theme,weight,source\n43109,いじめ,1,x\n43101,いじわる,1,x\n43101,いじめ,-1,x\n43101,いじめ,1,x\n"
                + "43101,bullying,1,x\n")
        let error = #expect(throws: StageError.self) { try wave.wave.run() }
        let problems = try #require(error?.problems)
        #expect(problems.map(\.code) == [.valueUnknown, .valueUnknown, .valueType, .keyDouble])
        #expect(problems.map(\.location.row) == [2, 3, 4, 6])
        #expect(problems.map(\.location.column) == ["area_code", "theme", "weight", "theme"])
        #expect(problems[1].expected.hasPrefix("いじめ"))
        #expect(!FileManager.default.fileExists(atPath: wave.wave.output().path))
    }

    // MARK: - What a planner writes

    @Test("areas go by code or name and themes by id or any label, with Japanese titles as well")
    func names() throws {
        let rows = try NeedWave(
            "地域,活動内容,数値,単位,出典,時点\n中央区,いじめ,30,件,台帳,令和5年度\n熊本市東区,bullying,\"1,020\",件,台帳,令和5年度\n"
                + "４３１０３,いじめ,５０,件,台帳,R6.4.1\n"
        ).writtenNeeds()
        #expect(amounts(rows, "いじめ", "figure") == ["30", "1020", "50", "", ""])
        #expect(amounts(rows, "いじめ", "as_of") == ["2023年度", "2023年度", "2024-04-01", "", ""])
        #expect(amounts(rows, "いじめ", "unit").first == "件")
        #expect(amounts(rows, "いじめ", "basis") == ["given", "given", "given", "no_figure", "no_figure"])
        #expect(rows.count == 5 * 24)
    }

    @Test("a blank is no figure, x is withheld, and - is 0 with a finding")
    func marks() throws {
        let wave = try NeedWave(
            "area_code,theme,count,source\n43101,いじめ,120,台帳\n43102,いじめ,,台帳\n43103,いじめ,Ｘ,台帳\n43104,いじめ,－,台帳\n"
                + "43105,いじめ,…,台帳\n")
        let findings = try wave.findings().filter { $0.problem.code == .needDashZero }
        #expect(findings.map(\.problem.location.row) == [5])
        let rows = try wave.needs()
        #expect(
            amounts(rows, "いじめ", "basis") == ["given", "no_figure", "withheld", "given", "no_figure"])
        #expect(amounts(rows, "いじめ", "figure") == ["120", "", "", "0", ""])
        #expect(amounts(rows, "いじめ", "weight") == ["1", "", "", "0", ""])
    }

    @Test(
        "a number that can't be read stops with its cell",
        arguments: ["△5", "12人", "1,23", "×", "nan", "1e400", "--", "0x10"])
    func unreadable(text: String) throws {
        let problems = try NeedWave("area_code,theme,count,source\n43101,いじめ,\"\(text)\",台帳\n").problems()
        #expect(problems.map(\.code) == [.valueType])
        #expect(problems.first?.found == text)
    }

    @Test("a workbook is read like a CSV")
    func workbook() throws {
        let wave = try NeedWave(nil, keys: "file: need.xlsx")
        let date = try #require(CivilDate(year: 2024, month: 4, day: 1))
        let writer = try WorkbookWriter(
            path: wave.wave.folder.appending(path: "need.xlsx").path, name: "need.xlsx", created: date)
        try writer.addSheet(
            WorkbookSheet(
                name: "需要",
                columns: [
                    WorkbookColumn("地域コード"), WorkbookColumn("活動内容"), WorkbookColumn("数値", .integer),
                    WorkbookColumn("時点", .date), WorkbookColumn("出典"),
                ]))
        let day = WorkbookCell.date(date)
        try writer.row([.integer(43101), .text("いじめ"), .integer(1020), day, .text("台帳")], styles: [:])
        try writer.row([.text("東区"), .text("いじめ"), .text("x"), day, .text("台帳")], styles: [:])
        try writer.close()
        let rows = try wave.needs()
        #expect(amounts(rows, "いじめ", "figure").prefix(2) == ["1020", ""])
        #expect(amounts(rows, "いじめ", "basis").prefix(2) == ["given", "withheld"])
        #expect(amounts(rows, "いじめ", "as_of").first == "2024-04-01")
    }

    @Test("a file that Excel saved in CP932 is read")
    func excel() throws {
        let wave = try NeedWave("x", keys: "priority_themes: いじめ")
        let text = "area_code,theme,count,source\n43101,bullying,20,電話相談\n43102,bullying,60,電話相談\n"
        try Data(CP932.bytes(text)).write(to: wave.wave.folder.appending(path: "need.csv"))
        #expect(amounts(try wave.needs(), "いじめ", "weight").prefix(2) == ["0.25", "0.75"])
    }

    // MARK: - City and wards

    @Test("figures of the city and its wards are never added twice")
    func cityAndWards() throws {
        let wards = "43101,いじめ,10,件\n43102,いじめ,20,件\n43103,いじめ,30,件\n43104,いじめ,40,件\n43105,いじめ,50,件\n"
        let wave = try NeedWave(
            "area_code,theme,count,unit,source\n" + wards.replacing("件\n", with: "件,x\n") + "熊本市,いじめ,160,件,x\n")
        let finding = try #require(try wave.findings().first { $0.problem.code == .needTotalDiffers })
        #expect(finding.problem.found == "160" && finding.problem.expected == "150")
        #expect(finding.problem.location.row == 7 && finding.problem.location.column == "count")
        #expect(amounts(try wave.needs(), "いじめ", "figure") == ["10", "20", "30", "40", "50"])
    }

    @Test("what the wards leave of the city's figure goes to the others, and is marked")
    func rest() throws {
        let rows = try NeedWave(
            "area_code,theme,count,unit,source\n43101,いじめ,100,件,x\n43102,いじめ,200,件,x\n43103,いじめ,300,件,x\n"
                + "43100,いじめ,870438,件,x\n43100,ひきこもり,737889,件,x\n"
        ).needs()
        #expect(
            amounts(rows, "いじめ", "basis") == ["given", "given", "given", "estimated", "estimated"])
        // 南区 131,910 and 北区 138,528 people.
        let rest = amounts(rows, "いじめ", "figure").suffix(2).compactMap { $0.flatMap(Double.init) }
        #expect(rest.reduce(0, +).rounded() == 869_838)
        #expect(abs(rest[0] / rest[1] - 131_910 / 138_528) < 1e-9)
        #expect(amounts(rows, "ひきこもり", "basis") == Array(repeating: "split", count: 5))
        #expect(amounts(rows, "ひきこもり", "figure").first == "186818")
    }

    @Test("wards that are more than the city are told, and nothing is made up for the others")
    func negative() throws {
        let wave = try NeedWave("area_code,theme,count,source\n43101,いじめ,100,x\n43100,いじめ,90,x\n")
        #expect(try wave.findings().contains { $0.problem.code == .needRestNegative })
        #expect(amounts(try wave.needs(), "いじめ", "figure") == ["100", "", "", "", ""])
    }

    @Test("the order of the rows doesn't matter", arguments: 0..<10 as Range<UInt64>)
    func order(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let codes = ["43100", "43101", "43102", "43103", "43104", "43105"]
        let lines = ["いじめ", "こども", "高齢者"].flatMap { theme in
            codes.filter { _ in Bool.random(using: &generator) }.map { code in
                "\(code),\(theme),\(["", "x", "-", "20", "70"].randomElement(using: &generator) ?? ""),\(code)台帳\n"
            }
        }
        let title = "area_code,theme,count,source\n"
        let plain = try NeedWave(title + lines.joined()).needs()
        #expect(try NeedWave(title + lines.shuffled(using: &generator).joined()).needs() == plain)
    }

    @Test("figures of wards are split over their school districts")
    func districts() throws {
        let wave = try NeedWave("area_code,theme,count,source\n中央区,いじめ,120,x\n出水校区,いじめ,20,x\n")
        try wave.wave.edit("wave.yaml") { $0.replacing("report_by: ward", with: "report_by: school_district") }
        let rows = try wave.needs().filter { $0["theme"] == "いじめ" && $0["figure"] != "" }
        #expect(rows.filter { $0["basis"] == "given" }.map { $0["figure"] } == ["20"])
        let parts = Set(rows.filter { $0["basis"] == "estimated" }.map { $0["figure"] })
        #expect(parts.count == 1 && rows.count > 5)
        let sum = rows.reduce(0.0) { $0 + ($1["figure"].flatMap(Double.init) ?? 0) }
        #expect(abs(sum - 120) < 1e-3)
    }

    // MARK: - Shares

    private static let indicators = """
        area_code,indicator,value,unit,as_of,source
        43100,65歳以上人口,200000,人,2023-04-01,住民基本台帳
        43101,65歳以上人口,40000,人,2023-04-01,住民基本台帳
        43102,65歳以上人口,50000,人,2023-04-01,住民基本台帳
        43103,65歳以上人口,30000,人,2023-04-01,住民基本台帳
        43104,65歳以上人口,40000,人,2023-04-01,住民基本台帳
        43105,65歳以上人口,40000,人,2023-04-01,住民基本台帳
        43202,65歳以上人口,1,人,2023-04-01,住民基本台帳
        """

    @Test("a share of a survey becomes people with an interval, by the indicator that it speaks of")
    func shares() throws {
        let rows = try NeedWave(
            "area_code,theme,share_percent,n,low_percent,high_percent,indicator,source\n"
                + "43100,高齢者,10,1000,,,65歳以上人口,市民調査\n43101,こども,20,,10,40,,市民調査\n",
            indicators: Self.indicators
        ).needs()
        #expect(amounts(rows, "高齢者", "figure") == ["4000", "5000", "3000", "4000", "4000"])
        #expect(amounts(rows, "高齢者", "basis") == Array(repeating: "split", count: 5))
        #expect(amounts(rows, "高齢者", "source").first == "市民調査、住民基本台帳")
        #expect(amounts(rows, "高齢者", "measure").first == "65歳以上人口×割合")
        // Wilson, 95 %: 8.29…12.02 %.
        let low = try #require(amounts(rows, "高齢者", "low").first.flatMap { $0.flatMap(Double.init) })
        let high = try #require(amounts(rows, "高齢者", "high").first.flatMap { $0.flatMap(Double.init) })
        #expect(abs(low / 40_000 - 0.0829) < 1e-4 && abs(high / 40_000 - 0.1202) < 1e-4)
        #expect(amounts(rows, "こども", "figure").first == "37363.6")
        #expect(amounts(rows, "こども", "low").first == "18681.8")
        #expect(amounts(rows, "こども", "high").first == "74727.2")
    }

    @Test("an indicator that an area lacks gives no figure, with a finding that names both")
    func indicatorMissing() throws {
        let wave = try NeedWave(
            "area_code,theme,share_percent,indicator,source\n43105,高齢者,10,65歳以上人口,x\n43101,高齢者,10,65歳以上人口,x\n",
            indicators: Self.indicators.replacing("43105,65歳以上人口,40000", with: "43105,65歳以上人口,x"))
        let finding = try #require(try wave.findings().first { $0.problem.code == .needBaseMissing })
        #expect(finding.problem.found == "北区" && finding.problem.expected == "65歳以上人口")
        #expect(finding.problem.location.row == 2)
        #expect(amounts(try wave.needs(), "高齢者", "figure") == ["4000", "", "", "", ""])
    }

    @Test(
        "a share, a sample or an indicator that can't be is said with its cell",
        arguments: [
            ("101,,,,", ProblemCode.valueType, "share_percent"), ("10,0,,,", .valueType, "n"),
            ("10,2.5,,,", .valueType, "n"), ("10,,20,30,", .valueType, "low_percent"),
            ("10,,5,,", .valueType, "high_percent"), ("10,,5,8,", .valueType, "high_percent"),
            ("10,,,,65歳以上人ロ", .valueUnknown, "indicator"),
        ])
    func wrongShare(cells: String, code: ProblemCode, column: String) throws {
        let problems = try NeedWave(
            "area_code,theme,share_percent,n,low_percent,high_percent,indicator,source\n43101,高齢者,\(cells),x\n",
            indicators: Self.indicators
        ).problems()
        #expect(problems.map(\.code) == [code] && problems.first?.location.column == column)
    }

    @Test("a share below one without its sign may be a fraction")
    func smallShare() throws {
        let wave = try NeedWave("area_code,theme,share_percent,source\n43101,高齢者,0.374,x\n43102,高齢者,0.374%,x\n")
        #expect(try wave.findings().filter { $0.problem.code == .needShareSmall }.map(\.problem.location.row) == [2])
    }

    // MARK: - Themes against each other

    private static let different = """
        area_code,theme,count,measure,unit,source
        43101,いじめ,30,相談,件,x
        43102,いじめ,10,相談,件,x
        43101,高齢者,4000,ひとり暮らし,人,x

        """

    @Test("themes of different measures weigh the same, and that is said")
    func differentMeasures() throws {
        let wave = try NeedWave(Self.different)
        let finding = try #require(try wave.findings().first { $0.problem.code == .needUnitsDiffer })
        #expect(finding.severity == .info && finding.problem.found == "相談（件）; ひとり暮らし（人）")
        let rows = try wave.writtenNeeds()
        #expect(amounts(rows, "いじめ", "weight").prefix(2) == ["0.375", "0.125"])
        #expect(amounts(rows, "高齢者", "weight").first == "0.5")
        let page = try String(contentsOf: wave.wave.output().appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("across_themes: equal"))
    }

    @Test("the wave can weigh them by their figures, with a warning where the units differ")
    func byFigures() throws {
        let wave = try NeedWave(Self.different, keys: "across_themes: figures")
        let finding = try #require(try wave.findings().first { $0.problem.code == .needUnitsDiffer })
        #expect(finding.severity == .warning && finding.problem.location.file == "wave.yaml")
        #expect(amounts(try wave.needs(), "高齢者", "weight").first == "\(4000.0 / 4040)")
    }

    @Test("one theme that is counted in two ways stops with both")
    func mixed() throws {
        let problems = try NeedWave(Self.different + "43102,高齢者,12,相談,件,x\n").problems()
        #expect(problems.map(\.code) == [.needMeasuresMixed])
        #expect(problems.first?.found == "相談（件）" && problems.first?.expected == "ひとり暮らし（人）：4")
        #expect(problems.first?.location.row == 5)
    }

    @Test("themes without any figure are left out, or take the average where that is wanted")
    func withoutFigure() throws {
        let text = "area_code,theme,count,source\n43101,いじめ,300,x\n"
        #expect(amounts(try NeedWave(text).needs(), "こども", "weight") == ["", "", "", "", ""])
        let rows = try NeedWave(text, keys: "without_figure: equal_share").needs()
        #expect(amounts(rows, "こども", "basis") == Array(repeating: "equal", count: 5))
        let weights = amounts(rows, "こども", "weight").compactMap { Double($0 ?? "") }
        let whole = weights.reduce(0, +)
        #expect(abs(whole - 1.0 / 24) < 1e-12)
        #expect(amounts(rows, "いじめ", "weight").dropFirst() == ["", "", "", ""])
    }

    // MARK: - Priorities

    @Test("priority themes weigh more, without a file as well")
    func priorities() throws {
        let rows = try NeedWave(nil, keys: "priority_themes: [こども, social_withdrawal]", "priority_weight: 3").needs()
        let children = amounts(rows, "こども", "weight").compactMap { $0.flatMap(Double.init) }
        let older = amounts(rows, "高齢者", "weight").compactMap { $0.flatMap(Double.init) }
        #expect(abs(children[0] / older[0] - 3) < 1e-12)
        #expect(amounts(rows, "ひきこもり", "is_priority") == Array(repeating: "true", count: 5))
        #expect(amounts(rows, "高齢者", "is_priority").first == "false")
    }

    @Test("a priority that is no theme is said with its line and the nearest names")
    func unknownPriority() throws {
        let problems = try NeedWave(nil, keys: "priority_themes: [こどもたち]").problems()
        #expect(problems.map(\.code) == [.valueUnknown])
        #expect(problems.first?.location.file == "wave.yaml" && problems.first?.location.column == "priority_themes")
        #expect(problems.first?.expected.hasPrefix("こども") == true)
    }

    // MARK: - Privacy

    @Test("counts from 1 to 9 are warned of, weights of one's own aren't")
    func smallCounts() throws {
        let wave = try NeedWave(
            "area_code,theme,count,unit,source\n43101,いじめ,9,人,x\n43102,いじめ,10,人,x\n43103,いじめ,0,人,x\n"
                + "43101,高齢者,3,重み,x\n43102,高齢者,1.5,重み,x\n")
        let findings = try wave.findings().filter { $0.problem.code == .needSmallCount }
        #expect(findings.map(\.problem.location.row) == [2])
        #expect(findings.first?.problem.location.column == "count" && findings.first?.severity == .warning)
    }

    @Test("no figure of the need is public")
    func notPublic() throws {
        let wave = try NeedWave("area_code,theme,count,measure,unit,source\n43101,いじめ,8642097,秘密の件数,件,MARKSOURCE\n")
        try wave.wave.run()
        let folder = wave.wave.output().appending(path: "public")
        for path in try folder.contents().keys {
            let text = try folder.appending(path: path).readableText()
            for marker in ["8642097", "8,642,097", "秘密の件数", "MARKSOURCE"] { #expect(!text.contains(marker)) }
        }
        #expect(try wave.wave.output().appending(path: "planner.xlsx").readableText().contains("MARKSOURCE"))
    }

    // MARK: - Cases

    @Test("the cases of the survey stand beside the need and weigh nothing")
    func cases() throws {
        let rows = try NeedWave(nil, keys: "priority_themes: こども").needs()
        #expect(Set(amounts(rows, "高齢者", "weight")) == Set(amounts(rows, "LGBTQ", "weight")))
        let wave = try DemoPair.runs().first
        let page = try String(contentsOf: wave.output().appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("支援した事例") && page.contains("需要の重みには使いません"))
        let sheet = try TableFile(wave.output().appending(path: "planner.xlsx"), sheet: "需要と事例", headerRow: 6)
        #expect(sheet.rows.contains { $0["活動内容"] == "こども" && $0["n"] == "73" })
    }
}
