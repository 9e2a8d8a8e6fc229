import Foundation
import Model
import Pipeline
import TestSupport

/// Two small waves in which each kind of change happens once, with their runs.
///
/// In the first nobody but むぎ会 is a member; みかん会 becomes one since it was listed and invited, なつめ会 without having been on
/// the list.
struct ChangedWave {
    /// A row of the lists, and the answer where it gave one.
    struct Entry {
        var name: String
        var key: Int
        var address = ""
        var note = ""
        var isListed = true
        var isMember = false
        var themes: [String] = []
        var types: [String] = []
        var area = "北区"
        var sees = ""
    }

    struct Wave: WrittenWave {
        let folder: URL
        let output: URL
    }

    static let secretTown = "隠れ谷町"
    /// Of the one that changes its name.
    private static let corporateNumber = "9330001000123"

    let scratch: ScratchFolder
    let first: Wave
    let second: Wave

    static let before: [Entry] = [
        Entry(name: "いちご会", key: 1, address: "熊本市中央区本町一丁目1番1号", themes: ["若者"], types: ["居場所づくり"], sees: "感じる"),
        Entry(name: "ぶどう会", key: 2, address: "熊本市中央区本町二丁目2番3号"),
        Entry(name: "なしのき会", key: 3, address: "熊本市東区花町3番"),
        Entry(name: "もも会", key: 4, address: "熊本市東区花町4番"),
        Entry(name: "かき会", key: 5, address: "熊本市東区花町5番", themes: ["ホームレス"], types: ["相談窓口の開設"]),
        Entry(name: "びわ会", key: 6, address: "熊本市東区花町6番", note: "休止中"),
        Entry(name: "みかん会", key: 7, address: "熊本市東区花町7番", themes: ["こども"], types: ["居場所づくり"]),
        Entry(
            name: "むぎ会", key: 8, address: "熊本市東区花町8番", isMember: true, themes: ["高齢者"], types: ["アウトリーチ支援"],
            area: "東区"),
        Entry(name: "しらゆり会", key: 9, address: "熊本市東区\(secretTown)9番", themes: ["DV・性暴力"]),
        Entry(name: "なつめ会", key: 10, address: "熊本市東区花町10番"),
    ]

    static let now: [Entry] = [
        Entry(name: "いちご会", key: 1, address: "熊本市中央区本町二丁目9番9号", themes: ["女性"], types: ["居場所づくり"], sees: "感じない"),
        Entry(name: "ぶどう会", key: 2, address: "熊本県熊本市中央区本町2-2-3"),
        Entry(name: "なしのき会ネット", key: 3, address: "熊本市東区花町3番"),
        Entry(name: "NPO法人もも会", key: 4, address: "熊本市東区花町4番"),
        Entry(name: "びわ会", key: 6, address: "熊本市東区花町6番", note: "R7.4 解散（代表 談）"),
        Entry(name: "みかん会", key: 7, address: "熊本市東区花町7番", isMember: true, themes: ["こども"], types: ["居場所づくり"]),
        Entry(name: "むぎ会", key: 8, address: "熊本市東区花町8番", themes: ["高齢者"], types: ["アウトリーチ支援"], area: "東区"),
        Entry(name: "しらゆり会", key: 9, address: "熊本市北区奥町1番", themes: ["DV・性暴力"]),
        Entry(name: "なつめ会", key: 10, address: "熊本市東区花町10番", isMember: true, themes: ["外国人"], area: "西区"),
        Entry(name: "くり会", key: 11, address: "熊本市北区奥町2番", themes: ["就労"], area: "南区"),
    ]

    /// - Parameters:
    ///   - settings: further lines of the `wave.yaml` of the second wave.
    ///   - invitations: names, days, outcomes.
    ///   - need: figures of いじめ in 北区 in both waves.
    init(
        settings: String = "frame_notes: {dormant: [休止], closed: [解散, 廃止]}\n",
        invitations: [String] = [
            "みかん会,2025-01-10,参加", "いちご会,2025-01-11,辞退", "なつめ会,2025-01-12,参加", "むぎ会,2025-01-13,参加", "くり会,2023-01-01,辞退",
        ], need: (before: Int, now: Int)? = nil
    ) throws {
        scratch = try ScratchFolder()
        first = Wave(folder: scratch.url.appending(path: "w1"), output: scratch.url.appending(path: "out1"))
        second = Wave(folder: scratch.url.appending(path: "w2"), output: scratch.url.appending(path: "out2"))
        try Self.write(first, Self.before, id: "w1", year: 2024, settings: "frame_notes: {dormant: [休止]}\n")
        try Self.write(
            second, Self.now, id: "w2", year: 2025,
            settings: settings + "previous: ../out1\n", invitations: invitations)
        guard let need else { return }
        for (wave, figure) in [(first, need.before), (second, need.now)] {
            try wave.write(
                "area_code,theme,count,unit,measure,source,as_of\n43105,いじめ,\(figure),件,相談件数,統計,2024\n", "need.csv")
            try Self.edit(wave) { $0 + "need: {file: need.csv}\n" }
        }
    }

