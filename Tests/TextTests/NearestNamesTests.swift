import TestSupport
import Testing
import Text

@Suite struct NearestNamesTests {
    @Test func theNearestComesFirst() {
        let keys = ["header_row", "header_rows", "columns", "coded_as", "encoding"]
        #expect(NearestNames.nearest(to: "header_row", among: keys).first == "header_row")
        #expect(NearestNames.nearest(to: "colums", among: keys, limit: 1) == ["columns"])
        #expect(NearestNames.nearest(to: "encodnig", among: keys).first == "encoding")
    }

    @Test func widthSpacesBreaksAndCaseSayNothing() {
        #expect(NearestNames.titleKey("団 体\n名（ＮＰＯ）") == "団体名(npo)")
        #expect(NearestNames.nearest(to: "電話番号", among: ["所在地", "電 話\n番号"]) == ["電 話\n番号"])
    }

    @Test func whatSharesNothingIsLeftOut() {
        #expect(NearestNames.nearest(to: "団体名", among: ["abc", "", "所在地"]).isEmpty)
        #expect(NearestNames.nearest(to: "団体名", among: [String]()).isEmpty)
        #expect(NearestNames.nearest(to: "", among: ["abc"]).isEmpty)
    }

    @Test func equalOnesKeepTheirOrderAndOnlyThreeAreGiven() {
        #expect(NearestNames.nearest(to: "ax", among: ["ad", "ac", "ab", "aa"]) == ["ad", "ac", "ab"])
        #expect(NearestNames.nearest(to: "ax", among: ["ad", "ac"], limit: 1) == ["ad"])
    }

    @Test func aShortNameIsNoNearerThanALongOneWithTheSameShare() {
        #expect(NearestNames.nearest(to: "支援の内容", among: ["支", "支援内容"]).first == "支援内容")
    }
}

@Suite struct EditDistanceTests {
    /// The first is Levenshtein's classic; `ca` → `abc` is 3 for optimal string alignment (a swapped pair isn't edited
    /// again), where the full Damerau distance is 2.
    @Test(arguments: [
        ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3), ("", "abc", 3), ("abc", "", 3), ("", "", 0),
        ("高齢者", "高齢者", 0), ("障がい者", "障害者", 2), ("団体名", "団名体", 1), ("abcdef", "abdcef", 1), ("a", "b", 1),
    ])
    func workedExamples(a: String, b: String, distance: Int) {
        #expect(EditDistance.between(a, b) == distance)
    }

    @Test(arguments: 0..<10) func itIsSymmetricBoundedAndZeroOnlyForEquals(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let (a, b) = (word(&generator), word(&generator))
            let distance = EditDistance.between(a, b)
            #expect(distance == EditDistance.between(b, a))
            #expect((distance == 0) == (a == b))
            #expect((abs(a.count - b.count)...max(a.count, b.count)).contains(distance))
            #expect(distance == EditDistance.between(Array(a.reversed()), Array(b.reversed())))
            #expect(distance == EditDistance.between(["あ"] + a, ["あ"] + b), "a common beginning costs nothing")
        }
    }

    @Test(arguments: 0..<10) func aSingleSlipIsOneAway(seed: UInt64) {
        var generator = SeededGenerator(seed: 100 + seed)
        for _ in 0..<300 {
            let text = word(&generator) + ["q"]
            let place = Int.random(in: text.indices, using: &generator)
            var (dropped, doubled, replaced, swapped) = (text, text, text, text)
            dropped.remove(at: place)
            doubled.insert(text[place], at: place)
            replaced[place] = "漢"
            if place > 0 { swapped.swapAt(place, place - 1) }
            #expect(EditDistance.between(text, dropped) == 1)
            #expect(EditDistance.between(text, doubled) == 1)
            #expect(EditDistance.between(text, replaced) == 1)
            #expect(EditDistance.between(text, swapped) == (swapped == text ? 0 : 1))
        }
    }

    private func word(_ generator: inout SeededGenerator) -> [Unicode.Scalar] {
        let letters: [Unicode.Scalar] = ["a", "b", "c", "あ"]
        return (0..<Int.random(in: 0...8, using: &generator)).map { _ in
            letters[Int.random(in: letters.indices, using: &generator)]
        }
    }
}
