import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite("What members agreed to")
struct DirectoryTests {
    private static let result = Result {
        let wave = try DirectoryWave()
        return (wave: wave, outcome: try wave.run())
    }

    private func rows(_ folder: String) throws -> [String: [String: String]] {
        let wave = try Self.result.get().wave
        let rows = try TableFile(wave.output.appending(path: "\(folder)/directory.csv")).rows
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["名称"] ?? "", $0) })
    }

    @Test("consent to be named decides on the public directory, the word on the leaflet on the leaflet's")
    func whoIsNamed() throws {
        let both = ["なんでもの会", "名前だけの会", "かくれがの会", "どの電話の会", "ちがう電話の会", "自由記述の会"]
        #expect(try Set(rows("public").keys) == Set(both + ["リーフレット辞退の会"]))
        #expect(try Set(rows("directory").keys) == Set(both + ["リーフレットの会"]))
        let findings = try Self.result.get().outcome.findings
        #expect(findings.count { $0.problem.code == .consentUnreadable } == 1)
    }

    @Test("an address and a telephone number stand where each was agreed to, and nowhere else")
    func fields() throws {
        for folder in ["public", "directory"] {
            let rows = try rows(folder)
            #expect(
                rows.compactMapValues { $0["電話番号"] == "" ? nil : $0["電話番号"] } == [
                    "なんでもの会": "0963001001", "かくれがの会": "096-300-1002", "どの電話の会": "096-300-1003",
                    "ちがう電話の会": "096-300-1004",
                ])
            let addressed = rows.filter { $0.value["所在地_連結表記"] != "" }
            #expect(Set(addressed.keys) == (folder == "public" ? ["なんでもの会"] : ["なんでもの会", "リーフレットの会"]))
        }
    }

    @Test("the columns are those of the standard data set")
    func columns() throws {
        let row = try #require(try rows("public")["なんでもの会"])
        let expected = [
            "全国地方公共団体コード": "431001", "地方公共団体名": "熊本県熊本市", "名称_カナ": "ダンタイ",
            "所在地_全国地方公共団体コード": "431010", "所在地_連結表記": "熊本県熊本市中央区国府三丁目6-13",
            "所在地_都道府県": "熊本県", "所在地_市区町村": "熊本市中央区", "所在地_町字": "国府三丁目", "所在地_番地以下": "6-13",
            "建物名等(方書)": "あおばビル2階", "支援につながる活動内容": "こども", "活動の範囲": "熊本市全域", "郵便番号": "860-0801",
        ]
        for (column, value) in expected { #expect(row[column] == value, "\(column)") }
        #expect(row["緯度"]?.hasPrefix("32.") == true && row["経度"]?.hasPrefix("130.") == true)
        let other = try #require(try rows("public")["名前だけの会"])
        for column in ["所在地_全国地方公共団体コード", "所在地_都道府県", "所在地_町字", "緯度", "経度", "電話番号", "郵便番号"] {
            #expect(other[column] == "", "\(column)")
        }
        let wave = try Self.result.get().wave
        for folder in ["public", "directory"] {
            let bytes = try Data(contentsOf: wave.output.appending(path: "\(folder)/directory.csv"))
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        }
    }

    @Test("nothing that wasn't agreed to is in any byte of public/ or directory/")
    func markers() throws {
        let wave = try Self.result.get().wave
        let ids = try TableFile(wave.output.appending(path: "organizations.csv")).rows.compactMap {
            $0["organization_id"]
        }
        for folder in ["public", "directory"] {
            let url = wave.output.appending(path: folder)
            let files = try url.contents().keys
            #expect(files.contains("hsds.json") && files.contains("by_theme.html") && files.contains("by_ward.html"))
            for path in files {
                let text = try url.appending(path: path).readableText()
                #expect(
                    !text.contains("MARK") && !text.contains("300-9") && !text.contains("3009"), "\(folder)/\(path)")
                #expect(!text.contains("尾ノ上") && !text.contains("弓削") && !text.contains("山田"), "\(folder)/\(path)")
                #expect(!ids.contains { text.contains($0) }, "\(folder)/\(path) gives an id made from an address")
                for name in ["だまっている会", "取り消した会", "読めない会"] { #expect(!text.contains(name), "\(folder)/\(path)") }
            }
        }
    }

    @Test("a theme that was coded from a text is public once a person confirmed it")
    func confirmedThemes() throws {
        let before = try Self.result.get().wave
        #expect(try rows("public")["自由記述の会"]?["支援につながる活動内容"] == "こども;その他")
        let themes = try TableFile(before.output.appending(path: "themes.csv")).rows
        #expect(themes.contains { $0["theme"] == "ひきこもり" && $0["origin"] == "recoded" })
        let wave = try DirectoryWave([try #require(DirectoryWave.members.last)])
        try wave.write(
            """
            kind,verdict,subject_a,subject_b,note,decided_on,taken_from
            theme,assigned,引きこもりの方の居場所,social_withdrawal,,2024-12-01,

            """, "decisions.csv")
        try wave.run()
        let members = try TableFile(wave.output.appending(path: "public/members.csv")).rows
        #expect(members.first?["themes"]?.contains("ひきこもり") == true)
    }

    @Test("the printable pages list members under what they do and where they work")
    func pages() throws {
        let wave = try Self.result.get().wave
        let themes = try wave.output.appending(path: "public/by_theme.html").readableText()
        let sections = themes.components(separatedBy: "<section ")
        #expect(sections.first { $0.contains("<h2") && $0.contains(">DV・性暴力</h2>") }?.contains("かくれがの会") == true)
        #expect(themes.contains("国府三丁目6-13　あおばビル2階"))
        let wards = try wave.output.appending(path: "directory/by_ward.html").readableText()
            .components(separatedBy: "<section ")
        #expect(wards.first { $0.contains(">東区</h2>") }?.contains("リーフレットの会") == true)
        #expect(wards.first { $0.contains(">熊本市全域</h2>") }?.contains("なんでもの会") == true)
        #expect(wards.first { $0.contains(">熊本市全域</h2>") }?.contains("リーフレットの会") == false)
    }

    @Test("members stand under wards, whatever finer areas gaps are reported in")
    func finerAreas() throws {
        let wave = try DirectoryWave(DirectoryWave.members.filter { $0.leaflet != nil })
        try wave.edit("wave.yaml") { $0.replacing("report_by: ward", with: "report_by: school_district") }
        try wave.run()
        let page = try wave.output.appending(path: "directory/by_ward.html").readableText()
        #expect(page.components(separatedBy: "<h2 ").dropFirst().map { $0.contains(">東区</h2>") } == [true])
    }

    @Test("what was agreed to is forgotten with the contacts")
    func forgottenContacts() throws {
        let wave = try DirectoryWave([try #require(DirectoryWave.members.first)])
        try wave.run()
        let organizations = try TableFile(wave.output.appending(path: "organizations.csv")).rows
        let id = try #require(organizations.first?["organization_id"])
        let options = ForgettingOptions(
            organizationID: id, isOfContactsOnly: true, waveFolders: [wave.folder], outputFolders: [wave.output],
            tables: .shared, today: CivilDate(year: 2024, month: 12, day: 2)!)
        _ = try Forgetting(options).run()
        func holders() throws -> [String] {
            try wave.output.contents().keys.filter {
                let text = try wave.output.appending(path: $0).readableText()
                return text.contains("0963001001") || text.contains("３００－１００１")
            }
        }
        #expect(try holders().isEmpty)
        try wave.run()
        #expect(try holders().isEmpty)
        let row = try TableFile(wave.output.appending(path: "public/directory.csv")).rows.first
        #expect(row?["電話番号"] == "" && row?["所在地_町字"] == "国府三丁目")
    }
}
