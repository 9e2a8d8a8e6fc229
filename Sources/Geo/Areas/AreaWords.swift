/// The words of Japanese that say how far an organisation works, whatever the city is called.
enum AreaWords {
    static let marks: [(mark: AreaTerm.Mark, words: [String])] = [
        // What stands before is a school district.
        (
            .schoolDistrict,
            split(
                """
                校区 小学校区 小校区 小学校校区 小学校 小学区 学区 小学校通学区域 小学校通学区 小学校下 校下 小 小学校の校区 小学校エリア 校区内
                小学校区内 小学校学区
                """)
        ),
        // A district that the hierarchy doesn't have; not to be taken for that of an elementary school.
        (
            .otherDistrict,
            split(
                """
                中学校区 中校区 中学校 中学校校区 中学校エリア 中学校学区 中学校の校区 高校 高等学校 連合町内会 民児協 地域包括支援センター 包括圏域
                日常生活圏域 地区社協 校区社協 まちづくりセンター
                """)
        ),
        // What stands before is a neighbourhood, whatever the name belongs to.
        (.neighbourhood, split("地区 地域 界隈 エリア 町内 町内会 自治会 方面 圏域 管内 地区内 地域内 町 全地区")),
        // The same, and what lies around: of the whole city, places outside.
        (
            .surroundings,
            split(
                """
                周辺 近辺 付近 近郊 近隣 周辺地域 周辺地区 周辺部 その周辺 その周辺地域 その近郊 その近隣 その近辺 近隣地域 近郊地域 周辺エリア 隣接地域
                その周辺部
                """)
        ),
        // A part of what stands before, with no border that a table knows.
        (
            .direction,
            split(
                """
                東部 西部 南部 北部 中部 東側 西側 南側 北側 中心部 中央部 市街地 中心市街地 中心街 郊外 山間部 沿岸部 北東部 北西部 南東部 南西部
                東北部 西北部 東南部 西南部 東部地区 西部地区 南部地区 北部地区 中部地区 東部地域 西部地域 南部地域 北部地域 中部地域 東部方面 西部方面
                南部方面 北部方面 東エリア 西エリア 南エリア 北エリア まちなか 街中 数か所 数カ所 数箇所 特定の地域 限られた地域 半分
                """)
        ),
        (
            .whole,
            split(
                """
                全域 全体 全区 全般 各地 全地域 一円 一帯 各区 全市 広域 全部 くまなく 全市町村 各市町村 内全域 全エリア 全て すべて 全ての区
                すべての区 各所 どこでも ならどこでも 内一円 全行政区 隅々
                """)
        ),
        // Only some of what stands before, without saying which.
        (.some, split("一部 一部地域 一部の地域 一部を含む地域 一部を含む 部分 一部区域 の一部 内の一部 内一部 の一部地域 の一部区域")),
        (.only, split("のみ だけ 限定 に限る に限定 限り のみで のみです")),
        (.mainly, split("主に おもに 主として 主な 特に とくに メインは 中心は 重点的に とりわけ 主たる 主 メイン 重点")),
        (.mainlyBehind, split("中心に を中心に を中心とした を中心として を中心とする が中心 中心 がメイン をメインに メインに が主 が主体 が多い")),
        // All that stands before, back to the beginning of the group, does not belong to it.
        (
            .except,
            split(
                """
                を除く を除いて を除き 除く を除いた 以外 以外の を除外 は除く は含まない を含まない 除き 除いて は除外 は対象外 は対象外です 以外で
                以外は は含みません を除きます は除きます では活動していない 以外全域 以外全て 以外すべて
                """)
        ),
        // Where it is, not where it works.
        (.office, split("事務所 事務局 本部 本社 所在地 本店 事業所所在地 事務所所在地 住所 事務所がある 事務所を置く 本拠地 に本部 に事務所 に事務局")),
        (.base, split("拠点 を拠点に を拠点として を拠点とし に拠点を置き 活動拠点 を拠点 拠点に が拠点")),
        // A list goes on behind them.
        (
            .list,
            split(
                """
                、 ・ , / と 及び および か ~ 並びに ならびに 又は または や & + ; かつ . | → * # • ● ○ ◎ ■ □ ◆ ◇ ※
                _ ! @ ^ = " '
                """)
        ),
        // What stands before holds what follows.
        (.inside, split("の 内の 内 区域内 域内 のうち のなかの の中の の中でも のうちの : - ― — 在")),
        (.opening, split("( [ 「 【 〔 〈 < {")),
        (.closing, split(") ] 」 】 〕 〉 > }")),
        // A new group of names begins.
        (.restart, split("ただし 但し 。 なお 但")),
        // The whole country or more.
        (.everywhere, split("全国 日本 日本全国 全国各地 日本国内 国内 国内外 世界 世界中 全都道府県 各都道府県 都道府県 日本中 全国区 全世界 全国規模")),
        (
            .online,
            split(
                """
                オンライン インターネット ネット ウェブ WEB web Web リモート ZOOM Zoom zoom ズーム SNS LINE オンライン上
                インターネット上 ネット上 ウェブ上 WEB上 web上 Web上 リモート上 ZOOM上 Zoom上 zoom上 ズーム上 SNS上 LINE上
                """)
        ),
        // Places outside the municipality, without saying which.
        (
            .beyond,
            split(
                """
                市外 町外 村外 近隣市町村 周辺市町村 近隣自治体 周辺自治体 近隣の市町村 周辺の市町村 隣接市町村 近隣市町 周辺市町 他市町村 他市町
                その他市町村 隣接自治体 隣接する市町村 県内の市町村 近隣町村 周辺町村 隣接する市町 近隣都市 他市 近隣市 周辺市 近隣市区町村 近郊市町村
                近隣の市町 隣接市 隣接市町 周辺の市町 近隣の町村 他の市町村 近隣の自治体 周辺の自治体 隣町 隣の市 隣の町
                """)
        ),
        (.beyondPrefecture, split("県外 他県 近県 隣県 道外 府外 都外 海外 国外 他府県 他都道府県 近隣県 近隣府県 外国 隣接県 近隣の県")),
        // Here and beyond: 県内外.
        (.bothSides, split("県内外 道内外 府内外 都内外")),
        // Nothing is said.
        (
            .nothing,
            split(
                """
                なし 無し 特になし 特に無し 無 該当なし 同上 同左 上記 上記のとおり 上記の通り 上記に同じ 上に同じ 左記のとおり 左記の通り 前述 未定
                不明 未記入 検討中 わからない 分からない 特になし。 特にありません ありません 特に決めていない 特に定めていない 不定 空欄 ?
                """)
        ),
        // A name ends before them, and they say nothing about where.
        (
            .particle,
            split(
                """
                など 等 ほか 他 その他 で に を が は も から まで 含む を含む も含む です で活動 における において も可 にて では にも でも
                とも なども などで 等で も含め を含め を含めた へ より 対応 もあり などです と一部 を対象 を対象に を対象とした 対象 が対象 も対象
                """)
        ),
        // Words that say nothing about where.
        (
            .idle,
            split(
                """
                旧 在住 在住者 住民 の住民 活動 活動範囲 活動区域 範囲 区域 実施 開催 可 可能 応相談 約 各 同 現在 近く する して しています いる
                います ます 及ぶ にある 所在 地元 全 市町村 自治体 市町 在住の方 在住者の方 にお住まいの方 お住まいの方 の方 方 活動しています
                で活動しています で活動している で活動中 活動中 している 行っている 行っています 行う 時々 ときどき たまに 随時 ほぼ 概ね おおむね
                地域住民 基本 基本的に 基本は 原則 原則として また 一般 活動場所 活動地域 活動エリア 支援 訪問 居住 居住者 に居住する方 の皆さん 市民
                区民 県民 町民 町村 出張 相談 利用者 大字 一部は あと そして それ以外 以上 程度 位 くらい 多数 連携 両 両区 両校区 の両区 の各区
                の各校区
                """)
        ),
    ]

    private static func split(_ words: String) -> [String] {
        words.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Kana for the wards that a side of the city names.
    static let readings = [
        ("中央", ["ちゅうおう", "チュウオウ"]), ("東", ["ひがし", "ヒガシ"]), ("西", ["にし", "ニシ"]), ("南", ["みなみ", "ミナミ"]),
        ("北", ["きた", "キタ"]),
    ]
}
