import Analysis
import Model
import TestSupport
import Testing

@Suite("City and ward figures together")
struct NeedSplittingTests {
    private let city = NeedSupport.city
    private let areas = NeedSupport.areas([300, 100, 100])

    private func figure(_ code: String, _ amount: Double) -> NeedFigure { NeedSupport.figure(code, amount) }

    @Test("a figure of the city alone is split by population")
    func cityAlone() {
        let split = NeedSplitting([figure(city, 50)], areas: areas)
        #expect(split.cells.map(\.amount) == [30, 10, 10])
        #expect(split.cells.allSatisfy { $0.basis == .split && $0.origin == 0 })
        #expect(split.conflicts.isEmpty)
    }

    @Test("where all wards have figures they count, and the city's only checks their sum", arguments: [60.0, 45])
    func complete(total: Double) {
        let wards = [figure("43101", 10), figure("43102", 20), figure("43103", 30)]
        let split = NeedSplitting([figure(city, total)] + wards, areas: areas)
        #expect(split.cells.map(\.amount) == [10, 20, 30])
        #expect(split.cells.allSatisfy { $0.basis == .given })
        #expect(split.conflicts == (total == 60 ? [] : [.totalDiffers(figure: 0, total: 45, sum: 60)]))
    }

    @Test("what the wards leave of the city's figure is split over those without one")
    func rest() {
        let split = NeedSplitting([figure("43101", 10), figure(city, 50)], areas: areas)
        #expect(split.cells.map(\.amount) == [10, 20, 20])
        #expect(split.cells.map(\.basis) == [.given, .estimated, .estimated])
        #expect(split.cells.map(\.origin) == [0, 1, 1])
    }

    @Test("wards that are more than the city leave nothing over, and are told")
    func negative() {
        let split = NeedSplitting([figure("43101", 60), figure(city, 50)], areas: areas)
        #expect(split.cells.map(\.amount) == [60, nil, nil])
        #expect(split.conflicts == [.restNegative(figure: 1, total: 50, sum: 60)])
    }

    @Test("what is withheld stays unsaid, and keeps its part of the rest")
    func withheld() {
        let hidden = NeedFigure(areaCode: "43102", value: .withheld)
        let split = NeedSplitting([figure("43101", 10), hidden, figure(city, 50)], areas: areas)
        #expect(split.cells.map(\.amount) == [10, nil, 20])
        #expect(split.cells.map(\.basis) == [.given, .withheld, .estimated])
        let alone = NeedSplitting(
            [figure("43101", 10), hidden, figure("43103", 5), figure(city, 50)], areas: areas)
        #expect(alone.cells[1].amount == nil && alone.conflicts.isEmpty)
    }

    @Test("a blank is no figure, and is not 0")
    func blank() {
        let split = NeedSplitting(
            [NeedFigure(areaCode: "43101", value: .none), figure("43102", 0), figure(city, 50)], areas: areas)
        #expect(split.cells.map(\.amount) == [37.5, 0, 12.5])
    }

    @Test("an indicator splits where it is given")
    func base() {
        let figure = NeedFigure(areaCode: city, value: .amount(60), splitBase: [1, 2, 3])
        #expect(NeedSplitting([figure], areas: areas).cells.map(\.amount) == [10, 20, 30])
    }

