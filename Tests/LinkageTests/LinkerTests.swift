import Linkage
import Model
import Testing

@Suite struct LinkerTests {
    private let phone = "0961234567"

    private func areOne(_ a: String, _ b: String, contact: Bool) -> Bool {
        let records = [
            Records.make(a, row: 2, telephone: contact ? phone : nil),
            Records.make(b, .response, row: 2, telephone: contact ? phone : nil),
        ]
        return Linker().resolve(records, decisions: []).isOne(0, 1)
    }

    @Test(arguments: [
        ("特定非営利活動法人ひまわりの会", "ＮＰＯ法人 ひまわりの会"), ("髙森の会", "高森の会"), ("ひまわりの会（事務局）", "ひまわりの会"), ("ピア・サポート", "ﾋﾟｱｻﾎﾟｰﾄ"),
    ])
    func recordsOfOneNormalizedNameAreOneOrganisation(a: String, b: String) {
        #expect(areOne(a, b, contact: false))
    }

    @Test(arguments: [
        ("みちしるべ学習支援塾", "みちしるべ習支援塾"), ("そらいろファミリー応援団", "そらいろファリー応援団"), ("ひまわりの会熊本", "ひまわわりの会熊本"),
        ("ひまわりの会", "ひまわりの会　熊本支部"), ("ひまわりの会", "ひまわりの会事務局"), ("ひまわりの会", "一社ひまわりの会"),
        ("一社ひまわりの会　熊本支部", "ひまわりの会"),
    ])
    func aSlipOrABranchNoteIsTheSameWhenAContactAgrees(a: String, b: String) {
        #expect(areOne(a, b, contact: true) && areOne(b, a, contact: true))
        #expect(!areOne(a, b, contact: false))
    }

    @Test(arguments: [
        ("ひまわり園", "第二ひまわり園"), ("第一ひまわり園", "第二ひまわり園"), ("東あおぞら会", "西あおぞら会"), ("あおぞら東会", "あおぞら西会"), ("あおぞら会", "東あおぞら会"),
        ("あおぞら作業所", "あおぞら東作業所"), ("あおぞら作業所", "あおぞら第作業所"), ("あおぞら作業所", "あおぞら2作業所"), ("ひまわりの会", "ひまわりの会家族会"),
        ("ひまわりの会家族会", "ひまわりの会後援会"), ("ひまわりの会", "ひまわりの会後援会事務局"), ("ひまわりの会", "ひまわりの会々"), ("ひまわりの会", "こひまわりの会"),
        ("ひまわり食堂", "ひまわり食堂A"), ("あい会", "あいの会"), ("ひまわりの会", "まわりの会"), ("ひまわりの会", "ひまわりの"), ("ひまわりの会", "あおぞらの会"),
    ])
    func sistersInOneOfficeAreNeverJoined(a: String, b: String) {
        #expect(!areOne(a, b, contact: true) && !areOne(b, a, contact: true))
    }

    @Test func anyContactBearsASlipOut() {
        let records = [
            Records.make("ひまわりの会熊本", row: 2, lot: "43101 手取本町 1-1", telephone: phone, email: "info@example.jp"),
            Records.make("ひまわりの会本", .response, row: 2, telephone: phone),
            Records.make("ひまわりの熊本", .response, row: 3, email: "info@example.jp"),
            Records.make("ひまりの会熊本", .response, row: 4, lot: "43101 手取本町 1-1"),
            Records.make("ひまわの会熊本", .response, row: 5, lot: "43101 手取本町 1-2", telephone: "0967654321"),
        ]
        let resolution = Linker().resolve(records, decisions: [])
        #expect(resolution.clusters.map(Set.init) == [[0, 1, 2, 3], [4]])
    }

    @Test func aLotIsNoTelephoneNumber() {
        let records = [
            Records.make("ひまわりの会熊本", row: 2, lot: phone), Records.make("ひまわりの会本", .response, row: 2, telephone: phone),
        ]
        #expect(!Linker().resolve(records, decisions: []).isOne(0, 1))
    }

    @Test func namesWithoutACoreAreOrganisationsOfTheirOwn() {
        let records = [Records.make("・", row: 2, telephone: phone), Records.make("・", row: 3, telephone: phone)]
        #expect(Linker().resolve(records, decisions: []).clusters.count == 2)
    }

    @Test func nothingIsResolvedToNothing() {
        let resolution = Linker().resolve([], decisions: [])
        #expect(resolution.clusters.isEmpty && resolution.links.isEmpty && resolution.doubtful.isEmpty)
    }

    @Test func theFrameNamesAnOrganisationThenMembersThenAnswers() {
        let records = [
            Records.make("ひまわりの会", .invitation, row: 2), Records.make("ひまわりの会", .response, row: 2),
            Records.make("ひまわりの会", .member, row: 2), Records.make("ひまわりの会", .frame, row: 9, address: "b"),
            Records.make("ひまわりの会", .frame, row: 10, address: "a"),
        ]
        #expect(Linker().resolve(records, decisions: []).clusters == [[4, 3, 2, 1, 0]])
    }

    @Test func aPairThatResemblesIsLeftForAPerson() {
        let records = [
            Records.make("ひまわり子ども食堂", row: 2, telephone: phone),
            Records.make("ひまわりこども食堂", .response, row: 2, telephone: phone),
            Records.make("あおぞら防災ネットワーク", .response, row: 3, telephone: phone),
            Records.make("ひまわりコドモ食堂", .response, row: 4, telephone: "0967654321"),
        ]
        let resolution = Linker().resolve(records, decisions: [])
        #expect(resolution.clusters.count == 4)
        #expect(
            resolution.doubtful == [
                Resolution.Doubt(
                    a: 0, b: 1, probability: Linker.reviewProbability, reason: .contactAndSimilarName)
            ])
    }

    @Test func aDoubtIsNotHiddenByAnotherRecordOfTheOrganisation() {
        // The two organisations first meet in records whose names don't resemble each other.
        let records = [
            Records.make("ひまわりの会", row: 2, telephone: phone),
            Records.make("ひまわりの会熊本県南部支部", row: 3, telephone: phone),
            Records.make("ひまわりの会熊本県南部たより", .response, row: 2, telephone: phone),
        ]
        let resolution = Linker().resolve(records, decisions: [])
        #expect(resolution.isOne(0, 1) && !resolution.isOne(0, 2))
        #expect(resolution.doubtful.map { [$0.a, $0.b] } == [[1, 2]])
    }
}
