import TestSupport

@testable import Linkage

/// Names as letters, alike enough for all that comparison tells apart.
enum RandomNames {
    /// Few letters, so that they come twice and in another order; kana, kanji and Latin ones.
    private static let letters = Array("あいかのさ会東西福祉第二a".utf16)
    private static let words = ["熊本", "支部", "事務局", "第二", "家族会", "の会", "ひかり", "福祉", "ネット", "東"].map { Array($0.utf16) }

    static func name(_ length: ClosedRange<Int>, _ generator: inout SeededGenerator) -> [UInt16] {
        (0..<Int.random(in: length, using: &generator)).map { _ in letters.randomElement(using: &generator) ?? 0 }
    }

    /// The name with a few letters or words changed, or another one.
    static func relative(of name: [UInt16], _ generator: inout SeededGenerator) -> [UInt16] {
        if Int.random(in: 0..<8, using: &generator) == 0 { return self.name(0...16, &generator) }
        var relative = name
        for _ in 0..<Int.random(in: 0...4, using: &generator) { change(&relative, &generator) }
        return relative
    }

    private static func change(_ name: inout [UInt16], _ generator: inout SeededGenerator) {
        let index = Int.random(in: 0...name.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: name.insert(letters.randomElement(using: &generator) ?? 0, at: index)
        case 1: name.insert(contentsOf: words.randomElement(using: &generator) ?? [], at: index)
        case 2 where index < name.count: name.remove(at: index)
        case 3 where index + 1 < name.count: name.swapAt(index, index + 1)
        case _ where index < name.count: name[index] = letters.randomElement(using: &generator) ?? 0
        default: break
        }
    }
}

/// Lends two names to what compares them, with sketches that are true.
func withViews<Result>(_ a: [UInt16], _ b: [UInt16], _ body: (NameView, NameView) -> Result) -> Result {
    withViews(a, b, sketches: (BigramSketch(a), BigramSketch(b)), body)
}

func withViews<Result>(
    _ a: [UInt16], _ b: [UInt16], sketches: (BigramSketch, BigramSketch), _ body: (NameView, NameView) -> Result
) -> Result {
    a.withUnsafeBufferPointer { one in
        b.withUnsafeBufferPointer { other in
            body(NameView(letters: one, sketch: sketches.0), NameView(letters: other, sketch: sketches.1))
        }
    }
}
