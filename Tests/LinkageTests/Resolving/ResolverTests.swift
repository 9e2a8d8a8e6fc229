import Linkage
import Model
import Testing

/// Which records of one wave are one organisation.
@Suite("Organisations of one wave") struct ResolverTests {
    private let phone = "0961234567"

    private func resolve(
        _ a: String, _ b: String, telephone: String?, other: String? = nil
    ) throws -> Resolution {
        try Records.resolve([
            Records.make(a, row: 2, telephone: telephone),
            Records.make(b, .response, row: 2, telephone: other ?? telephone),
        ])
    }

    @Test(
        "a name that nobody else has links without a contact, however it is written",
        arguments: [
            ("特定非営利活動法人ひまわり学習支援の会", "ＮＰＯ法人 ひまわり学習支援の会"),
            ("髙森こども食堂ネットワーク", "高森子ども食堂ネットワーク"),
            ("あかね学習支援の会（事務局）", "あかね学習支援の会"), ("ピア・サポートねむのき", "ﾋﾟｱｻﾎﾟｰﾄねむのき"),
        ])
    func names(a: String, b: String) throws {
        #expect(try resolve(a, b, telephone: nil).isOne(0, 1))
        #expect(try resolve(b, a, telephone: nil).isOne(0, 1))
    }

    @Test(
        "a slip, a part or a short form is the same when a contact agrees",
        arguments: [
            ("みちしるべ学習支援塾", "みちしるべ習支援塾"), ("そらいろファミリー応援団", "そらいろファリー応援団"),
            ("ひまわりの会", "ひまわりの会　熊本支部"), ("ひまわりの会", "ひまわりの会事務局"), ("ひまわりの会", "一社ひまわりの会"),
            ("一社ひまわりの会　熊本支部", "ひまわりの会"), ("健軍校区社会福祉協議会", "健軍校区社協"),
        ])
    func slips(a: String, b: String) throws {
        for (a, b) in [(a, b), (b, a)] {
            #expect(try resolve(a, b, telephone: phone).isOne(0, 1))
        }
    }

    @Test(
        "sisters in one office are never joined",
        arguments: [
            ("ひまわり園", "第二ひまわり園"), ("第一ひまわり園", "第二ひまわり園"), ("東あおぞら会", "西あおぞら会"),
            ("あおぞら東会", "あおぞら西会"), ("あおぞら会", "東あおぞら会"), ("あおぞら作業所", "あおぞら東作業所"),
            ("あおぞら作業所", "あおぞら2作業所"), ("ひまわりの会", "ひまわりの会家族会"), ("ひまわりの会家族会", "ひまわりの会後援会"),
            ("ひまわりの会", "ひまわりの会後援会事務局"), ("ひまわりの会", "あおぞらの会"), ("児童クラブつくし", "児童クラブつくしⅡ"),
            ("山の会東部支部", "山の会西部支部"), ("健軍校区自治会", "出水校区自治会"),
        ])
    func siblings(a: String, b: String) throws {
        for (a, b) in [(a, b), (b, a)] {
            let records = try [
                Records.make(
                    a, row: 2, address: "町1-1", lot: "町1-1", telephone: phone, email: "info@example.jp",
                    representative: "山田花子"),
                Records.make(
                    b, .response, row: 2, address: "町1-1", lot: "町1-1", telephone: phone, email: "info@example.jp",
                    representative: "山田花子"),
            ]
            #expect(try !Records.resolve(records).isOne(0, 1), "\(a) \(b)")
        }
    }

    @Test("any contact bears a slip out, another one doesn't")
    func contacts() throws {
        let records = try [
            Records.make(
                "ひまわりの会水前寺", row: 2, lot: "手取本町1-1", telephone: phone, email: "info@example.jp"),
            Records.make("ひまわりの会水寺", .response, row: 2, telephone: phone),
            Records.make("ひまわりの水前寺", .response, row: 3, email: "info@example.jp"),
            Records.make("ひまりの会水前寺", .response, row: 4, lot: "手取本町1-1"),
            Records.make("ひまわの会水前寺", .response, row: 5, lot: "手取本町1-2", telephone: "0967654321"),
        ]
        let resolution = try Records.resolve(records)
        #expect(resolution.clusters(of: records).map(Set.init) == [[0, 1, 2, 3], [4]])
    }

    @Test("a lot is no telephone number")
    func kindsOfContact() throws {
        let records = try [
            Records.make("ひまわりの会水前寺", row: 2, lot: phone),
            Records.make("ひまわりの会水寺", .response, row: 2, telephone: phone),
        ]
        #expect(try !Records.resolve(records).isOne(0, 1))
    }

    @Test("names without anything to compare are organisations of their own")
    func emptyNames() throws {
        let records = try [
            Records.make("・", row: 2, telephone: phone), Records.make("・", row: 3, telephone: phone),
            Records.make("NPO法人", .response, row: 2, telephone: phone),
        ]
        #expect(try Records.resolve(records).clusters(of: records).count == 3)
    }

    @Test("nothing is resolved to nothing")
    func nothing() throws {
        let resolution = try Records.resolve([], among: 0)
        #expect(resolution.clusters.isEmpty && resolution.links.isEmpty && resolution.pairs.isEmpty)
    }

    @Test("the frame names an organisation, then members, then answers; then the text does")
    func order() throws {
        let records = try [
            Records.make("ひまわりの会", .invitation, row: 2, telephone: phone),
            Records.make("ひまわりの会", .response, row: 2, telephone: phone),
            Records.make("ひまわりの会", .member, row: 2, telephone: phone),
            Records.make("ひまわりの会", .frame, row: 9, address: "b", lot: "b1", telephone: phone),
            Records.make("ひまわりの会", .frame, row: 10, address: "a", lot: "b1", telephone: phone),
        ]
        #expect(try Records.resolve(records).clusters(of: records) == [[4, 3, 2, 1, 0]])
    }

