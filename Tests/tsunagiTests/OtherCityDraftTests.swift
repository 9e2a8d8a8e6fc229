import Foundation
import TestSupport
import Testing

/// A survey of another city, in another style: numbered columns of a scanner below five lines of remarks, in CP932;
/// a form with numbered labels; other titles, other questions, other codes of no answer.
@Suite("Another city's survey")
struct OtherCityDraftTests {
    private static let fields = ["見守り", "食料の提供", "学習支援", "就労支援"]
    private static let ways = ["情報の交換", "共同の事業", "場所の提供"]
    private static let count = 60
    /// The one whose answer to the second question the scanner could not read.
    private static let unreadable = 4

    /// What the n-th organisation answers: choices by number from 1.
    private static func fields(_ number: Int) -> [Int] { (1...4).filter { (number * 7 + 3) >> $0 & 1 == 1 } }
    private static func wants(_ number: Int) -> Int { number % 3 == 0 ? 2 : 1 }
    private static func ways(_ number: Int) -> [Int] {
        wants(number) == 1 ? (1...3).filter { (number * 5 + 1) >> $0 & 1 == 1 } : []
    }

    private func folder() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        var frame = "発送リスト\n\n通し番号,事業所名,法人種別,事務所所在地,連絡先TEL,発送結果\n"
        var form = "送信日時,貴団体名,設問１　取り組んでいる活動（いくつでも）,設問２　行政との連携を希望しますか,設問３　希望する連携の方法（複数回答）\n"
        var scan: [[String]] = [
            ["読取結果一覧"], ["機種：OCR-7"], ["-1：無回答"], ["-9999：判読不能"], [],
            ["票番号", "受付日", "団体の名称"] + (1...4).map { "問1_\($0)" } + ["問2"] + (1...3).map { "問3_\($0)" },
        ]
        for number in 1...Self.count {
            let name = "第\(number)ひばり福祉会"
            let type = number % 2 == 0 ? "社会福祉法人" : "任意団体"
            let note = number % 20 == 0 ? "転居先不明" : ""
            frame += "\(number),\(name),\(type),青空県ひばり市緑町\(number)番地,0990-22-\(1000 + number),\(note)\n"
            let (fields, wants, ways) = (Self.fields(number), Self.wants(number), Self.ways(number))
            if number % 2 == 0 {
                let marks = (1...4).map { fields.contains($0) ? "\($0)" : "0" }
                let wayMarks = (1...3).map { wants == 2 ? "-1" : ways.contains($0) ? "\($0)" : "0" }
                let answer = number == Self.unreadable ? "-9999" : "\(wants)"
                scan.append(["\(number)", "R8.6.\(number % 28 + 1)", name] + marks + [answer] + wayMarks)
            } else {
                func joined(_ chosen: [Int], _ labels: [String]) -> String {
                    chosen.map { "\($0).\(labels[$0 - 1])" }.joined(separator: "；")
                }
                form += "2026/06/\(10 + number % 20) 10:00,\(name),\(joined(fields, Self.fields)),"
                form += "\(wants == 1 ? "はい" : "いいえ"),\(joined(ways, Self.ways))\n"
            }
        }
        try scratch.write(frame, to: "発送先.csv")
        try scratch.write(form, to: "オンライン分.csv")
        let text = scan.map { $0.joined(separator: ",") }.joined(separator: "\r\n")
        try scratch.write(try #require(text.data(using: .shiftJIS)), to: "紙の調査票.csv")
        return scratch
    }

    @Test("the draft names what only a person knows, and then counts every answer")
    func draft() throws {
        let scratch = try folder()
        let drafted = try Program.run(["init", scratch.url.path])
        #expect(drafted.status == 0)
        let place = scratch.url.appending(path: "wave.yaml")
        var wave = try String(contentsOf: place, encoding: .utf8)
        for line in [
            "name: ひばり市", "prefecture: 青空県", "id: r8", "header_row: 6", "encoding: cp932", "returned: [転居先不明]",
        ] {
            #expect(wave.contains(line), "\(line)")
        }
        #expect(drafted.output.contains("ひばり市の地域の表"))
        let refused = try Program.run(["check", scratch.url.path])
        #expect(refused.status == 2)
        #expect(refused.errors.contains("「code」") && refused.errors.contains("「file」"))

        // What the draft asks for.
        wave = wave.replacing("    code:\n", with: "    code: \"99201\"\n")
            .replacing("areas: {file: , report_by: ward}", with: "areas: {file: areas.csv}")
        try wave.write(to: place, atomically: true, encoding: .utf8)
        try scratch.write(
            """
            area_code,area,kind,parent_codes,population,population_as_of,area_km2,source
            99,青空県,prefecture,,,,,test
            99201,ひばり市,municipality,99,1000,2026-01-01,,test

            """, to: "areas.csv")
        let out = scratch.url.appending(path: "out")
        let run = try Program.run(["run", scratch.url.path, "--out", out.path])
        #expect(run.status < 2, "\(run.errors)")
        let found = try String(contentsOf: out.appending(path: "tabulation.csv"), encoding: .utf8)
        let everybody = 1...Self.count
        for (index, label) in Self.fields.enumerated() {
            let count = everybody.count { Self.fields($0).contains(index + 1) }
            #expect(found.contains("\(label),\(count),\(Self.count),"), "\(label) \(count)\n\(found)")
        }
        let yes = everybody.count { Self.wants($0) == 1 && $0 != Self.unreadable }
        #expect(found.contains("はい,\(yes),\(Self.count),"), "\(found)")
        for (index, label) in Self.ways.enumerated() {
            let count = everybody.count { Self.ways($0).contains(index + 1) && $0 != Self.unreadable }
            #expect(found.contains("\(label),\(count),\(yes),"), "\(label) \(count) of \(yes)\n\(found)")
        }
    }
}
