import Linkage
import TestSupport
import Testing

/// What two names of records that share a telephone number are taken for.
@Suite("Agreement of names")
struct NameAgreementTests {
    private func agreement(_ a: String, _ b: String) throws -> NameAgreement? {
        let linker = ListLinker(lexicon: try CarriedNames.shared.get().lexicon)
        let telephone = "0963281111"
        return linker.link(
            [try LinkEntry(a, telephone: telephone)], [try LinkEntry(b, telephone: telephone)], least: 0
        ).pairs.first?.name
    }

    @Test(
        "the same name in other writing",
        arguments: [
            ("特定非営利活動法人 ひかりの会", "(特非)ひかりの会", NameAgreement.same),
            // As they stand in the report's lists.
            ("特別非営利活動法人 熊本県就労支援事業者機構", "特定非営利活動法人熊本県就労支援事業者機構", .same),
            ("NPO 法人 熊本県就労支援事業者機構", "ＮＰＯ法人熊本県就労支援事業者機構", .same),
            ("NPO法人 社会福祉法人リデルライトホーム", "社会福祉法人リデルライトホーム", .same),
            ("第三町内会みどり", "第3町内会みどり", .same), ("児童クラブⅡつくし", "児童クラブ2つくし", .same),
            ("福祉の里", "福祉の里", .same), ("花づくりの会ひろば", "花作りの会ひろば", .spelling),
            ("自助グループ「ひのき」", "自助グループ（ひのき）", .spelling),
            ("NPO 法人みらい", "エヌピーオー法人みらい", .same), ("一般社団法人 武蔵ヶ丘の家", "（一社）武蔵が丘の家", .same),
            ("社会福祉法人髙森會", "（福）高森会", .same), ("ﾊｰﾄﾌﾙﾈｯﾄ", "ハートフルネット", .same),
            ("子育てサポートセンター", "子育てサポ一トセンタ一", .same),
            ("こども広場", "子供ひろば", .spelling), ("コミュニティ虹", "コミュニティにじ", .spelling),
            ("託麻地区社会福祉協議会", "託麻地区社協", .spelling),
            ("健軍校区民生委員児童委員協議会", "健軍校区民児協", .spelling), ("障がい者の家", "障害者の家", .spelling),
            ("若者サポートセンター", "若者サポセン", .spelling), ("つばさCafe", "つばさカフェ", .spelling),
        ])
    func spellings(a: String, b: String, expected: NameAgreement) throws {
        let agreement = try agreement(a, b)
        #expect(
            agreement == expected || (expected == .same && agreement == .spelling), "\(String(describing: agreement))")
        #expect(try self.agreement(b, a) == agreement)
    }

    @Test(
        "slips of the pen",
        arguments: [
            ("子どもの居場所ひまわり", "子どもの居場所ひまりわ"), ("まちづくりネットワーク", "まちづくネットワーク"),
            ("不登校親の会ステップ", "不登親の会ステップ"), ("ハートフルスクール", "ハトフルスクール"),
            ("外国人支援センター", "外国人支援のセンター"), ("みどりの相談室", "みどりの相段室"),
            ("大樹家族の会", "大樹家族の回"), ("藤波の会", "藤波会"), ("文化協会みらい", "文化協会協会みらい"),
        ])
    func slips(a: String, b: String) throws {
        #expect(try agreement(a, b) == .slip)
        #expect(try agreement(b, a) == .slip)
    }

    @Test(
        "parts of one organisation",
        arguments: [
            ("ひだまりの会", "ひだまりの会熊本支部"), ("ひだまりの会", "ひだまりの会事務局"), ("ひだまりの会", "ひだまりの会 熊本事務所"),
        ])
    func parts(a: String, b: String) throws {
        #expect(try agreement(a, b) == .part)
        #expect(try agreement(b, a) == .part)
    }

    @Test(
        "siblings, which one word tells apart",
        arguments: [
            ("ひかり保育園", "第二ひかり保育園"), ("あおぞら作業所", "あおぞら作業所西"), ("健軍校区自治会", "出水校区自治会"),
            ("熊本ダルク", "鹿児島ダルク"), ("みらい学園", "みらい学園家族会"), ("山の会東支部", "山の会西支部"),
            ("第一学童クラブ", "第二学童クラブ"), ("山の会(東支部)", "山の会(西支部)"),
            ("読み聞かせの会", "読み聞かせ友の会"), ("つくし児童クラブ", "つくし児童クラブⅡ"), ("ひまわりダルク", "ひまわりダルク熊本"),
        ])
    func siblings(a: String, b: String) throws {
        #expect(try agreement(a, b) == .sibling)
        #expect(try agreement(b, a) == .sibling)
    }

    @Test(
        "a place before a name, which those at home leave out",
        arguments: [("富山県発達障害者支援センター", "発達障害者支援センター"), ("沖縄県手をつなぐ育成会", "手をつなぐ育成会")])
    func places(a: String, b: String) throws {
        #expect(try agreement(a, b) == .place)
        #expect(try agreement(b, a) == .place)
    }

    @Test(
        "another word in kana is another name, however few letters it has",
        arguments: [("つばさ学習支援の会", "わかば学習支援の会"), ("きずな文化協会", "みずき文化協会")])
    func words(a: String, b: String) throws {
        #expect(try agreement(a, b)?.rawValue != NameAgreement.slip.rawValue)
    }

    @Test("ー and 々 are letters like others", arguments: [("ビール研究会", "ビル研究会"), ("佐々木塾", "佐木塾")])
    func marksStay(a: String, b: String) throws {
        let agreement = try #require(try agreement(a, b))
        #expect(agreement != .same && agreement != .spelling)
    }
}
