import Analysis
import TestSupport

extension SeededGenerator {
    mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    mutating func index(_ weights: [Double]) -> Int {
        var left = Double.random(in: 0..<1, using: &self) * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left < 0 { return index }
        }
        return weights.count - 1
    }
}

/// 619 units of four types in five wards, of whom about a quarter answer: more of some types and wards than of others, as
/// what they would answer differs too.
struct KnownPopulation {
    struct Question {
        let counted: [Bool]
        let base: [Bool]

        var population: Int { base.count(where: \.self) }
        var percent: Double { Double(zip(counted, base).count { $0 && $1 }) / Double(population) * 100 }
    }

    let types: [Int]
    let wards: [Int]
    /// One that those who answer seldom would say yes to, one that those who answer often would and that part of the
    /// population is asked, and one that few say yes to.
    let questions: [Question]
    private static let answers = [0.14, 0.42, 0.20, 0.34]
    private static let wardFactors = [0.8, 1.3, 1.0, 1.2, 0.7]

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        types = (0..<619).map { _ in generator.index([285, 214, 72, 48]) }
        wards = (0..<619).map { _ in generator.index([4, 3, 2, 2, 1]) }
        let many = [0.65, 0.30, 0.50, 0.25]
        let some = [0.10, 0.45, 0.25, 0.55]
        let few = [0.03, 0.10, 0.06, 0.12]
        let (types, wards) = (types, wards)
        questions = [(many, 1.0), (some, 0.7), (few, 1.0)].map { rates, asked in
            Question(
                counted: (0..<619).map { generator.chance(rates[types[$0]] * (0.9 + 0.05 * Double(wards[$0]))) },
                base: (0..<619).map { _ in generator.chance(asked) })
        }
    }

    var margins: [RakingMargin] {
        [(types, 4), (wards, 5)].map { categories, size in
            var populations = [Double](repeating: 0, count: size)
            for category in categories { populations[category] += 1 }
            return RakingMargin(populations: populations)
        }
    }

    func respondents(_ generator: inout SeededGenerator) -> [Int] {
        types.indices.filter { generator.chance(Self.answers[types[$0]] * Self.wardFactors[wards[$0]]) }
    }
}

/// 700 units: the first 500 in the frames of both waves, the next 100 in the earlier one's only, the others in the later
/// one's only.
struct TwoWaves {
    struct Draw {
        let earlier: ShareChange.WaveCount
        let later: ShareChange.WaveCount
        let panel: ShareChange.Panel
    }

    private let before: [Bool]
    private let after: [Bool]

    init(share: Double, _ generator: inout SeededGenerator) {
        before = (0..<700).map { _ in generator.chance(share) }
        after = before.map { generator.chance(0.75) ? $0 : generator.chance(share + 0.2) }
    }

    private static func isEarlier(_ unit: Int) -> Bool { unit < 600 }
    private static func isLater(_ unit: Int) -> Bool { unit < 500 || unit >= 600 }

    private func count(_ answers: [Bool], _ units: [Int]) -> Int { units.count { answers[$0] } }

    var change: Double {
        let later = (0..<700).filter(Self.isLater)
        return Double(count(after, later)) / Double(later.count) * 100 - Double(count(before, Array(0..<600))) / 6
    }

    var pairedChange: Double { Double(count(after, Array(0..<500)) - count(before, Array(0..<500))) / 5 }

    func draw(rate: Double, _ generator: inout SeededGenerator) -> Draw {
        var (first, second, both) = ([Int](), [Int](), [Int]())
        for unit in 0..<700 {
            let answered = Self.isEarlier(unit) && generator.chance(rate)
            let again = Self.isLater(unit) && generator.chance(answered ? 0.7 : rate * 0.8)
            if answered { first.append(unit) }
            if again { second.append(unit) }
            if answered && again { both.append(unit) }
        }
        let gained = both.count { after[$0] && !before[$0] }
        return Draw(
            earlier: ShareChange.WaveCount(count: count(before, first), base: first.count, population: 600),
            later: ShareChange.WaveCount(count: count(after, second), base: second.count, population: 600),
            panel: ShareChange.Panel(
                both: count(after, both) - gained, gained: gained, lost: both.count { before[$0] && !after[$0] },
                pairs: both.count, population: 500))
    }
}
