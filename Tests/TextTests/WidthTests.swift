import Foundation
import TestSupport
import Testing
import Text

@Suite struct WidthTests {
    @Test(arguments: [
        ("ＮＰＯ法人　ＡＢＣ－１２３", "NPO法人 ABC-123"), ("（株）！？～", "(株)!?~"), ("ｶﾀｶﾅ", "カタカナ"),
        ("ｱｲｳｴｵﾜｦﾝｧｨｩｪｫｬｭｮｯ", "アイウエオワヲンァィゥェォャュョッ"),
        ("ｻﾎﾟｰﾄ", "サポート"), ("ｶﾞｷﾞｸﾞｹﾞｺﾞ", "ガギグゲゴ"), ("ﾊﾟﾋﾟﾌﾟﾍﾟﾎﾟ", "パピプペポ"), ("ﾊﾞﾋﾞﾌﾞﾍﾞﾎﾞ", "バビブベボ"), ("ｳﾞｧｲｵﾘﾝ", "ヴァイオリン"),
        ("ﾜﾞｦﾞ", "ヷヺ"), ("｡｢｣､･", "。「」、・"), ("㈱①⑳", "(株)120"), ("㈲㈳㈶㈻㈾㈴", "(有)(社)(財)(学)(資)(名)"), ("〜", "~"), ("ﾟ", "゜"),
        ("ｱﾞ", "ア゛"),
        ("がﾞ", "が゛"), ("ふつうの名前", "ふつうの名前"), ("", ""),
    ])
    func everyCharacterGetsOneWidth(written: String, folded: String) {
        #expect(Width.folded(written).unicodeScalars.elementsEqual(folded.unicodeScalars))
    }

    @Test func everyKanaIsTheSameComposedAndDecomposed() {
        let kana = [0x3041...0x3096, 0x309D...0x309E, 0x30A1...0x30FA, 0x30FC...0x30FE].joined()
            .compactMap { Unicode.Scalar(UInt32($0)) }
        for scalar in kana {
            let decomposed = String(scalar).decomposedStringWithCanonicalMapping
            #expect(
                Width.folded(decomposed).unicodeScalars.elementsEqual([scalar]),
                "\(scalar) from \(decomposed.unicodeScalars.map { String($0.value, radix: 16) })")
        }
    }

    @Test(arguments: ["ビール ビル", "佐々木", "いすゞ", "学校ゝ", "ヴィ・ラージ", "々〆ヶ〇", "コーヒー"])
    func longVowelsAndRepeatMarksStay(text: String) {
        #expect(Width.folded(text) == text)
    }

    @Test(arguments: [
        "辻\u{FE00}", "辻\u{E0100}", "辻\u{200B}", "\u{FEFF}辻", "辻\u{200D}", "\u{202B}辻\u{202C}", "\u{2066}辻\u{2069}",
        "辻\u{2060}", "\u{200E}辻\u{200F}",
    ])
    func selectorsJoinersAndDirectionMarksGo(text: String) {
        #expect(Width.folded(text).unicodeScalars.elementsEqual("辻".unicodeScalars))
    }

    @Test(arguments: ["\u{3000}", "\u{A0}", "\t", "\u{2003}", "\u{202F}", "\n", "\u{0B}", "\u{2028}", " "])
    func everySpaceIsAPlainOne(space: String) {
        #expect(Width.folded("a\(space)b") == "a b")
        #expect(Width.folded("ａ\(space)b") == "a b")
        #expect(Width.foldedWithoutSpaces("\(space)a\(space)ｂ\(space)") == "ab")
        #expect(Width.trimmed("\(space)\(space)a\(space)b\(space)") == "a\(space)b")
        #expect(Width.trimmed("\(space)") == "")
    }

    @Test func aBreakOfTwoCharactersIsTakenOffWhole() {
        #expect(Width.trimmed("\r\n熊本\r\n").unicodeScalars.elementsEqual("熊本".unicodeScalars))
    }

    @Test(arguments: 0..<20) func foldingTwiceIsFoldingOnce(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let text = RandomText.make(length: 0...12, &generator)
            let once = Width.folded(text)
            #expect(Width.folded(once).unicodeScalars.elementsEqual(once.unicodeScalars), "\(text.unicodeScalars)")
            let bare = Width.foldedWithoutSpaces(text)
            #expect(!bare.unicodeScalars.contains(where: Width.isSpace))
            #expect(Width.foldedWithoutSpaces(bare).unicodeScalars.elementsEqual(bare.unicodeScalars))
        }
    }

    @Test(arguments: 0..<10) func neighboursDontChangeHowACharacterFolds(seed: UInt64) {
        var generator = SeededGenerator(seed: 1000 + seed)
        for _ in 0..<300 {
            // 漢 takes no voicing mark, so that the halves fold apart.
            let (left, right) = (
                RandomText.make(length: 0...6, &generator), RandomText.make(length: 0...6, &generator)
            )
            let whole = Width.folded("\(left)漢Ａ\(right)")
            let parts = Width.folded(left) + "漢" + Width.folded("Ａ\(right)")
            #expect(whole.unicodeScalars.elementsEqual(parts.unicodeScalars))
        }
    }
}
