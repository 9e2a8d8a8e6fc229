import Foundation
import TestSupport

extension Mistake {
    /// The run can't go on: exit status 2 and nothing written.
    static let stopping: [Mistake] = configuration + need + files + places

    private static let configuration = [
        Mistake("no wave.yaml", says: "調査フォルダに wave.yaml がありません") {
            try FileManager.default.removeItem(at: $0.url.appending(path: "wave.yaml"))
        },
        Mistake(
            "no YAML", says: "エラー wave.yaml 4行：YAML として読めません",
            replace("  id: r6\n", "  id: [r6\n", in: "wave.yaml")),
        Mistake(
            "a key twice", says: "「id」が二度あります", replace("  id: r6\n", "  id: r6\n  id: r7\n", in: "wave.yaml")),
        Mistake(
            "a wrong key", says: "エラー wave.yaml 13行「shortlst」：キー「shortlst」はありません。近いキー：shortlist",
            replace("shortlist:", "shortlst:", in: "wave.yaml")),
        Mistake(
            "a missing key", says: "エラー wave.yaml 2行：キー「codebook」が必要です",
            replace("codebook: codebook.yaml\n", "", in: "wave.yaml")),
        Mistake(
            "a wrong type", says: "エラー wave.yaml 13行「size」：値「多め」の形が違います。必要な形：1…1000",
            replace("{size: 18}", "{size: 多め}", in: "wave.yaml")),
        Mistake(
            "a wrong value", says: "「role」：「frme」という値はありません。近い値：frame, member, response, invitation",
            replace("role: frame", "role: frme", in: "wave.yaml")),
        Mistake(
            "a date that does not exist", says: "エラー wave.yaml 7行「answers_until」：日付「2024-11-31」を読めません",
            replace("2024-11-12", "2024-11-31", in: "wave.yaml")),
        Mistake(
            "an unknown municipality", says: "エラー wave.yaml 5行「municipality」：「43999」という値はありません。近い値：43100 熊本市",
            replace("\"43100\"", "\"43999\"", in: "wave.yaml")),
        Mistake(
            "an answer to no question", says: "「answers」：「9-9」という値はありません",
            replace("      \"4-4\": 問4-4期待\n", "      \"4-4\": 問4-4期待\n      \"9-9\": 問4-4期待\n", in: "wave.yaml")),
        Mistake(
            "two places of one answer", says: "「column」と「columns」は一緒に書けません",
            replace("\"4-4\": 問4-4期待", "\"4-4\": {column: 問4-4期待, columns: \"問4-4*\"}", in: "wave.yaml")),
        Mistake(
            "a file that is listed twice", says: "「04_メール回答.csv」が二度あります",
            replace("  - file: 02_Web回答.csv\n", "  - file: 04_メール回答.csv\n", in: "wave.yaml")),
        Mistake(
            "a label that two options share", says: "エラー codebook.yaml 10行「options」：「ＮＰＯ法人」が二度あります",
            replace("label: \"社会福祉法人\"", "label: \"ＮＰＯ法人\"", in: "codebook.yaml")),
        Mistake(
            "an encoding that is none", says: "「encoding」：「shift_jis」という値はありません。近い値：utf-8, cp932, utf-16le, utf-16be",
            replace("encoding: cp932", "encoding: shift_jis", in: "wave.yaml")),
        Mistake(
            "a theme that the taxonomy doesn't have",
            says: "エラー codebook.yaml 61行「id」：「mental_helth」という値はありません。近い値：mental_health",
            replace("id: mental_health", "id: mental_helth", in: "codebook.yaml")),
        Mistake(
            "a condition that is none", says: "エラー codebook.yaml 140行「asked_if」：条件「3-1 =」を読めません。書き方の例：3-1 = yes",
            replace("asked_if: 3-1 = yes", "asked_if: 3-1 =", in: "codebook.yaml")),
        Mistake(
            "a condition on no question", says: "「asked_if」：「3-9」という値はありません。近い値：3-1",
            replace("asked_if: 3-1 = yes", "asked_if: 3-9 = yes", in: "codebook.yaml")),
    ]

