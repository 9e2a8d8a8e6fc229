import Foundation
import TestSupport

extension Mistake {
    /// The run goes through and says it in `findings.csv`.
    static let findings: [Mistake] = rows + places + lists + decisions + need

    private static let mail = "04_メール回答.csv,,9"

    private static let rows = [
        Mistake("an answer that a scanner could not read", says: "warning,\(mail),問1種類,answer_unreadable") {
            try answer("2024/11/10,甲の会,熊本市,,-9999,4,,1,5,,5,2,1,2,,1,2,1")($0)
            try replace("questions:", "no_answer: [\"-1\"]\nunreadable: [\"-9999\"]\nquestions:", in: "codebook.yaml")(
                $0)
        },
        Mistake("a sheet of a file that has none", says: "info,04_メール回答.csv,,,,sheet_not_used") {
            try replace("  - file: 04_メール回答.csv\n", "  - file: 04_メール回答.csv\n    sheet: 回答\n", in: "wave.yaml")($0)
        },
        Mistake(
            "a consent in words", says: "warning,05_PF参加団体.csv,,2,公開可,consent_unreadable,同意欄「要相談」",
            replace("令和4年10月3日,○", "令和4年10月3日,要相談", in: "05_PF参加団体.csv")),
        Mistake("a mark of protection in words", says: "warning,05_PF参加団体.csv,,2,公開可,protection_unreadable") {
            try replace("令和4年10月3日,○", "令和4年10月3日,非公開", in: "05_PF参加団体.csv")($0)
            try replace("public_consent: 公開可", "location_withheld: 公開可", in: "wave.yaml")($0)
        },
        Mistake("bytes that are no text", says: "error,04_メール回答.csv,,9,,undecodable_bytes") {
            let file = $0.url.appending(path: "04_メール回答.csv")
            try (Data(contentsOf: file) + Data("2024/11/10,".utf8) + [0xFF, 0xFE] + Data("会,,,,,,,,,,,,,,,,\n".utf8))
                .write(to: file)
        },
        Mistake(
            "a column that nobody mapped", says: "info,04_メール回答.csv,,1,,column_not_mapped,列「TEL」は使われていません",
            replace(
                "      telephone: TEL\n    answers:\n      \"1-1\": 問1種類", "    answers:\n      \"1-1\": 問1種類",
                in: "wave.yaml")),
        Mistake("a file with a header alone", says: "warning,04_メール回答.csv,,,,source_empty") {
            try $0.edit("04_メール回答.csv") { String($0.prefix { !$0.isNewline }) + "\n" }
        },
    ]

    private static let places = [
        Mistake("an address that fits two wards", says: "warning,\(mail),所在地,address_ambiguous") {
            try """
            municipality_code,municipality,town,latitude,longitude
            43101,熊本市中央区,二又町,32.8,130.7
            43102,熊本市東区,二又町,32.8,130.8

            """.write(to: $0.url.appending(path: "two.csv"), atomically: true, encoding: .utf8)
            try replace("kumamoto_demo.csv]", "kumamoto_demo.csv, two.csv]", in: "wave.yaml")($0)
            try answer("2024/11/10,甲の会,熊本市二又町1-2,,1,4,,1,5,,5,2,1,2,,1,2,1")($0)
        }
    ]

    private static let lists = [
        Mistake("an organisation that is listed twice", says: "info,01_調査対象名簿.xlsx,名簿,141,,frame_double"),
        Mistake("a name with a word more in the same office", says: "warning,05_PF参加団体.csv,,20,,link_doubtful") {
            try $0.append(
                "ケアーズ放課後クラブすこやか,熊本県熊本市東区御領六丁目23番14号,熊本市内全域,こども,,令和4年10月3日,○\n",
                to: "05_PF参加団体.csv")
        },
        Mistake("an area without a population", says: "warning,areas.csv,,,population,population_missing,「北区」") {
            let areas = try String(
                contentsOf: RepositoryFolder.data.appending(path: "areas/kumamoto.csv"), encoding: .utf8)
            let without = areas.replacing(/(?m)^(43105,北区,ward,43100),\d+,/, with: { "\($0.1),," })
            try without.write(to: $0.url.appending(path: "areas.csv"), atomically: true, encoding: .utf8)
            try replace("file: areas/kumamoto.csv", "file: areas.csv", in: "wave.yaml")($0)
        },
    ]

