internal import Analysis
public import FoundationEssentials
internal import Model
internal import Tabular

/// Measures how well points of demand reach points of supply within a catchment, and writes a row for each of them.
public struct AccessMeasuring: Sendable {
    /// A table with `id`, `x`, `y` and `pop`, in metres; `-` for standard input.
    public var demand: String
    /// A table with `id`, `x`, `y` and `cap`, in metres; `-` for standard input.
    public var supply: String
    /// Titles of columns by field, where they are not called like the field.
    public var demandTitles: [String: String]
    public var supplyTitles: [String: String]
    /// Radius in metres; exactly on it counts.
    public var catchment: Double
    /// As `--weights` says them; `nil` for a Gaussian with σ of half the catchment.
    public var weights: String?
    /// As `--measures` says them.
    public var measures: String
    /// As `--floor` says them.
    public var floors: [String]
    /// `nil` for standard output.
    public var output: URL?
    /// Whether a file that is there is replaced.
    public var replaces: Bool
    /// Asked every few thousand rows and pairs, on any thread; when true the work ends and leaves nothing behind.
    public var isCancelled: @Sendable () -> Bool

    public init(
        demand: String, supply: String, demandTitles: [String: String] = [:], supplyTitles: [String: String] = [:],
        catchment: Double, weights: String? = nil, measures: String = AccessMeasuring.usualMeasures,
        floors: [String] = [], output: URL? = nil, replaces: Bool = false,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.demand = demand
        self.supply = supply
        self.demandTitles = demandTitles
        self.supplyTitles = supplyTitles
        self.catchment = catchment
        self.weights = weights
        self.measures = measures
        self.floors = floors
        self.output = output
        self.replaces = replaces
        self.isCancelled = isCancelled
    }

    public static let usualMeasures = "e2sfca,count"
    /// The fields that ``demandTitles`` and ``supplyTitles`` may have.
    public static let demandFields = ["id", "x", "y", "pop"]
    public static let supplyFields = ["id", "x", "y", "cap"]
    /// Metres; more is no catchment on this earth.
    public static let largestCatchment = 1e7

    /// - Throws: `StageError` with everything that is wrong with options, tables or output, and `RunCancelled`; no file
    ///   is left then.
    public func run() throws -> AccessOutcome {
        let plan = try AccessPlan(catchment: catchment, weights: weights, measures: measures, floors: floors)
        let inputs = [demand, supply].filter { $0 != "-" }
        guard !inputs.isEmpty else {
            throw StageError(.keysExclusive, at: CellLocation(file: "-"), found: "--demand -", expected: "--supply -")
        }
        try LinkLists.check(output, isNone: inputs.map { URL(filePath: $0) })
        let file = try output.map { url throws(StageError) in try OutputFile(url, replaces: replaces) }
        let (demand, supply) = try tables()
        let access = CatchmentAccess(catchment: catchment, weights: plan.weights)
        guard
            let result = access.reach(
                demand: demand.points, supply: supply.points, plan.wanted, nearest: plan.nearest,
                isCancelled: isCancelled)
        else { throw RunCancelled() }
        try AccessTable(measures: plan.measures, demand: demand, result: result).write(to: file)
        try file?.publish()
        return AccessOutcome(plan, demand, supply, result)
    }

    /// Both, or all that is wrong with either of them.
    private func tables() throws -> (demand: PointTable, supply: PointTable) {
        var problems: [Problem] = []
        var tables: [PointTable] = []
        for (path, amount, titles, option) in [
            (demand, "pop", demandTitles, "--demand-column"), (supply, "cap", supplyTitles, "--supply-column"),
        ] {
            do {
                tables.append(
                    try PointTable(
                        path: path, amount: amount, titles: titles, option: option, isCancelled: isCancelled))
            } catch let error as StageError {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return (tables[0], tables[1])
    }
}

/// What is measured, read from the options.
struct AccessPlan {
    let measures: [AccessMeasure]
    let weights: DistanceWeights
    let floors: [AccessFloor]

    /// - Throws: `StageError` with everything that is wrong with the options.
    init(catchment: Double, weights: String?, measures: String, floors: [String]) throws(StageError) {
        var problems: [Problem] = []
        if !(catchment > 0 && catchment <= AccessMeasuring.largestCatchment) {
            problems.append(
                Problem(
                    .valueType, at: CellLocation(file: "--catchment"), found: ShortestNumber.text(catchment),
                    expected: "0 < m ≤ \(ShortestNumber.text(AccessMeasuring.largestCatchment))"))
        }
        func collected<T>(_ body: () throws(StageError) -> T) -> T? {
            do throws(StageError) { return try body() } catch {
                problems += error.problems
                return nil
            }
        }
        let read = collected { () throws(StageError) in try AccessMeasure.measures(measures, option: "--measures") }
        let known = collected { () throws(StageError) in
            try weights.map { text throws(StageError) in try DistanceWeights(text, option: "--weights") }
                ?? .gaussian(sigma: catchment / 2)
        }
        // Which measures a floor can be of is not known where they can't be read.
        let limits = floors.compactMap { text in
            read.flatMap { read in
                collected { () throws(StageError) in try AccessFloor(text, among: read, option: "--floor") }
            }
        }
        guard let read, let known, problems.isEmpty else { throw StageError(problems) }
        (self.measures, self.weights, self.floors) = (read, known, limits)
    }

    var wanted: CatchmentAccess.Wanted {
        var wanted: CatchmentAccess.Wanted = []
        if measures.contains(.e2sfca) { wanted.insert(.e2sfca) }
        if measures.contains(.bfca) { wanted.insert(.bfca) }
        return wanted
    }

    var nearest: Set<Int> { Set(measures.compactMap { if case .nearest(let count) = $0 { count } else { nil } }) }
}
