import TestSupport
import Testing

@testable import Linkage

@Suite("Edits between names")
struct NameEditsTests {
    private func edits(_ a: String, _ b: String, most: Int) -> [NameEdits.Edit]? {
        withViews(Array(a.utf16), Array(b.utf16)) { NameEdits.between($0.letters, $1.letters, most: most) }
    }

    @Test("the fewest edits come from the end, and none when there are too many")
    func fewest() {
        #expect(edits("ひまわり", "ひまりわ", most: 1) == [.swapped])
        #expect(edits("まちくり", "まちづくり", most: 1) == [.inserted(0x3065, isInside: true)])
        #expect(edits("山の会", "川の会", most: 1) == [.replaced(0x5C71, 0x5DDD)])
        #expect(edits("山の会", "川の家", most: 1) == nil)
        #expect(edits("", "", most: 0) == [])
        #expect(edits("", "会", most: 1) == [.inserted(0x4F1A, isInside: false)])
        #expect(edits("会", "", most: 0) == nil)
    }

    @Test("they are those of the whole table, as far as there may be so many", arguments: 0..<8)
    func sameAsTheWholeTable(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var found = 0
        for _ in 0..<3000 {
            let a = RandomNames.name(0...14, &generator)
            let b = RandomNames.relative(of: a, &generator)
            let expected = PlainEdits.between(a, b)
            for most in 0...4 {
                let edits = withViews(a, b) { NameEdits.between($0.letters, $1.letters, most: most) }
                #expect(edits == (expected.count <= most ? expected : nil), "\(a) \(b) \(most)")
                found += edits == nil ? 0 : 1
            }
        }
        #expect(found > 1000)
    }

    @Test("what both have at their ends doesn't change how many there are", arguments: 0..<8)
    func endsDoNotCount(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3000 {
            let a = RandomNames.name(1...14, &generator)
            let b = RandomNames.relative(of: a, &generator)
            let count = PlainEdits.between(a, b).count
            for most in 1...3 {
                let isWithin = withViews(a, b) { one, other in
                    let pair = NamePair(one, other)
                    return NameEdits.areWithin(most, pair.shortRest, pair.longRest)
                }
                #expect(isWithin == (count <= most), "\(a) \(b) \(most)")
            }
        }
    }
}