    private static let need = [
        Mistake(
            "a count that may tell who is meant", says: "warning,need.csv,,2,count,need_small_count",
            needFile("area_code,theme,count,source\n43101,いじめ,3,x\n")),
        Mistake(
            "a dash for a figure", says: "warning,need.csv,,2,count,need_dash_zero,「-」を、該当なし（0）と読みました",
            needFile("area_code,theme,count,source\n43101,いじめ,-,x\n43102,いじめ,20,x\n")),
        Mistake(
            "a total that is not the sum of its parts",
            says: "warning,need.csv,,7,count,need_total_differs,全体の数値 99 が、内訳の合計 100 と違います",
            needFile(
                "area_code,theme,count,source\n" + (1...5).map { "4310\($0),いじめ,20,x\n" }.joined() + "熊本市,いじめ,99,x\n")
        ),
        Mistake(
            "parts that are more than their total", says: "warning,need.csv,,3,count,need_rest_negative",
            needFile("area_code,theme,count,source\n43101,いじめ,20,x\n熊本市,いじめ,19,x\n")),
        Mistake(
            "themes that are counted in different ways", says: "info,need.csv,,,unit,need_units_differ",
            needFile("area_code,theme,count,unit,source\n43101,いじめ,20,件,x\n43101,こども,20,人,x\n")),
        Mistake(
            "a share that may be a fraction", says: "warning,need.csv,,2,share_percent,need_share_small",
            needFile("area_code,theme,share_percent,source\n43101,いじめ,0.2,x\n")),
        Mistake(
            "figures without a date", says: "info,need.csv,,,as_of,need_source_missing,この欄のない数値が 1 あります",
            needFile("area_code,theme,count,source\n43101,いじめ,20,x\n")),
        Mistake(
            "a need file of blanks", says: "warning,need.csv,,,,need_no_figure",
            needFile("area_code,theme,count,source\n43101,いじめ,,x\n")),
        Mistake(
            "a date of a figure in words", says: "warning,need.csv,,2,as_of,date_unreadable,日付「昨年」を読めません",
            needFile("area_code,theme,count,source,as_of\n43101,いじめ,20,x,昨年\n")),
        Mistake(
            "an indicator without a value", says: "warning,need.csv,,2,indicator,need_base_missing,「東区」の「世帯」がありません"
        ) {
            try "area_code,indicator,value\n43101,世帯,100\n".write(
                to: $0.url.appending(path: "indicators.csv"), atomically: true, encoding: .utf8)
            try "area_code,theme,share_percent,indicator,source\n43102,いじめ,20,世帯,x\n".write(
                to: $0.url.appending(path: "need.csv"), atomically: true, encoding: .utf8)
            try $0.append("\nneed: {file: need.csv, indicators: indicators.csv}\n", to: "wave.yaml")
        },
    ]

    private static func needFile(_ text: String) -> @Sendable (WaveFolder) throws -> Void {
        { wave in
            try text.write(to: wave.url.appending(path: "need.csv"), atomically: true, encoding: .utf8)
            try wave.append("\nneed: {file: need.csv}\n", to: "wave.yaml")
        }
    }

    private static let decisions = [
        Mistake(
            "an address that was corrected to one that is unknown", says: "warning,\(mail),所在地,address_answer_not_found"
        ) {
            try "kind,verdict,subject_a,subject_b,note,decided_on,taken_from\naddress,corrected,どこか1-2,どこか3-4,,,\n"
                .write(to: $0.url.appending(path: "decisions.csv"), atomically: true, encoding: .utf8)
            try answer("2024/11/10,甲の会,どこか1-2,,1,4,,1,5,,5,2,1,2,,1,2,1")($0)
        },
        Mistake("an address that nobody knows", says: "info,\(mail),所在地,address_left_open,所在地「どこか1-2」は、判定により") {
            try "kind,verdict,subject_a,subject_b,note,decided_on,taken_from\naddress,unknown,どこか1-2,,,,\n"
                .write(to: $0.url.appending(path: "decisions.csv"), atomically: true, encoding: .utf8)
            try answer("2024/11/10,甲の会,どこか1-2,,1,4,,1,5,,5,2,1,2,,1,2,1")($0)
        },
        Mistake("a kind of decision that there isn't", says: "error,decisions.csv,,2,kind,decision_unreadable") {
            try "kind,verdict,subject_a,subject_b,note,decided_on,taken_from\nadress,unknown,どこか1-2,,,,\n"
                .write(to: $0.url.appending(path: "decisions.csv"), atomically: true, encoding: .utf8)
        },
        Mistake("a decision that can't be read", says: "error,decisions.csv,,2,verdict,decision_unreadable") {
            try "kind,verdict,subject_a,subject_b,note,decided_on,taken_from\nlink,maybe,a|,b|,,,\n"
                .write(to: $0.url.appending(path: "decisions.csv"), atomically: true, encoding: .utf8)
        },
        Mistake("decisions that contradict each other", says: "error,decisions.csv,,,,decision_contradicts") {
            let frame = "河内こころの相談室|熊本県熊本市南区城南町東阿高444-22"
            let other = "みらいレインボーネット|熊本県熊本市南区御幸笛田3丁目7-1"
            let third = "坪井夜回りの会熊本|熊本県熊本市中央区新大江3丁目5-16"
            try """
            kind,verdict,subject_a,subject_b,note,decided_on,taken_from
            link,different,\(frame),\(other),,,
            link,same,\(frame),\(third),,,
            link,same,\(third),\(other),,,

            """.write(to: $0.url.appending(path: "decisions.csv"), atomically: true, encoding: .utf8)
        },
    ]
}
