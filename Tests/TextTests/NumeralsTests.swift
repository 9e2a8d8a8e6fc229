import Testing
import Text

@Suite struct NumeralsTests {
    private func value(_ kanji: String) -> Int? { Numerals.value(kanji.unicodeScalars) }

    @Test(arguments: [
        (1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (100, "百"), (101, "百一"), (110, "百十"), (111, "百十一"),
        (300, "三百"), (1000, "千"), (1001, "千一"), (1234, "千二百三十四"), (2024, "二千二十四"), (9999, "九千九百九十九"),
    ])
    func numbersAreWrittenAsAddressesDo(number: Int, kanji: String) {
        #expect(Numerals.kanji(number) == kanji)
        #expect(value(kanji) == number)
    }

    @Test func everyNumberIsReadBack() {
        let written = (1...9999).map(Numerals.kanji)
        #expect(written.map(value) == Array(1...9999))
        #expect(Set(written).count == 9999)
    }

    @Test(arguments: [
        ("〇", 0), ("零", 0), ("一二三", 123), ("二〇二四", 2024), ("一〇", 10), ("万", 10_000), ("一万", 10_000), ("十万", 100_000),
        ("二十三万四千五", 234_005), ("九千九百九十九万九千九百九十九", 99_999_999), ("九九九九九九九九", 99_999_999), ("壱", 1), ("弐参", 23),
        ("百五", 105),
    ])
    func otherWaysOfWritingAreReadAsWell(kanji: String, number: Int) {
        #expect(value(kanji) == number)
    }

    @Test(arguments: [
        "", "a", "十a", "一二十", "十十", "十百", "百千", "一万二万", "丁目", "3", "九九九九九九九九九", "千千千千千千千千千千千千千千千万", "千千千千千千千千千千千千千千千千千",
    ])
    func whatIsNoNumberIsNone(text: String) {
        #expect(value(text) == nil)
    }

    @Test(arguments: [0, -1, 10_000]) func numbersBeyondAreLeftInFigures(number: Int) {
        #expect(Numerals.kanji(number) == String(number))
    }

    @Test func numeralsAreToldFromOtherKanji() {
        #expect("〇一二三四五六七八九十百千万零壱弐参".unicodeScalars.allSatisfy(Numerals.isKanjiNumeral))
        #expect(!"丁目番号1a兆".unicodeScalars.contains(where: Numerals.isKanjiNumeral))
    }
}
