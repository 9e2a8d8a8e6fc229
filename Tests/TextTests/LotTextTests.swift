import Testing
import Text

struct LotTextTests {
    private let variants = CharacterVariants(pairs: [(variant: "澤", standard: "沢")])

    /// One office, written in many ways.
    @Test(arguments: [
        "熊本県熊本市東区大江3丁目18番26号", "熊本市東区大江3-18-26", "大江３－１８－２６", "東区大江3-18-26 ひかりビル5F",
        "〒862-0971 熊本市中央区大江3丁目18-26(事務局)", "大江3丁目18番26号402号室",
    ])
    func oneOffice(address: String) { #expect(LotText.key(address, variants: variants) == "大江3-18-26") }

    @Test(arguments: [
        ("益城町金澤851番地の17", "金沢851-17"), ("健軍1-2", "健軍1-2"), ("大江3の18の26", "大江3-18-26"), ("楠5丁目", "楠5"),
        ("南阿蘇村1234", "蘇村1234"),
    ])
    func others(address: String, key: String) { #expect(LotText.key(address, variants: variants) == key) }

    @Test(arguments: ["", "熊本市", "123", "〒860-0808", "1-2-3", "(1-2)"])
    func withoutALot(address: String) { #expect(LotText.key(address, variants: variants) == nil) }
}
