import Foundation
import Model
import Pipeline
import Tabular
import TestSupport

/// A small wave with everything that decides who is turned to: members, service areas, cases, free texts, frequencies and
/// offices, one of them withheld.
struct MatchWave: WrittenWave {
    struct Answer {
        var name: String
        var address = ""
        var isWithheld = false
        var range = "熊本市内全域"
        var places = ""
        var themes: [String] = []
        var otherTheme = ""
        var types: [String] = []
        var frequency = ""
        var caseFound = ""
        var caseThemes: [String] = []
    }

    let scratch: ScratchFolder
    let folder: URL
    var output: URL { scratch.url.appending(path: "out") }

    static let part = "熊本市内の一部地域"
    /// Of the one that is withheld.
    static let secretTown = "隠れ谷町"

    static let answers: [Answer] = [
        Answer(
            name: "いちご会", address: "熊本市中央区本町一丁目1番1号", range: part, places: "北区", themes: ["こども"],
            types: ["居場所づくり"], frequency: "ほぼ毎日", caseFound: "ある", caseThemes: ["こども"]),
        Answer(
            name: "ぶどう会", address: "熊本市中央区本町二丁目2番2号", themes: ["こども", "高齢者"], types: ["居場所づくり", "相談窓口の開設"],
            frequency: "年に数回", caseFound: "ない"),
        Answer(
            name: "なし会", address: "熊本市東区花町3番", range: "その他", places: "全国", themes: ["こども"], types: ["居場所づくり"]),
        Answer(
            name: "もも会", address: "熊本市東区\(secretTown)9番9号", isWithheld: true, range: part, places: "北区",
            themes: ["こども", "女性"], types: ["居場所づくり"], frequency: "週に数回"),
        Answer(
            name: "かき会", address: "熊本市東区花町4番", range: part, places: "東区", themes: ["こども"], types: ["居場所づくり"],
            frequency: "ほぼ毎日"),
        Answer(name: "びわ会", range: part, places: "北区", themes: ["こども"], frequency: "ほぼ毎日"),
        Answer(
            name: "ゆず会", themes: ["ひきこもり"], types: ["相談窓口の開設"], frequency: "月に1回程度", caseFound: "ある",
            caseThemes: ["ひきこもり"]),
        Answer(name: "うめ会", themes: ["その他"], otherTheme: "フードバンク", types: ["物的支援・食糧支援"], frequency: "不定期"),
        Answer(name: "=いも会", themes: ["高齢者"], types: ["相談窓口の開設"], frequency: "月に数回"),
    ]

    init() throws {
        scratch = try ScratchFolder()
        folder = scratch.url.appending(path: "wave")
        try makeFolder()
        try write(Self.configuration, "wave.yaml")
        try write(Self.gazetteer, "places.csv")
        let names = Self.answers.map(\.name) + ["だんまり会"]
        func telephone(_ name: String) -> String { "096-300-\(1000 + (names.firstIndex(of: name) ?? names.count))" }
        try write(
            Self.table(
                ["団体名", "所在地", "秘匿", "電話"],
                Self.answers.map { [$0.name, $0.address, $0.isWithheld ? "○" : "", telephone($0.name)] }
                    + [["だんまり会", "熊本市北区奥町1番", "", telephone("だんまり会")]]), "名簿.csv")
        try write(
            Self.table(
                ["団体名", "電話", "分野", "種類"],
                [["ぶどう会", telephone("ぶどう会"), "", ""], ["くり会", "096-399-9999", "こども", "相談窓口の開設"]]), "参加.csv")
        try write(
            Self.table(
                ["団体名", "電話", "範囲", "地名", "分野", "分野その他", "種類", "頻度", "事例", "事例の分野"],
                Self.answers.map {
                    [
                        $0.name, telephone($0.name), $0.range, $0.places, $0.themes.joined(separator: ";"),
                        $0.otherTheme, $0.types.joined(separator: ";"), $0.frequency, $0.caseFound,
                        $0.caseThemes.joined(separator: ";"),
                    ]
                }), "回答.csv")
    }

    private static func table(_ titles: [String], _ rows: [[String]]) -> String {
        var writer = CSVWriter()
        for row in [titles] + rows { writer.row(row) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// 二又町 is in two wards, 本町 has two 丁目, 里町 has an office nowhere.
    private static let gazetteer = """
        municipality_code,municipality,town,latitude,longitude
        43100,熊本市,,32.80,130.70
        43101,熊本市中央区,,32.80,130.70
        43102,熊本市東区,,32.80,130.76
        43105,熊本市北区,,32.88,130.70
        43101,熊本市中央区,本町一丁目,32.800,130.700
        43101,熊本市中央区,本町二丁目,32.810,130.700
        43102,熊本市東区,花町,32.800,130.800
        43102,熊本市東区,\(secretTown),32.801,130.801
        43105,熊本市北区,奥町,32.880,130.700
        43105,熊本市北区,里町,32.890,130.700
        43101,熊本市中央区,二又町,32.805,130.705
        43102,熊本市東区,二又町,32.785,130.775

        """

    private static let configuration = """
        wave:
          id: m1
          label: 第1回
          municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
          answers_from: 2024-10-01
          answers_until: 2024-11-12
        codebook: codebook.yaml
        areas: {file: areas/kumamoto.csv, report_by: ward}
        gazetteers: [places.csv]
        sources:
          - file: 名簿.csv
            role: frame
            columns: {name: 団体名, address: 所在地, location_withheld: 秘匿, telephone: 電話}
          - file: 回答.csv
            role: response
            columns: {name: 団体名, telephone: 電話}
            answers:
              "1-2": 範囲
              "1-2-places": 地名
              "2-2": 分野
              "2-2-other": 分野その他
              "2-3": 種類
              "2-5": 頻度
              "3-1": 事例
              "3-2": 事例の分野
          - file: 参加.csv
            role: member
            columns: {name: 団体名, telephone: 電話}
            answers: {"2-2": 分野, "2-3": 種類}

        """
}
