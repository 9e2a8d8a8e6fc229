internal import Model
internal import Text

/// A column of `tsunagi access`.
public enum AccessMeasure: Sendable, Hashable {
    case e2sfca, bfca
    /// Providers within the catchment.
    case count
    /// Their capacity.
    case supply
    /// Metres to the k-th nearest provider within the catchment, k from 1.
    case nearest(Int)

    /// As `--measures` names them; `nearest:3` is the third nearest.
    static let names = ["e2sfca", "bfca", "count", "supply", "nearest"]
    /// The greatest k.
    static let mostNearest = 1000

    /// Title of the column.
    public var title: String {
        switch self {
        case .e2sfca: "e2sfca"
        case .bfca: "bfca"
        case .count: "count"
        case .supply: "supply"
        case .nearest(1): "nearest"
        case .nearest(let count): "nearest_\(count)"
        }
    }

    /// - Throws: `valueUnknown` with the nearest names, `valueType`, `keyDouble`.
    static func measures(_ text: String, option: String) throws(StageError) -> [AccessMeasure] {
        let location = CellLocation(file: option)
        var measures: [AccessMeasure] = []
        var problems: [Problem] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false).map({ Width.trimmed(String($0)) }) {
            do throws(StageError) {
                let measure = try measure(word, location)
                if measures.contains(measure) { throw StageError(.keyDouble, at: location, found: word) }
                measures.append(measure)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return measures
    }

    private static func measure(_ word: String, _ location: CellLocation) throws(StageError) -> AccessMeasure {
        let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts[0], parts.count) {
        case ("e2sfca", 1): return .e2sfca
        case ("bfca", 1): return .bfca
        case ("count", 1): return .count
        case ("supply", 1): return .supply
        case ("nearest", 1): return .nearest(1)
        case ("nearest", _):
            guard let count = Int(parts[1]), (1...mostNearest).contains(count) else {
                throw StageError(.valueType, at: location, found: word, expected: "nearest:1 … nearest:\(mostNearest)")
            }
            return .nearest(count)
        default:
            throw StageError(
                .valueUnknown, at: location, found: word,
                expected: NearestNames.suggestions(for: parts[0], among: names).joined(separator: ", "))
        }
    }
}

/// Below how much of a measure a person falls short.
struct AccessFloor: Sendable {
    let measure: AccessMeasure
    /// > 0
    let value: Double

    /// `e2sfca=0.02`, or `0.02` for E2SFCA.
    ///
    /// - Throws: `valueType`, and `valueUnknown` where the measure is not among those that are asked for.
    init(_ text: String, among measures: [AccessMeasure], option: String) throws(StageError) {
        let location = CellLocation(file: option)
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let floored = measures.filter { if case .nearest = $0 { false } else { true } }
        guard let value = DecimalNumber.value(parts.last ?? ""), value > 0 else {
            throw StageError(.valueType, at: location, found: text, expected: "e2sfca=0.02")
        }
        let name = parts.count == 2 ? parts[0] : AccessMeasure.e2sfca.title
        guard let measure = floored.first(where: { $0.title == name }) else {
            throw StageError(
                .valueUnknown, at: location, found: name, expected: floored.map(\.title).joined(separator: ", "))
        }
        self.measure = measure
        self.value = value
    }
}
