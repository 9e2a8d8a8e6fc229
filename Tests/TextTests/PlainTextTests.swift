import TestSupport
import Testing

@testable import Text

/// What works on scalars gives what strings would give.
@Suite struct PlainTextTests {
    private static let words = [
        "ひまわり", "サポート", "ｻﾎﾟｰﾄ", "会", "（特非）", "NPO法人", "ＮＰＯ", "㈱", "・", " ", "　", "髙", "（東）", "【", "】", "(", ")", "第二",
        "－", "ー",
        "「そら」", "一社", "特非)", "É", "代表", "理事長", "氏名：", "大江", "3丁目", "１－２", "番地の", "|", "〒860-0001", "+81", "096", "@",
        "\u{3099}",
    ]

    private static func text(_ generator: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            Int.random(in: 0..<4, using: &generator) == 0
                ? RandomText.make(length: 0...3, &generator) : words.randomElement(using: &generator) ?? ""
        }.joined()
    }

    @Test(arguments: 0..<4) func namesAreTakenApartAlike(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let name = Self.text(&generator)
            let normalized = TextTables.names.normalize(name)
            let plain = PlainText.normalized(name)
            #expect(normalized.core == plain.core, "\(name)")
            #expect(normalized.looseCore == plain.looseCore, "\(name)")
            #expect(normalized.legalFormID == plain.formID, "\(name)")
            #expect(normalized.notes == plain.notes, "\(name)")
        }
    }

    @Test(arguments: 0..<4) func addressesPersonsAndContactsAreReadAlike(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        // Those among the words; others would only be other words.
        let titles = ["代表理事", "理事長", "代表", "氏名:"]
        for _ in 0..<1000 {
            let text = Self.text(&generator)
            #expect(AddressText.key(text, variants: TextTables.variants) == PlainText.address(text), "\(text)")
            #expect(
                PersonName.key(text, variants: TextTables.variants) == PlainText.person(text, titles: titles), "\(text)"
            )
            #expect(ContactKeys.postalCode(text) == (PlainText.digits(text).count == 7 ? PlainText.digits(text) : nil))
            let folded = Width.foldedWithoutSpaces(text).lowercased()
            #expect(ContactKeys.email(text) == (folded.contains("@") ? folded : nil))
            #expect(TextTables.variants.standardized(text) == PlainText.standardized(text))
        }
    }

    @Test func everyScalarIsWrittenAndLoweredAsByString() {
        let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
        #expect(String(scalars: all).unicodeScalars.elementsEqual(all))
        let wrong = all.filter { scalar in
            var lowered = [scalar]
            lowered.lowercase()
            return !lowered.elementsEqual(String(Character(scalar)).lowercased().unicodeScalars)
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: ["", "A", "ÀBC", "ABCÀ", "İstanbul ＡΣ", "NPO法人"]) func textsAreLoweredAsByString(text: String) {
        var scalars = Array(text.unicodeScalars)
        scalars.lowercase()
        #expect(String(scalars: scalars).unicodeScalars.elementsEqual(text.lowercased().unicodeScalars))
    }
}
