internal import Analysis
internal import Model
internal import Text

extension DistanceWeights {
    private static let names = ["gaussian", "step", "gravity", "logistic"]
    /// Metres nearer than which a provider counts as there, for powers of the distance.
    private static let usualLeast = 1.0

    /// Reads `gaussian:1000`, `step:600=1,1200=0.68,2000=0.22`, `gravity:2` or `gravity:2,100` (the least distance),
    /// `logistic:1000,400` (midpoint, standard deviation).
    ///
    /// - Throws: `valueUnknown` with the nearest names, or `valueType` with an example.
    init(_ text: String, option: String) throws(StageError) {
        let location = CellLocation(file: option)
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let words = (parts.count == 2 ? parts[1] : "").split(separator: ",", omittingEmptySubsequences: false)
            .map(String.init)
        let (weights, example): (DistanceWeights?, String)
        switch Width.trimmed(parts[0]) {
        case "gaussian":
            let numbers = Self.numbers(words)
            weights = numbers?.count == 1 ? numbers.map { .gaussian(sigma: $0[0]) } : nil
            example = "gaussian:1000"
        case "step":
            weights = Self.zones(words).map { .step($0) }
            example = "step:600=1,1200=0.68,2000=0.22"
        case "gravity":
            let numbers = Self.numbers(words)
            weights =
                (1...2).contains(numbers?.count ?? 0)
                ? numbers.map { .gravity(exponent: $0[0], least: $0.count == 2 ? $0[1] : Self.usualLeast) } : nil
            example = "gravity:2, gravity:2,100"
        case "logistic":
            let numbers = Self.numbers(words)
            weights = numbers?.count == 2 ? numbers.map { .logistic(midpoint: $0[0], deviation: $0[1]) } : nil
            example = "logistic:1000,400"
        default:
            throw StageError(
                .valueUnknown, at: location, found: parts[0],
                expected: NearestNames.suggestions(for: parts[0], among: Self.names).joined(separator: ", "))
        }
        guard let weights, weights.isValid else {
            throw StageError(.valueType, at: location, found: text, expected: example)
        }
        self = weights
    }

    /// As it is read.
    var text: String {
        func number(_ value: Double) -> String { ShortestNumber.text(value) }
        switch self {
        case .gaussian(let sigma): return "gaussian:\(number(sigma))"
        case .step(let zones):
            return "step:" + zones.map { "\(number($0.limit))=\(number($0.weight))" }.joined(separator: ",")
        case .gravity(let exponent, let least): return "gravity:\(number(exponent)),\(number(least))"
        case .logistic(let midpoint, let deviation): return "logistic:\(number(midpoint)),\(number(deviation))"
        }
    }

    private static func numbers(_ words: [String]) -> [Double]? {
        let numbers = words.compactMap(DecimalNumber.value)
        return numbers.count == words.count ? numbers : nil
    }

    private static func zones(_ words: [String]) -> [Zone]? {
        let zones = words.compactMap { word -> Zone? in
            let parts = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let limit = DecimalNumber.value(parts[0]),
                let weight = DecimalNumber.value(parts[1])
            else { return nil }
            return Zone(limit: limit, weight: weight)
        }
        return zones.count == words.count ? zones : nil
    }
}