    /// Changes the `wave.yaml` of a wave.
    static func edit(_ wave: Wave, _ change: (String) -> String) throws {
        let text = try String(contentsOf: wave.folder.appending(path: "wave.yaml"), encoding: .utf8)
        try wave.write(change(text), "wave.yaml")
    }

    func run() throws {
        try first.run()
        try second.run()
    }

    func changes() throws -> [[String: String]] {
        try TableFile(second.output.appending(path: "changes.csv")).rows
    }

    private static func write(
        _ wave: Wave, _ entries: [Entry], id: String, year: Int, settings: String, invitations: [String] = []
    ) throws {
        try wave.makeFolder()
        func contact(_ entry: Entry) -> String {
            "096-300-\(1000 + entry.key),k\(entry.key)@example.jp,代表\(entry.key),\(entry.key == 3 ? corporateNumber : "")"
        }
        try wave.write(gazetteer, "places.csv")
        try wave.write(
            (["団体名,電話,メール,代表者,法人番号,所在地,備考"]
                + entries.filter(\.isListed).map { "\($0.name),\(contact($0)),\($0.address),\($0.note)" })
                .joined(separator: "\n") + "\n", "名簿.csv")
        try wave.write(
            (["団体名,電話,メール,代表者,法人番号"] + entries.filter(\.isMember).map { "\($0.name),\(contact($0))" })
                .joined(separator: "\n") + "\n", "参加.csv")
        let answers = entries.filter { !$0.themes.isEmpty }.map { entry in
            [
                entry.name, contact(entry), "熊本市内の一部地域", entry.area, entry.themes.joined(separator: ";"),
                entry.types.joined(separator: ";"), entry.sees,
            ].joined(separator: ",")
        }
        try wave.write(
            (["団体名,電話,メール,代表者,法人番号,範囲,地名,分野,種類,必要性"] + answers).joined(separator: "\n") + "\n", "回答.csv")
        var yaml = configuration.replacing("ID", with: id).replacing("YEAR", with: "\(year)")
        if !invitations.isEmpty {
            let rows = invitations.map { row in
                let entry = entries.first { row.hasPrefix("\($0.name),") }
                return "\(row),\(entry.map(contact) ?? ",,,")"
            }
            try wave.write(
                (["団体名,声掛け日,結果,電話,メール,代表者,法人番号"] + rows).joined(separator: "\n") + "\n", "声掛け.csv")
            yaml += """
                  - file: 声掛け.csv
                    role: invitation
                    columns:
                      name: 団体名
                      telephone: 電話
                      email: メール
                      representative: 代表者
                      invited_on: 声掛け日
                      invitation_outcome: 結果

                """
        }
        try wave.write(yaml + settings, "wave.yaml")
    }

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

        """

    private static let configuration = """
        wave:
          id: ID
          label: YEAR年の調査
          municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
          answers_from: YEAR-10-01
          answers_until: YEAR-11-12
        codebook: codebook.yaml
        areas: {file: areas/kumamoto.csv, report_by: ward}
        gazetteers: [places.csv]
        sources:
          - file: 名簿.csv
            role: frame
            columns:
              name: 団体名
              telephone: 電話
              email: メール
              representative: 代表者
              corporate_number: 法人番号
              address: 所在地
              note: 備考
          - file: 回答.csv
            role: response
            columns: {name: 団体名, telephone: 電話, email: メール, representative: 代表者}
            answers: {"1-2": 範囲, "1-2-places": 地名, "2-2": 分野, "2-3": 種類, "4-1": 必要性}
          - file: 参加.csv
            role: member
            columns: {name: 団体名, telephone: 電話, email: メール, representative: 代表者}

        """
}
