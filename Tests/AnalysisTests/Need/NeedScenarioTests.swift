import Analysis
import Model
import Testing

@Suite("Need weighed in other ways")
struct NeedScenarioTests {
    private let themes = NeedSupport.themes("a", "b")

    private func key(_ ward: Int, _ theme: String) -> CellKey {
        CellKey(areaCode: "4310\(ward)", themeID: theme, supportTypeID: nil)
    }

    private func model(_ priorities: Set<String> = []) -> NeedModel {
        NeedModel(
            areas: NeedSupport.areas([300, 100]), themes: themes, priorityThemes: priorities, priorityWeight: 3)
    }

    private func stated(_ weights: [(Int, String, Double?)], priority: String? = nil) -> [Need] {
        weights.map { ward, theme, weight in
            Need(
                areaCode: "4310\(ward)", themeID: theme, weight: weight, figure: weight.map { $0 * 100 },
                basis: weight == nil ? .noFigure : .given, isPriority: theme == priority)
        }
    }

    @Test("the default model has no other than the case mix")
    func plain() {
        let needs = model().equalThemes()
        #expect(model().scenarios(stated: needs).map(\.kind) == [.stated])
        let mixed = model().scenarios(stated: needs, cases: ["b": 8])
        #expect(mixed.map(\.kind) == [.stated, .caseMix])
        #expect(mixed[1].weights == [key(1, "a"): 0, key(2, "a"): 0, key(1, "b"): 0.75, key(2, "b"): 0.25])
    }

    @Test("priorities without figures are seen against themes that are equal")
    func priorities() {
        let model = model(["a"])
        let scenarios = model.scenarios(stated: model.equalThemes())
        #expect(scenarios.map(\.kind) == [.stated, .equalThemes])
        #expect(scenarios[0].weights[key(1, "a")] == 0.5625 && scenarios[1].weights[key(1, "a")] == 0.375)
    }

    @Test("figures with priorities are seen without either")
    func figures() {
        let model = model(["a"])
        let needs = stated([(1, "a", 0.6), (2, "a", 0.15), (1, "b", 0.25), (2, "b", nil)], priority: "a")
        let scenarios = model.scenarios(stated: needs, cases: ["a": 0, "b": 0])
        #expect(scenarios.map(\.kind) == [.stated, .equalThemes, .withoutPriority])
        for scenario in scenarios { #expect(abs(scenario.weights.values.reduce(0, +) - 1) < 1e-12) }
        let plain = scenarios[2].weights
        #expect(abs((plain[key(1, "a")] ?? 0) - 0.4) < 1e-12 && abs((plain[key(1, "b")] ?? 0) - 0.5) < 1e-12)
        #expect(plain[key(2, "b")] == nil)
    }
}
