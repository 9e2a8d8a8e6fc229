public import Foundation

/// A made-up city with a handful of organisations, small enough to be run hundreds of times. Each of its review
/// workbooks has something to decide.
public struct TinyWave: Sendable {
    /// The wave folder.
    public let url: URL
    public var path: String { url.path }
    public var decisions: URL { url.appending(path: "decisions.csv") }

    /// - Parameters:
    ///   - previous: as `wave.yaml` has it.
    public init(_ url: URL, id: String = "t1", previous: String? = nil) throws {
        self.url = url
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let configuration = Self.configuration.replacing("id: t1", with: "id: \(id)")
        let files = [
            "wave.yaml": configuration + (previous.map { "previous: \($0)\n" } ?? ""),
            "codebook.yaml": Self.codebook, "areas.csv": Self.areas, "places.csv": Self.places,
            "名簿.csv": Self.frame, "回答.csv": Self.responses, "参加.csv": Self.members,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: url.appending(path: name)) }
    }

    public func edit(_ name: String, _ change: (String) -> String) throws {
        let file = url.appending(path: name)
        try Data(change(try String(contentsOf: file, encoding: .utf8)).utf8).write(to: file)
    }

    /// Makes it a wave that can't be run.
    public func breakApart() throws { try edit("wave.yaml") { $0.replacing("name: 団体名", with: "name: 名前") } }

    private static let frame = """
        番号,団体名,種別,住所,電話,備考
        1,NPO法人ひばりの家,NPO法人,ひばり市本町一丁目2-3,0990-00-0001,
        2,こども食堂わかば,任意団体,ひばり市若葉4-5,0990-00-0002,
        3,みどり台見守り隊,任意団体,ひばり市みどり台6-7,0990-00-0003,
        4,さざなみ会,任意団体,ひばり市本町一丁目8-9,0990-00-0004,宛先不明で返戻
        5,食料支援ネットひばり,その他,ひばり市若葉10-1,0990-00-0005,
        6,かもめの会,任意団体,ひばり市かもめ町1-2,0990-00-0006,

        """

    private static let responses = """
        回答日,団体名,住所,電話,団体の種類,活動の範囲,範囲の具体名,支援の内容,支援のその他,活動の種類
        2026/10/05,特定非営利活動法人 ひばりの家,ひばり市本町一丁目2-3,0990-00-0001,NPO法人,市内全域,,こども、生活困窮,,相談窓口、居場所
        R8.10.12,こども食堂わかば,ひばり市若葉4-5,0990-00-0002,任意団体,市内の一部,ひがし小学校区,こども;子育て,,居場所;物・食糧
        令和8年10月20日,みどり台見守隊,ひばり市みどり台6-7,0990-00-0003,任意団体,市内の一部,すずめヶ丘,高齢者,,訪問
        2026-10-21,フードバンクひばり,ひばり市若葉10-1,0990-00-0005,その他,市内全域,,生活困窮;その他,地域の気になる方の交流,物・食糧
        2026-10-22,かもめの会,ひばり市かもめ町1-2,0990-00-0006,任意団体,市内全域,,こども,,居場所

        """

    private static let members = """
        団体名,活動範囲,参加日,公開可,支援の内容,活動の種類
        NPO法人ひばりの家,市内全域,2025/4/1,○,こども,相談窓口

        """

    private static let configuration = """
        wave:
          id: t1
          label: 第1回調査（令和8年度）
          municipality: {code: "43999", name: ひばり市, prefecture: 熊本県}
          answers_from: 2026-10-01
          answers_until: 2026-10-31
        codebook: codebook.yaml
        areas: {file: areas.csv, report_by: school_district}
        gazetteers: [places.csv]
        shortlist: {size: 3}
        frame_notes: {returned: [宛先不明], dormant: [休止]}
        sources:
          - file: 名簿.csv
            role: frame
            columns: {list_number: 番号, name: 団体名, organization_type: 種別, address: 住所, telephone: 電話, note: 備考}
          - file: 回答.csv
            role: response
            columns: {answered_at: 回答日, name: 団体名, address: 住所, telephone: 電話}
            answers:
              "問1": 団体の種類
              "問2": 活動の範囲
              "問2の地域": 範囲の具体名
              "問3": 支援の内容
              "問3のその他": 支援のその他
              "問4": 活動の種類
          - file: 参加.csv
            role: member
            columns: {name: 団体名, service_area_text: 活動範囲, joined_on: 参加日, public_consent: 公開可}
            answers:
              "問3": 支援の内容
              "問4": 活動の種類

        """

    private static let codebook = """
        questions:
          - id: "問1"
            label: 団体の種類
            kind: single
            concept: organization_type
            options:
              - {code: 1, id: npo, label: NPO法人}
              - {code: 2, id: voluntary, label: 任意団体}
              - {code: 3, id: other, label: その他}
          - id: "問2"
            label: 活動の範囲
            kind: single
            concept: service_area
            options:
              - {code: 1, id: part, label: 市内の一部}
              - {code: 2, id: city, label: 市内全域}
              - {code: 3, id: other, label: その他}
          - id: "問2の地域"
            label: 活動の範囲（具体名）
            kind: text
            concept: service_area_text
          - id: "問3"
            label: 支援の内容
            kind: multiple
            concept: theme
            options:
              - {code: 1, id: children, label: こども}
              - {code: 2, id: child_rearing, label: 子育て}
              - {code: 3, id: older_people, label: 高齢者}
              - {code: 4, id: poverty, label: 生活困窮}
              - {code: 5, id: other, label: その他}
          - id: "問3のその他"
            label: 支援の内容（その他）
            kind: text
            concept: theme_text
          - id: "問4"
            label: 活動の種類
            kind: multiple
            concept: support_type
            asked_if: any_answered(問3, 問4)
            options:
              - {code: 1, id: consultation, label: 相談窓口}
              - {code: 2, id: gathering_place, label: 居場所}
              - {code: 3, id: goods_and_food, label: 物・食糧}
              - {code: 4, id: outreach, label: 訪問}
              - {code: 5, id: other, label: その他}

        """

    private static let areas = """
        area_code,area,kind,parent_codes,population,population_as_of,area_km2,source
        43,熊本県,prefecture,,,,,例
        43999,ひばり市,municipality,43,12000,2026-04-01,40.5,例
        43999-east,ひがし,school_district,43999,7000,2026-04-01,,例
        43999-west,にし,school_district,43999,5000,2026-04-01,,例

        """

    private static let places = """
        municipality_code,municipality,town,latitude,longitude
        43999,ひばり市,,32.80,130.70
        43999,ひばり市,本町一丁目,32.801,130.701
        43999,ひばり市,若葉,32.805,130.710
        43999,ひばり市,みどり台,32.795,130.690

        """
}
