import Testing
import Text

@Suite struct ContactKeysTests {
    @Test(arguments: [
        "096-123-4567", "０９６－１２３－４５６７", "(096) 123-4567", "096 123 4567", "0961234567", "961234567", "+81 96 123 4567",
        "+81(0)96-123-4567", "81-96-123-4567", "TEL：096-123-4567", "096‐123‐4567", "（０９６）１２３－４５６７　",
    ])
    func oneNumberIsOneKey(text: String) {
        #expect(ContactKeys.telephone(text) == "0961234567")
    }

    @Test(arguments: ["090-1234-5678", "9012345678", "+81 90 1234 5678", "+81(0)90-1234-5678"])
    func aMobileNumberHasElevenDigits(text: String) {
        #expect(ContactKeys.telephone(text) == "09012345678")
    }

    @Test(arguments: [
        "", "なし", "123-4567", "096-123-456", "096-123-4567 内線12", "096-123-4567 / 096-765-4321", "119", "0961234567890",
    ])
    func whatCannotBeOneNumberIsNone(text: String) {
        #expect(ContactKeys.telephone(text) == nil)
    }

    @Test(arguments: [
        ("Info@Example.JP", "info@example.jp"), ("ｉｎｆｏ＠ｅｘａｍｐｌｅ．ｊｐ", "info@example.jp"),
        (" info@example.jp\n", "info@example.jp"),
    ])
    func mailComparesWithoutWidthAndCase(text: String, key: String) {
        #expect(ContactKeys.email(text) == key)
    }

    @Test(arguments: ["", "なし", "info.example.jp"]) func withoutASignItIsNoMail(text: String) {
        #expect(ContactKeys.email(text) == nil)
    }

    @Test(arguments: ["860-0801", "〒860-0801", "８６０－０８０１", "8600801", "〒 860 0801"])
    func aPostcodeHasSevenDigits(text: String) {
        #expect(ContactKeys.postalCode(text) == "8600801")
    }

    @Test(arguments: ["", "860-080", "860-08011", "〒", "860"]) func otherNumbersAreNoPostcode(text: String) {
        #expect(ContactKeys.postalCode(text) == nil)
    }
}
