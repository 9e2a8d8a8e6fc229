internal import Analysis
public import FoundationEssentials
internal import Glibc
public import Model
internal import Reporting
internal import Solving
internal import Tabular

/// Chooses whom to invite, from tables of cells, organisations and the pairs of both.
public struct Shortlisting: Sendable {
    /// The chance of joining.
    public enum Acceptance: Sendable, Hashable {
        /// The column `accept_p` where there is one, otherwise 1.
        case usual
        /// The same for all, 0…1.
        case number(Double)
        /// A column of the organisations' table, by its title.
        case column(String)
    }

    /// At least or at most so many with a value in a column of the organisations' table.
    public struct GroupBound: Sendable, Hashable {
        public let column: String
        public let value: String
        public let count: Int

        public init(column: String, value: String, count: Int) {
            self.column = column
            self.value = value
            self.count = count
        }

        /// As an option writes it: `type=NPO:2`.
        public var text: String { "\(column)=\(value):\(count)" }
    }

    public enum Method: String, Sendable, CaseIterable {
        /// Greedy and exchanges, with a bound.
        case greedy
        /// Until it is proven, up to a limit on work; where that is not enough, an integer programme for the rest.
        case exact
    }

    public var cells: URL
    public var organizations: URL
    public var pairs: URL
    /// K, at least 1.
    public var size: Int
    public var acceptance = Acceptance.usual
    public var budget: Double?
    /// Ids of organisations that have to be, or must not be among the picks.
    public var must: [String] = []
    public var mustNot: [String] = []
    public var atLeast: [GroupBound] = []
    public var atMost: [GroupBound] = []
    /// `nil` for what is usual: a proof, where it takes seconds.
    public var method: Method?
    /// Seconds; `nil` for none.
    public var timeLimit: Double?
    /// Whether the value of shorter lists is written, in place of the picks or, in a document, beside them.
    public var isCurve = false
    /// Whether a JSON document is written, and no CSV.
    public var isDocument = false
    /// `nil` for standard output.
    public var output: URL?
    public var replaces = false

    public init(cells: URL, organizations: URL, pairs: URL, size: Int) {
        self.cells = cells
        self.organizations = organizations
        self.pairs = pairs
        self.size = size
    }

    public struct Outcome: Sendable {
        public let pickCount: Int
        public let objective: Double
        public let upperBound: Double
        public let gapPercent: Double
        public let method: String
        public let isCutByTime: Bool
        /// Picks that others could stand in for without a loss.
        public let tieCount: Int
        /// What constraints cost, by what the option says; those that cost nothing are left out.
        public let prices: [(constraint: String, price: Double)]
        public let findings: [Finding]

        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// Stands with every shortlist.
    public static var caveat: String { FixedWording.shortlistCaveat }

    /// - Throws: `StageError` with everything that is wrong with the tables, the constraints or the output; no file is
    ///   left then.
    public func run() throws(StageError) -> Outcome {
        try LinkLists.check(output, isNone: [cells, organizations, pairs])
        let file = try output.map { url throws(StageError) in try OutputFile(url, replaces: replaces) }
        let start = ContinuousClock.now
        let tables = try ShortlistTables(
            cells: cells, organizations: organizations, pairs: pairs, acceptance: acceptance,
            groupColumns: (atLeast + atMost).map(\.column), needsCosts: budget != nil)
        let conditions = try ShortlistConditions(self, tables)
        let problem = tables.problem
        let solver = solver(since: start)
        let solution: CoverSolution
        do throws(CoverConflict) {
            solution = try solver.solve(problem, conditions.constraints)
        } catch {
            throw conditions.failure(error)
        }
        let document = ShortlistDocument(
            tables: tables, size: size, solution: solution, constraints: conditions.texts,
            prices: prices(problem, conditions, solution, solver), curve: curve(problem, conditions))
        try write(document, to: file)
        try file?.publish()
        return Outcome(
            pickCount: solution.picks.count, objective: solution.value, upperBound: solution.upperBound,
            gapPercent: solution.optimalityGapPercent, method: solution.method, isCutByTime: solution.isCutByTime,
            tieCount: solution.picks.count { !$0.tiedWith.isEmpty }, prices: document.prices,
            findings: tables.findings + conditions.findings)
    }

    private func solver(since start: ContinuousClock.Instant) -> ExactSolver {
        guard let timeLimit else {
            switch method {
            case .greedy: return ExactSolver(effort: .quick)
            case .exact: return ExactSolver(effort: .thorough)
            case nil: return ExactSolver()
            }
        }
        let end = start + .seconds(timeLimit)
        return ExactSolver(effort: method == .greedy ? .quick : .thorough) { ContinuousClock.now >= end }
    }

    /// Only asked where there is more than the size, since each takes another search.
    private func prices(
        _ problem: CoverProblem, _ conditions: ShortlistConditions, _ solution: CoverSolution, _ solver: ExactSolver
    ) -> [(constraint: String, price: Double)] {
        let constraints = conditions.constraints
        guard constraints.all.count > 1, !solution.isCutByTime,
            let prices = try? solver.prices(problem, constraints, value: solution.value)
        else { return [] }
        return prices.map { (conditions.text($0.constraint), $0.price) }
    }

    private func curve(_ problem: CoverProblem, _ conditions: ShortlistConditions) -> CoverCurve? {
        guard isCurve else { return nil }
        return try? CoverCurve(problem, conditions.constraints, solver: ExactSolver(effort: .quick))
    }

    private func write(_ document: ShortlistDocument, to file: OutputFile?) throws(StageError) {
        if isDocument {
            try OutputFile.write(Array((document.json + "\n").utf8), to: file)
        } else {
            var writer = CSVWriter(byteOrderMark: file != nil)
            for row in isCurve ? document.curveRows : document.rows { writer.row(row) }
            try writer.flush(to: file)
        }
    }
}
