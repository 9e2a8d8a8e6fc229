import TestSupport
import Testing

@testable import Linkage

/// Comparison of names leaves out what can't matter.
@Suite("Shortcuts of comparing names")
struct NameComparisonTests {
    /// Of which nothing is known: they rule nothing out.
    private static let unknown = (BigramSketch(bits: .max), BigramSketch(bits: .max))

    @Test("what a sketch rules out would not have been found", arguments: 0..<8)
    func sketches(seed: UInt64) throws {
        let names = NameComparison(lexicon: try CarriedNames.shared.get().lexicon)
        var generator = SeededGenerator(seed: seed)
        var found: Set<NameAgreement> = []
        for _ in 0..<5000 {
            let a = RandomNames.name(0...16, &generator)
            let b = RandomNames.relative(of: a, &generator)
            let agreement = withViews(a, b, sketches: Self.unknown) { names.compare($0, $1) }
            #expect(withViews(a, b) { names.compare($0, $1) } == agreement, "\(a) \(b)")
            found.insert(agreement)
        }
        #expect(found == Set(NameAgreement.allCases).subtracting([.same, .spelling]))
    }

    @Test("a search for slips alone finds those that the comparison finds", arguments: 0..<8)
    func slipsAlone(seed: UInt64) throws {
        let names = NameComparison(lexicon: try CarriedNames.shared.get().lexicon)
        var generator = SeededGenerator(seed: seed)
        var slips = 0
        for _ in 0..<5000 {
            let a = RandomNames.name(0...16, &generator)
            let b = RandomNames.relative(of: a, &generator)
            let isSlip = withViews(a, b, sketches: Self.unknown) { names.compare($0, $1) } == .slip
            #expect(withViews(a, b) { names.isSlip($0, $1) } == isSlip, "\(a) \(b)")
            slips += isSlip ? 1 : 0
        }
        #expect(slips > 100)
    }

    @Test("two letters in a row are counted as often as both names have them", arguments: 0..<4)
    func bigrams(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1000 {
            let a = RandomNames.name(2...16, &generator)
            let b = RandomNames.name(2...16, &generator)
            var rest = zip(b, b.dropFirst()).map { [$0, $1] }
            var (shared, lacking) = (0, 0)
            for bigram in zip(a, a.dropFirst()).map({ [$0, $1] }) {
                if !zip(b, b.dropFirst()).contains(where: { [$0, $1] == bigram }) { lacking += 1 }
                guard let index = rest.firstIndex(of: bigram) else { continue }
                rest.remove(at: index)
                shared += 1
            }
            let similarity = withViews(a, b) { Bigrams.similarity($0.letters, $1.letters) }
            #expect(similarity == 2 * Double(shared) / Double(a.count + b.count - 2))
            #expect(BigramSketch(a).lacking(in: BigramSketch(b)) <= lacking)
        }
    }
}