    @Test("nothing is split over an area whose population isn't known while others are")
    func unknownPopulation() {
        let split = NeedSplitting([figure(city, 50)], areas: NeedSupport.areas([300, nil, 100]))
        #expect(split.cells.allSatisfy { $0.amount == nil })
        #expect(split.conflicts == [.notSplit(figure: 0, areas: [1])])
        #expect(
            NeedSplitting([figure(city, 60)], areas: NeedSupport.areas([nil, nil, nil])).cells.map(\.amount)
                == [20, 20, 20])
    }

    /// Ward 1 has districts 0 and 1, ward 2 has 1 and 2: the middle one lies in both.
    private var districts: NeedAreas {
        let inner = ["a", "b", "c"].map {
            Area(code: $0, name: $0, kind: .schoolDistrict, parents: [], population: 100)
        }
        return NeedAreas(
            inner,
            outer: [
                NeedAreas.Outer(code: city, level: 3, members: [0, 1, 2], belonging: [1, 1, 1]),
                NeedAreas.Outer(code: "w1", level: 2, members: [0, 1], belonging: [1, 0.5]),
                NeedAreas.Outer(code: "w2", level: 2, members: [1, 2], belonging: [0.5, 1]),
            ])
    }

    @Test("a district in two wards takes its part of both")
    func straddling() {
        let split = NeedSplitting([figure("w1", 30), figure("w2", 60)], areas: districts)
        #expect(split.cells.map { ($0.amount ?? -1).rounded() } == [20, 30, 40])
        #expect(split.cells.allSatisfy { $0.basis == .split })
    }

    @Test("with a figure of one of its wards only, what the city leaves over is its figure")
    func halfKnown() {
        let split = NeedSplitting([figure("w1", 30), figure(city, 90)], areas: districts)
        #expect(split.cells.map { ($0.amount ?? -1).rounded() } == [20, 35, 35])
        #expect(split.cells.map(\.basis) == [.split, .estimated, .estimated])
    }

    // MARK: - Properties

    private func random(_ seed: UInt64) -> (areas: NeedAreas, wards: [NeedFigure], generator: SeededGenerator) {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...8, using: &generator)
        let areas = NeedSupport.areas((0..<count).map { _ in Int.random(in: 0...9_000, using: &generator) })
        let wards = areas.areas.compactMap { area -> NeedFigure? in
            switch Int.random(in: 0...4, using: &generator) {
            case 0: nil
            case 1: NeedFigure(areaCode: area.code, value: .withheld)
            case 2: NeedFigure(areaCode: area.code, value: .none)
            default: figure(area.code, Double(Int.random(in: 0...500, using: &generator)))
            }
        }
        return (areas, wards, generator)
    }

    @Test("a figure of the city never changes one of a ward", arguments: 0..<100 as Range<UInt64>)
    func wardsStay(seed: UInt64) {
        var (areas, wards, generator) = random(seed)
        let alone = NeedSplitting(wards, areas: areas).cells
        let total = Double(Int.random(in: 0...3_000, using: &generator))
        let together = NeedSplitting(wards + [figure(city, total)], areas: areas).cells
        for (before, after) in zip(alone, together) where before.basis != .none { #expect(before == after) }
    }

    @Test("nothing is counted twice: parts never add up to more than the city", arguments: 0..<100 as Range<UInt64>)
    func sums(seed: UInt64) {
        var (areas, wards, generator) = random(seed)
        let given = wards.reduce(0.0) { if case .amount(let amount) = $1.value { $0 + amount } else { $0 } }
        let total = given + Double(Int.random(in: 0...3_000, using: &generator))
        let cells = NeedSplitting(wards + [figure(city, total)], areas: areas).cells
        let sum = cells.reduce(0) { $0 + ($1.amount ?? 0) }
        #expect(sum <= total * (1 + 1e-12))
        let isOpen = cells.allSatisfy { $0.amount != nil } && cells.contains { $0.basis != .given }
        if isOpen { #expect(abs(sum - total) <= 1e-9 * max(1, total)) }
    }

    @Test("the order of the figures doesn't matter", arguments: 0..<100 as Range<UInt64>)
    func order(seed: UInt64) {
        var (areas, wards, generator) = random(seed)
        let figures = wards + [figure(city, 700)]
        let plain = NeedSplitting(figures, areas: areas).cells
        let shuffled = NeedSplitting(figures.shuffled(using: &generator), areas: areas).cells
        #expect(plain.map(\.amount) == shuffled.map(\.amount) && plain.map(\.basis) == shuffled.map(\.basis))
    }
}
