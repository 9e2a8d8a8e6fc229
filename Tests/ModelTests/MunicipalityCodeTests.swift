import Model
import Testing

@Suite struct MunicipalityCodeTests {
    /// From the list of 総務省 (全国地方公共団体コード).
    @Test(
        arguments: [
            ("43100", "431001"), ("43101", "431010"), ("43105", "431052"), ("13101", "131016"), ("01100", "011002"),
            ("27100", "271004"), ("01303", "013030"), ("26100", "261009"), ("43", nil), ("431000", nil), ("4310a", nil),
            ("", nil),
        ] as [(String, String?)]) func theCheckDigitIsThatOfTheList(code: String, expected: String?)
    {
        #expect(MunicipalityCode.withCheckDigit(code) == expected)
    }
}
