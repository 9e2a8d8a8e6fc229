import Analysis
import Model

/// A city with wards and, where wanted, districts in them.
enum NeedSupport {
    static let city = "43100"

    static func wards(_ populations: [Int?]) -> [Area] {
        populations.enumerated().map {
            Area(code: "4310\($0 + 1)", name: "区\($0 + 1)", kind: .ward, parents: [city], population: $1)
        }
    }

    /// Wards with the city around them.
    static func areas(_ populations: [Int?]) -> NeedAreas {
        NeedAreas(
            wards(populations),
            outer: [
                NeedAreas.Outer(
                    code: city, level: 3, members: Array(populations.indices),
                    belonging: Array(repeating: 1, count: populations.count))
            ])
    }

    static func themes(_ ids: String...) -> [Theme] {
        ids.map { Theme(id: $0, label: $0, englishLabel: $0, isResidual: false, withholdsLocation: false) }
    }

    static func figure(_ code: String, _ amount: Double) -> NeedFigure {
        NeedFigure(areaCode: code, value: .amount(amount))
    }

    static func cell(_ amount: Double?) -> NeedCellFigure {
        NeedCellFigure(basis: amount == nil ? .none : .given, amount: amount)
    }
}