    @Test("a list that has an organisation twice has it once, and two of one name stay two")
    func doubles() throws {
        let records = try [
            Records.make("特定非営利活動法人ほたる学習支援の会", row: 2, lot: "手取本町1-1", telephone: phone),
            Records.make("（特非）ほたる学習支援の会", row: 3, lot: "手取本町1-1", telephone: phone),
            Records.make("ほほえみの会", row: 4, lot: "手取本町2-2", telephone: "0961111111"),
            Records.make("ほほえみの会", row: 5, lot: "出水3-3", telephone: "0962222222"),
        ]
        let resolution = try Records.resolve(records)
        #expect(resolution.clusters(of: records).map(Set.init).contains([0, 1]))
        #expect(!resolution.isOne(2, 3))
    }

    @Test("an answer goes to the one of its name whose contact it has, and to neither where it has none")
    func twoOfOneName() throws {
        let records = try [
            Records.make("ほほえみの会", row: 4, lot: "手取本町2-2", telephone: "0961111111"),
            Records.make("ほほえみの会", row: 5, lot: "出水3-3", telephone: "0962222222"),
            Records.make("ほほえみの会", .response, row: 2, telephone: "0962222222"),
        ]
        #expect(try Records.resolve(records).isOne(1, 2))
        let withoutContact = try Array(records.prefix(2)) + [Records.make("ほほえみの会", .response, row: 2)]
        let resolution = try Records.resolve(withoutContact)
        #expect(!resolution.isOne(0, 2) && !resolution.isOne(1, 2))
        // A person is asked about both.
        #expect(resolution.isAsked(0, 2) && resolution.isAsked(1, 2))
    }

    @Test("those who answer twice are one, on paper and on the web, though only the frame holds the two together")
    func twoAnswers() throws {
        let records = try [
            Records.make("ほたる学習支援の会", row: 2, telephone: phone, email: "info@example.jp"),
            Records.make("ほたる学習支援の会", .response, row: 2, telephone: phone),
            Records.make("ほたる学習支援の会", .response, row: 3, email: "info@example.jp"),
        ]
        #expect(try Records.resolve(records).clusters(of: records).map(Set.init) == [[0, 1, 2]])
    }

    @Test("small differences don't add up to a chain: what one record tells apart no other joins")
    func noChains() throws {
        let records = try [
            Records.make("みどりの里作業所", row: 2, lot: "町1-1", telephone: phone),
            Records.make("第二みどりの里作業所", row: 3, lot: "町1-1", telephone: phone),
            // Two slips, one towards either.
            Records.make("みどりの里作業", .response, row: 2, lot: "町1-1", telephone: phone),
            Records.make("第二みどりの作業所", .response, row: 3, lot: "町1-1", telephone: phone),
        ]
        let resolution = try Records.resolve(records)
        #expect(
            !resolution.isOne(0, 1) && !resolution.isOne(2, 3) && !resolution.isOne(0, 3) && !resolution.isOne(1, 2))
        #expect(resolution.isOne(1, 3))
    }

    @Test("another corporate number keeps apart what shares a name and an office; a wrong check digit doesn't")
    func corporateNumbers() throws {
        func resolution(_ number: String) throws -> Resolution {
            try Records.resolve([
                Records.make("みどりの風", row: 2, telephone: phone, corporateNumber: "3000012010001"),
                Records.make("みどりの風", .response, row: 2, telephone: phone, corporateNumber: number),
            ])
        }
        #expect(try !resolution("8700110005901").isOne(0, 1))
        #expect(try resolution("3000012010001").isOne(0, 1))
        #expect(try resolution("3000012010002").isOne(0, 1))
    }

    @Test("another legal form alone never separates: organisations incorporate, and are filed under another form")
    func legalForms() throws {
        for (a, b) in [("みどりの風", "一般社団法人みどりの風"), ("NPO法人みどりの風", "社会福祉法人みどりの風")] {
            #expect(try resolve(a, b, telephone: phone).isOne(0, 1))
        }
    }

    @Test("a pair that is neither sure nor improbable is left for a person, with what each comparison says")
    func review() throws {
        let records = try [
            Records.make("ひまわり防災", row: 2, telephone: phone, representative: "山田花子"),
            Records.make("ひまわり防災すこやか", .response, row: 2, telephone: phone, representative: "山田花子"),
            Records.make("あおぞら体操", .response, row: 3, telephone: "0967654321"),
        ]
        let resolution = try Records.resolve(records)
        #expect(!resolution.isOne(0, 1) && resolution.isAsked(0, 1) && !resolution.isAsked(0, 2))
        let pair = try #require(resolution.doubtful.first)
        #expect(pair.name == .extended && pair.contact == .one && pair.bits.contact > 0 && pair.bits.name < 0)
        #expect((Resolver.reviewedFrom..<Resolver.linkedFrom).contains(pair.probability))
    }

    @Test("a text of ten thousand letters in a name ends well")
    func longNames() throws {
        let long = String(repeating: "長い名前の会", count: 1700)
        let records = try [
            Records.make(long, row: 2, telephone: phone), Records.make(long + "々", .response, row: 2, telephone: phone),
            Records.make(long, .response, row: 3, telephone: phone),
        ]
        let resolution = try Records.resolve(records)
        #expect(resolution.isOne(0, 2))
    }
}
