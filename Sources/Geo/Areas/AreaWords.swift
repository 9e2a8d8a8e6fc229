/// The words of Japanese that say how far an organisation works, whatever the city is called.
enum AreaWords {
    /// 校区: what stands before is a school district.
    static let schoolDistrict = [
        "校区", "小学校区", "小校区", "小学校校区", "小学校", "小学区", "学区", "小学校通学区域", "小学校通学区", "小学校下", "校下", "小",
    ]
    /// 中学校区: a district that the hierarchy doesn't have; not to be taken for that of an elementary school.
    static let otherDistrict = ["中学校区", "中校区", "中学校", "高校", "高等学校", "連合町内会", "民児協"]
    /// 地区, 周辺: what stands before is a neighbourhood, whatever the name belongs to.
    static let neighbourhood = [
        "周辺", "地区", "地域", "近辺", "付近", "界隈", "エリア", "近郊", "近隣", "町内", "町内会", "自治会", "方面", "校区周辺", "周辺地域", "周辺地区",
        "圏域", "管内",
    ]
    /// The whole of what stands before.
    static let whole = [
        "全域", "全体", "全区", "全般", "各地", "全地域", "全地区", "一円", "一帯", "各区", "全市", "広域", "全部", "くまなく", "全市町村", "各市町村",
    ]
    /// Only some of what stands before, without saying which.
    static let some = ["一部", "一部地域", "一部の地域", "一部を含む地域", "一部を含む", "部分"]
    /// All that stands before, back to the beginning of the group, does not belong to it.
    static let except = ["を除く", "を除いて", "を除き", "除く", "を除いた", "以外", "以外の", "を除外", "は除く", "は含まない", "を含まない"]
    static let only = ["のみ", "だけ", "限定", "に限る", "に限定"]
    /// A list goes on behind them.
    static let list = [
        "、", "・", ",", "/", "と", "及び", "および", "並びに", "ならびに", "又は", "または", "や", "&",
        "+", ";", "かつ", ".",
    ]
    /// What stands before holds what follows.
    static let inside = ["の", "内の", "内", "区域内", "域内", "のうち", "のなかの", "の中の", ":", "-", "―", "—"]
    static let opening = ["(", "[", "「", "【", "〔", "〈", "<"]
    static let closing = [")", "]", "」", "】", "〕", "〉", ">"]
    /// A new group of names begins.
    static let restart = ["ただし", "但し", "。", "なお"]
    /// Several prefectures or more.
    static let wider = [
        "全国", "日本", "日本全国", "全国各地", "日本国内", "国内", "国内外", "海外", "世界", "世界中", "国外", "九州", "九州全域", "九州一円", "九州内",
        "九州各県", "九州各地", "北部九州", "南九州", "北九州地方", "九州沖縄", "九州・沖縄", "西日本", "東日本", "四国", "中国地方", "近畿", "関西", "東海",
        "中部地方", "北陸", "関東", "首都圏", "東北", "東北地方", "北海道", "沖縄", "県外", "他県", "近県", "隣県", "全都道府県", "各都道府県", "都道府県",
    ]
    static let online = [
        "オンライン", "インターネット", "ネット", "ネット上", "ウェブ", "WEB", "web", "Web", "リモート", "ZOOM", "Zoom", "zoom", "SNS",
        "LINE",
    ]
    /// Places outside the municipality, without saying which.
    static let beyond = [
        "市外", "町外", "村外", "近隣市町村", "周辺市町村", "近隣自治体", "周辺自治体", "近隣の市町村", "周辺の市町村", "隣接市町村", "近隣市町", "周辺市町",
        "他市町村", "他市町", "その他市町村", "隣接自治体", "隣接する市町村", "県内の市町村", "近隣町村", "周辺町村",
    ]
    /// Words that say nothing about where.
    static let idle = [
        "旧", "主に", "おもに", "主として", "主な", "特に", "とくに", "中心に", "を中心に", "を中心とした", "を中心として", "を中心とする", "が中心", "中心", "中心部",
        "など", "等", "ほか", "他", "その他", "在住", "在住者", "住民", "の住民", "対象", "を対象", "を対象に", "を対象とした", "活動", "活動範囲",
        "活動区域", "範囲", "区域", "で", "に", "を", "が", "は", "も", "から", "まで", "含む", "を含む", "も含む", "です", "で活動", "における",
        "において", "実施", "開催", "拠点", "可", "も可", "可能", "応相談", "約", "各", "同", "現在", "主", "近く", "内外", "する", "して",
        "いる", "ます", "及ぶ", "にある", "所在", "地元", "全", "市町村", "自治体", "市町",
    ]
}
