import Analysis
import Model
import TestSupport
import Testing

@Suite struct NeedModelTests {
    private let themes = NeedSupport.themes("children", "youth", "housing", "poverty")

    private func equal(_ populations: [Int?], priorities: Set<String> = [], weight: Double = 1) -> [Need] {
        NeedModel(
            areas: NeedSupport.areas(populations), themes: themes, priorityThemes: priorities, priorityWeight: weight
        ).equalThemes(source: "国勢調査")
    }

    @Test func everyThemeIsEqualAndSplitByPopulation() {
        let needs = equal([300, 100])
        #expect(needs.map(\.weight) == Array(repeating: 0.1875, count: 4) + Array(repeating: 0.0625, count: 4))
        #expect(needs.map(\.areaCode) == Array(repeating: "43101", count: 4) + Array(repeating: "43102", count: 4))
        #expect(needs.prefix(4).map(\.themeID) == themes.map(\.id))
        #expect(needs.allSatisfy { $0.source == "国勢調査" && $0.basis == .equal && $0.figure == nil })
    }

    @Test(arguments: [
        [187_000, 190_000, 93_000, 132_000, 143_000], [1], [0, 7], [nil, nil, nil], [0, 0], [nil, 5, 8],
        [1, 1, 1, 1, 1, 1, 1],
    ])
    func allNeedAddsUpToOne(populations: [Int?]) {
        #expect(abs(equal(populations).reduce(0) { $0 + ($1.weight ?? 0) } - 1) < 1e-12)
        let prior = equal(populations, priorities: ["youth"], weight: 3)
        #expect(abs(prior.reduce(0) { $0 + ($1.weight ?? 0) } - 1) < 1e-12)
    }

    @Test func anAreaWithoutPopulationHasNoWeightUnlessNoneHas() {
        let needs = equal([nil, 10])
        #expect(needs.map(\.weight) == [nil, nil, nil, nil, 0.25, 0.25, 0.25, 0.25])
        #expect(needs.prefix(4).allSatisfy { $0.basis == .noFigure })
        #expect(equal([nil, 0]).allSatisfy { $0.weight == 0.125 })
    }

    @Test func withoutAreasOrThemesThereIsNoNeed() {
        #expect(equal([]).isEmpty)
        #expect(NeedModel(areas: NeedSupport.areas([5]), themes: []).equalThemes().isEmpty)
    }

    @Test func aPriorityThemeWeighsAsManyTimesAsMuch() {
        let needs = equal([300, 100], priorities: ["youth"], weight: 2)
        #expect(needs.prefix(4).map(\.weight) == [0.15, 0.3, 0.15, 0.15])
        #expect(needs.filter(\.isPriority).map(\.themeID) == ["youth", "youth"])
    }

    // MARK: - Figures

    private func model(_ balance: NeedBalance, _ without: NeedWithoutFigure = .leaveOut) -> NeedModel {
        NeedModel(
            areas: NeedSupport.areas([300, 100]), themes: NeedSupport.themes("a", "b"), balance: balance,
            withoutFigure: without)
    }

    private func cells(_ amounts: [[Double?]]) -> [[NeedCellFigure]] { amounts.map { $0.map(NeedSupport.cell) } }

    @Test func inProportionTheFiguresDecide() {
        #expect(model(.figures).weights(cells([[30, 10], [50, 10]])) == [[0.3, 0.1], [0.5, 0.1]])
    }

    @Test func equalThemesOnlyTakeTheirPlacesFromTheFigures() {
        #expect(model(.equal).weights(cells([[30, 10], [5, 15]])) == [[0.375, 0.125], [0.125, 0.375]])
    }

    @Test func aCellWithoutAFigureHasNoWeight() {
        #expect(model(.equal).weights(cells([[30, nil], [nil, nil]])) == [[1, nil], [nil, nil]])
        #expect(model(.figures).weights(cells([[0, nil], [nil, nil]])) == [[0, nil], [nil, nil]])
    }

    @Test func aThemeWithoutFiguresTakesTheAverageWhereThatIsWanted() {
        #expect(
            model(.equal, .equalShare).weights(cells([[30, 10], [nil, nil]])) == [[0.375, 0.125], [0.375, 0.125]])
        #expect(
            model(.figures, .equalShare).weights(cells([[30, 10], [nil, nil]])) == [[0.375, 0.125], [0.375, 0.125]])
        // One cell of it is withheld: that is no theme without figures.
        let withheld = [NeedCellFigure(basis: .withheld), NeedCellFigure(basis: .none)]
        #expect(model(.equal, .equalShare).weights(cells([[30, 10]]) + [withheld]) == [[0.75, 0.25], [nil, nil]])
    }

    @Test("weights add up to 1 and keep the proportions of each theme", arguments: 0..<100 as Range<UInt64>)
    func weights(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...6, using: &generator)
        let areas = NeedSupport.areas((0..<count).map { _ in Int.random(in: 1...9_000, using: &generator) })
        let cells = themes.map { _ in
            (0..<count).map { _ -> NeedCellFigure in
                let amount = Int.random(in: -100...500, using: &generator)
                return NeedSupport.cell(amount < 0 ? nil : Double(amount))
            }
        }
        let priorities = Set(themes.map(\.id).filter { _ in Bool.random(using: &generator) })
        for balance in NeedBalance.allCases {
            for without in NeedWithoutFigure.allCases {
                let weights = NeedModel(
                    areas: areas, themes: themes, balance: balance, withoutFigure: without, priorityThemes: priorities,
                    priorityWeight: 2.5
                ).weights(cells)
                let sum = weights.joined().reduce(0) { $0 + ($1 ?? 0) }
                #expect(abs(sum - 1) < 1e-12 || !cells.joined().contains { ($0.amount ?? 0) > 0 })
                for (cells, weights) in zip(cells, weights) where cells.contains(where: { $0.amount != nil }) {
                    #expect(zip(cells, weights).allSatisfy { ($0.amount == nil) == ($1 == nil) })
                    let (first, last) = (
                        cells.firstIndex { $0.amount != nil } ?? 0, cells.lastIndex { $0.amount != nil } ?? 0
                    )
                    let (a, b) = (cells[first].amount ?? 0, cells[last].amount ?? 0)
                    #expect(abs((weights[first] ?? 0) * b - (weights[last] ?? 0) * a) < 1e-9)
                }
            }
        }
    }

    @Test(arguments: [(37.4, 1000, 34.45, 40.44), (0, 100, 0, 3.7), (100, 100, 96.3, 100)])
    func aShareOfASampleHasWilsonsInterval(percent: Double, n: Int, low: Double, high: Double) {
        let interval = SurveyShare.interval(percent: percent, sampleSize: n)
        #expect(abs(interval.lowerBound - low) < 0.01 && abs(interval.upperBound - high) < 0.01)
    }
}
