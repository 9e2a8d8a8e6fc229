import TestSupport
import Testing
import Text

@Suite struct NameNormalizerTests {
    private func core(_ name: String) -> String { TextTables.names.normalize(name).core }

    @Test(arguments: [
        ("ひまわりの会", "ひまわり の会"), ("ひまわりの会", "ひまわりの会　"), ("サポートセンター", "ｻﾎﾟｰﾄｾﾝﾀｰ"), ("サポートセンター", "サポ－トセンタ－"),
        ("サポートセンター", "サポ-トセンタ―"), ("サポートセンター", "サポ−トセンタ‐"), ("ピア・サポート", "ピアサポート"), ("ピア・サポート", "ﾋﾟｱ･ｻﾎﾟｰﾄ"),
        ("ハッピーＮＥＴ", "ハッピーnet"), ("食堂「そら」", "食堂そら"), ("『そら』の会", "そらの会"), ("がんばる会", "か\u{3099}んは\u{3099}る会"),
        ("辻の会", "辻\u{E0100}の会"),
    ])
    func spellingsOfOneNameCompareAsEqual(a: String, b: String) {
        #expect(core(a) == core(b))
    }

    @Test(arguments: [
        ("ビール会", "ビル会"), ("佐々木会", "佐木会"), ("食堂「そら」", "食堂「うみ」"), ("第一ひまわり園", "第二ひまわり園"), ("東あおぞら会", "西あおぞら会"),
        ("こども食堂", "子ども食堂"), ("ひまわりー会", "ひまわり会"),
    ])
    func namesThatMeanDifferentThingsStayDifferent(a: String, b: String) {
        #expect(core(a) != core(b))
    }

    @Test(arguments: [
        ("髙﨑会", "高崎会"), ("渡邊の会", "渡辺の会"), ("渡邉の会", "渡辺の会"), ("齋藤会", "斎藤会"), ("齊藤会", "斎藤会"), ("澤の会", "沢の会"),
        ("櫻の会", "桜の会"),
        ("濱の会", "浜の会"), ("龍田会", "竜田会"),
    ])
    func variantsOfAKanjiCompareAsOne(variant: String, standard: String) {
        #expect(core(variant) == standard)
    }

    @Test func everyVariantOfTheTableBecomesItsStandard() {
        for (variant, standard) in TextTables.variantPairs {
            #expect(core("\(variant)の会") == "\(standard)の会")
            #expect(TextTables.variants.standardized(standard) == standard, "\(standard) is a variant itself")
        }
    }

    @Test(arguments: [
        ("ひまわり会（事務局）", "ひまわり会", ["事務局"]), ("ひまわり会[熊本支部]", "ひまわり会", ["熊本支部"]), ("ひまわり会【本部】", "ひまわり会", ["本部"]),
        ("ひまわり会(東)(事務局)", "ひまわり会", ["事務局", "東"]), ("ひまわり会（代表（仮））", "ひまわり会", ["代表(仮)"]),
        ("ひまわり会（NPO法人）", "ひまわり会", []), ("NPO法人ひまわり会（事務局）", "ひまわり会", ["事務局"]),
        ("ひまわり会 NPO法人（事務局）", "ひまわり会", ["事務局"]), ("（仮）ひまわり会", "(仮)ひまわり会", []), ("（ひまわり会）", "(ひまわり会)", []),
        ("ひまわり会）", "ひまわり会)", []), ("ひまわり（東）会", "ひまわり(東)会", []),
    ])
    func notesAtTheEndAreTakenApart(name: String, core: String, notes: [String]) {
        let normalized = TextTables.names.normalize(name)
        #expect(normalized.core == core)
        #expect(normalized.notes == notes)
    }

    @Test func aHyphenIsAVowelOnlyBehindKatakana() {
        #expect(core("くまもと-ネット") == "くまもと-ネット")
        #expect(core("A-1クラブ") == "a-1クラブ")
        #expect(core("ケ－ア") == "ケーア")
    }

    @Test(arguments: ["", "　", "・", "「」"]) func nothingIsLeftOfNothing(name: String) {
        #expect(core(name).isEmpty)
    }

    @Test(arguments: 0..<10) func aNormalizedNameStaysAsItIs(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = [
            "ひまわり", "サポート", "会", "（特非）", "NPO法人", "㈱", "・", " ", "ｸﾗﾌﾞ", "髙", "（東）", "ネット", "第二", "－", "「そら」",
        ]
        for _ in 0..<300 {
            let name = (0..<Int.random(in: 1...6, using: &generator))
                .map { _ in words[Int.random(in: words.indices, using: &generator)] }.joined()
            let once = TextTables.names.normalize("あ\(name)い")
            #expect(core(once.core) == once.core, "\(name)")
        }
    }
}

@Suite struct CharacterVariantsTests {
    @Test func pairsOfSeveralCharactersArePassedOver() {
        let variants = CharacterVariants(pairs: [
            (variant: "髙", standard: "高"), ("ケ谷", "ヶ谷"), ("", "高"), ("邊", ""),
        ])
        #expect(variants.standardized("髙ケ谷邊") == "高ケ谷邊")
    }

    @Test func textWithoutVariantsStaysAsItIs() {
        #expect(TextTables.variants.standardized("ひまわり会") == "ひまわり会")
        #expect(TextTables.variants.standardized("") == "")
    }
}
