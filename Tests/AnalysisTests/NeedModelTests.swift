import Analysis
import Model
import Testing

@Suite struct NeedModelTests {
    private func areas(_ populations: [Int?]) -> [Area] {
        populations.enumerated().map {
            Area(code: "4310\($0)", name: "区\($0)", kind: .ward, parents: ["43100"], population: $1)
        }
    }

    private let themes = ["children", "youth", "housing", "poverty"].map {
        Theme(id: $0, label: $0, englishLabel: $0, isResidual: false, withholdsLocation: false)
    }

    @Test func everyThemeIsEqualAndSplitByPopulation() {
        let needs = NeedModel.equalThemes(areas: areas([300, 100]), themes: themes, source: "国勢調査")
        #expect(needs.map(\.weight) == Array(repeating: 0.1875, count: 4) + Array(repeating: 0.0625, count: 4))
        #expect(needs.map(\.areaCode) == Array(repeating: "43100", count: 4) + Array(repeating: "43101", count: 4))
        #expect(needs.prefix(4).map(\.themeID) == themes.map(\.id))
        #expect(needs.allSatisfy { $0.source == "国勢調査" })
    }

    @Test(arguments: [
        [187_000, 190_000, 93_000, 132_000, 143_000], [1], [0, 7], [nil, nil, nil], [0, 0], [nil, 5, 8],
        [1, 1, 1, 1, 1, 1, 1],
    ])
    func allNeedAddsUpToOne(populations: [Int?]) {
        let total = NeedModel.equalThemes(areas: areas(populations), themes: themes, source: "")
            .reduce(0) { $0 + $1.weight }
        #expect(abs(total - 1) < 1e-12)
    }

    @Test func anAreaWithoutPopulationHasNoFigureUnlessNoneHas() {
        #expect(
            NeedModel.equalThemes(areas: areas([nil, 10]), themes: themes, source: "").map(\.weight)
                == [0.25, 0.25, 0.25, 0.25])
        #expect(
            NeedModel.equalThemes(areas: areas([nil, 0]), themes: themes, source: "").allSatisfy { $0.weight == 0.125 })
    }

    @Test func withoutAreasOrThemesThereIsNoNeed() {
        #expect(NeedModel.equalThemes(areas: [], themes: themes, source: "").isEmpty)
        #expect(NeedModel.equalThemes(areas: areas([5]), themes: [], source: "").isEmpty)
    }
}