    private static let need = [
        Mistake(
            "an empty need file", says: "エラー need.csv：見出し行（1行目）がありません", needFile("")),
        Mistake(
            "a need file without figures", says: "エラー need.csv 1行：列「weight」が見つかりません",
            needFile("area_code,theme,source\n43101,いじめ,x\n")),
        Mistake(
            "a need of an area that there isn't", says: "エラー need.csv 2行「地域」：「中夫区」という値はありません。近い値：中央区",
            needFile("地域,活動内容,数値,出典\n中夫区,いじめ,12,x\n")),
        Mistake(
            "two figures in one row", says: "エラー need.csv 2行「count」：「count」と「weight」は一緒に書けません",
            needFile("area_code,theme,weight,count,source\n43101,いじめ,1,12,x\n")),
        Mistake(
            "a negative need", says: "エラー need.csv 2行「count」：値「△12」の形が違います",
            needFile("area_code,theme,count,source\n43101,いじめ,△12,x\n")),
        Mistake(
            "a theme that is counted in two ways",
            says: "エラー need.csv 3行「unit」：一つの活動内容に、数値の種類が二つあります（「人」と、件：2行目）",
            needFile("area_code,theme,count,unit,source\n43101,いじめ,12,件,x\n43102,いじめ,30,人,x\n")),
        Mistake(
            "an indicator that there isn't", says: "エラー need.csv 2行「indicator」：「65歳以上」という値はありません。近い値：人口",
            needFile("area_code,theme,share_percent,indicator,source\n43101,高齢者,12,65歳以上,x\n")),
        Mistake("a priority that is no theme", says: "「priority_themes」：「こどもたち」という値はありません。近い値：こども") {
            try $0.append("\nneed: {priority_themes: [ひきこもり, こどもたち]}\n", to: "wave.yaml")
        },
    ]

    private static func needFile(_ text: String) -> @Sendable (WaveFolder) throws -> Void {
        { wave in
            try text.write(to: wave.url.appending(path: "need.csv"), atomically: true, encoding: .utf8)
            try wave.append("\nneed: {file: need.csv}\n", to: "wave.yaml")
        }
    }

    private static let files = [
        Mistake("a missing file", says: "エラー wave.yaml 10行「codebook」：ファイル「codebok.yaml」がありません。近い名前：codebook.yaml") {
            try replace("codebook: codebook.yaml", "codebook: codebok.yaml", in: "wave.yaml")($0)
        },
        Mistake("a path that leads outside", says: "「../codebook.yaml」は調査フォルダの外です") {
            try FileManager.default.copyItem(
                at: $0.url.appending(path: "codebook.yaml"), to: $0.scratch.url.appending(path: "codebook.yaml"))
            try replace("codebook: codebook.yaml", "codebook: ../codebook.yaml", in: "wave.yaml")($0)
        },
        Mistake(
            "a sheet that isn't there", says: "エラー 01_調査対象名簿.xlsx：シート「名票」がありません。あるシート：名簿, 凡例",
            replace("sheet: 名簿", "sheet: 名票", in: "wave.yaml")),
        Mistake(
            "a header below the end", says: "エラー 01_調査対象名簿.xlsx［名簿］：見出し行（900行目）がありません",
            replace("header_row: 4", "header_row: 900", in: "wave.yaml")),
        Mistake(
            "a column that isn't there", says: "エラー 01_調査対象名簿.xlsx［名簿］ 4行：列「団体の名」が見つかりません。近い見出し：団体名",
            replace("      name: 団体名\n", "      name: 団体の名\n", in: "wave.yaml")),
        Mistake(
            "a title that two columns have",
            says: "エラー 04_メール回答.csv 1行：列「TEL」が複数あります。次のように書き分けてください：TEL#1, TEL#2",
            replace("TEL,問1種類", "TEL,TEL", in: "04_メール回答.csv")),
        Mistake("a damaged workbook", says: "エラー 01_調査対象名簿.xlsx：ファイルが壊れています") {
            let file = $0.url.appending(path: "01_調査対象名簿.xlsx")
            try Data(contentsOf: file).prefix(20_000).write(to: file)
        },
        Mistake("an old workbook", says: "エラー 01_調査対象名簿.xlsx：この形式") {
            let file = $0.url.appending(path: "01_調査対象名簿.xlsx")
            try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)).write(
                to: file)
        },
        Mistake(
            "a folder without the data files", says: "付属データ「taxonomy/themes.csv」が見つかりません",
            arguments: ["--data", "/nowhere"]),
    ]

    private static let places = [
        Mistake("an output folder that isn't ours", says: "出力先は Tsunagi の出力フォルダではないので書き込みません") {
            try $0.scratch.write("x", to: "out/notes.txt")
        },
        Mistake(
            "a previous output that is none", says: "/nowhere：前回の出力フォルダに register.sqlite がありません",
            arguments: ["--previous", "/nowhere"]),
    ]
}
