import Foundation
import Model
import Pipeline
import TestSupport

/// A wave of members of the platform that agreed to different things. Addresses and telephone numbers that may be known
/// hold no marker; all others do, or are numbers of their own.
struct DirectoryWave: WrittenWave {
    let scratch: ScratchFolder
    let folder: URL
    var output: URL { scratch.url.appending(path: "out") }

    /// An organisation, with what each list says of it.
    struct Member {
        var name: String
        /// 公開可, 所在地公開可, 電話公開可, as the list of members has them.
        var consents = ["", "", ""]
        var address = ""
        var telephone = ""
        var joined = "2022-04-01"
        /// 公開可 in the answer of 2024; `nil` for no answer.
        var laterConsent: String?
        var frameTelephone = ""
        /// リーフレット掲載同意, as the ledger has it.
        var leaflet: String?
        var themes = "こども"
        var themeText = ""
        var area = "熊本市内全域"
    }

    init(_ members: [Member] = DirectoryWave.members) throws {
        scratch = try ScratchFolder()
        folder = scratch.url.appending(path: "wave")
        try makeFolder()
        try write(Self.configuration, "wave.yaml")
        let frame = members.map { [$0.name, $0.frameTelephone] }
        let answers = members.filter { $0.laterConsent != nil }.map {
            ["2024-10-20", $0.name, $0.laterConsent ?? "", $0.themes, $0.themeText]
        }
        let rows = members.map {
            [$0.name, "ダンタイ", "860-0801", $0.address, $0.telephone, $0.joined, $0.area, $0.themes] + $0.consents
        }
        let ledger = members.filter { $0.leaflet != nil }.map { [$0.name, "2024-12-01", "参加", $0.leaflet ?? ""] }
        try write(table(["団体名", "電話"], frame), "名簿.csv")
        try write(table(["回答日", "団体名", "公開可", "分野", "分野のその他"], answers), "回答.csv")
        try write(
            table(["団体名", "カナ", "郵便番号", "所在地", "電話", "参加日", "活動範囲", "分野", "公開可", "所在地公開可", "電話公開可"], rows),
            "参加.csv")
        try write(table(["団体名", "声掛け日", "結果", "リーフレット掲載同意"], ledger), "声掛け.csv")
    }

    private func table(_ titles: [String], _ rows: [[String]]) -> String {
        ([titles] + rows).map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n") + "\n"
    }

    static let markedAddress = "熊本県熊本市北区弓削1-11-7 MARK荘"

    static let members = [
        Member(
            name: "なんでもの会", consents: ["○", "○", "○"], address: "熊本県熊本市中央区国府3丁目6-13 あおばビル2階",
            telephone: "０９６－３００－１００１（事務局 山田）"),
        Member(name: "名前だけの会", consents: ["○", "×", ""], address: markedAddress, telephone: "096-300-9001"),
        Member(name: "だまっている会", address: markedAddress, telephone: "096-300-9002"),
        Member(
            name: "リーフレットの会", consents: ["", "○", ""], address: "熊本県熊本市東区戸島西5丁目19-25",
            telephone: "096-300-9003", leaflet: "○", area: "東区"),
        Member(name: "リーフレット辞退の会", consents: ["○", "", ""], leaflet: "×"),
        Member(
            name: "取り消した会", consents: ["○", "○", "○"], address: markedAddress, telephone: "096-300-9004",
            laterConsent: "×"),
        Member(name: "読めない会", consents: ["要相談", "○", "○"], address: markedAddress, telephone: "096-300-9005"),
        Member(
            name: "かくれがの会", consents: ["○", "○", "○"], address: "熊本県熊本市東区尾ノ上4-3-29 MARK荘",
            telephone: "096-300-1002", themes: "DV・性暴力"),
        Member(name: "どの電話の会", consents: ["○", "", "○"], telephone: "", frameTelephone: "096-300-1003"),
        Member(
            name: "ちがう電話の会", consents: ["○", "", "○"], telephone: "096-300-1004", frameTelephone: "096-300-9006"),
        Member(
            name: "自由記述の会", consents: ["○", "", ""], laterConsent: "", themes: "こども;その他",
            themeText: "引きこもりの方の居場所"),
    ]

    private static let configuration = """
        wave:
          id: d1
          label: 第1回
          municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
          answers_from: 2024-10-01
          answers_until: 2024-11-12
        codebook: codebook.yaml
        areas: {file: areas/kumamoto.csv, report_by: ward}
        gazetteers: [gazetteer/kumamoto_demo.csv]
        sources:
          - file: 名簿.csv
            role: frame
            columns: {name: 団体名, telephone: 電話}
          - file: 回答.csv
            role: response
            columns: {name: 団体名, answered_at: 回答日, public_consent: 公開可}
            answers:
              "2-2": 分野
              "2-2-other": 分野のその他
          - file: 参加.csv
            role: member
            columns:
              name: 団体名
              name_kana: カナ
              postal_code: 郵便番号
              address: 所在地
              telephone: 電話
              joined_on: 参加日
              service_area_text: 活動範囲
              public_consent: 公開可
              address_consent: 所在地公開可
              telephone_consent: 電話公開可
            answers:
              "2-2": 分野
          - file: 声掛け.csv
            role: invitation
            columns: {name: 団体名, invited_on: 声掛け日, invitation_outcome: 結果, leaflet_consent: リーフレット掲載同意}

        """
}
