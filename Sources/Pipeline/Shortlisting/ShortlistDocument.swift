internal import Analysis
internal import FoundationEssentials
internal import Model

/// A shortlist as it is written: rows of a CSV, or a JSON document.
struct ShortlistDocument {
    private let tables: ShortlistTables
    private let size: Int
    private let solution: CoverSolution
    private let constraints: [String]
    let prices: [(constraint: String, price: Double)]
    private let curve: CoverCurve?
    private let total: Double

    init(
        tables: ShortlistTables, size: Int, solution: CoverSolution, constraints: [String],
        prices: [(constraint: String, price: Double)], curve: CoverCurve?
    ) {
        self.tables = tables
        self.size = size
        self.solution = solution
        self.constraints = constraints
        self.prices = prices
        self.curve = curve
        total = tables.weights.reduce(0, +)
    }

    var rows: [[String]] {
        [
            [
                "rank", "organization_id", "name", "expected_gain", "cumulative_gain", "share_of_gap_closed",
                "new_cells",
                "tied_with",
            ]
        ]
            + picks.map { pick in
                [
                    "\(pick.rank)", pick.organizationID, pick.name, ShortestNumber.text(pick.expectedGain),
                    ShortestNumber.text(pick.cumulativeGain), ShortestNumber.text(pick.shareOfGapClosed),
                    pick.newCells.joined(separator: ";"), pick.tiedWith.joined(separator: ";"),
                ]
            }
    }

    var curveRows: [[String]] {
        [["k", "objective", "upper_bound", "optimality_gap"]]
            + (curve?.points ?? []).map {
                [
                    "\($0.size)", ShortestNumber.text($0.value), ShortestNumber.text($0.upperBound),
                    ShortestNumber.text(Self.gap($0.value, $0.upperBound)),
                ]
            }
    }

    var json: String {
        let contents = Contents(
            objective: solution.value, upperBound: solution.upperBound, optimalityGap: solution.optimalityGapPercent,
            method: solution.method, k: size, optimal: solution.isOptimal, timeLimitStruck: solution.isCutByTime,
            totalWeight: total, constraints: constraints,
            prices: prices.map { Contents.Price(constraint: $0.constraint, price: $0.price) },
            note: Shortlisting.caveat, picks: picks,
            curve: curve?.points.map {
                Contents.Point(
                    k: $0.size, objective: $0.value, upperBound: $0.upperBound,
                    optimalityGap: Self.gap($0.value, $0.upperBound))
            })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(contents)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private var picks: [Contents.Pick] {
        var cumulative = 0.0
        return solution.picks.enumerated().map { index, pick in
            cumulative += pick.gain
            let organization = tables.organizations[pick.candidate]
            return Contents.Pick(
                rank: index + 1, organizationID: organization.id, name: organization.name, expectedGain: pick.gain,
                cumulativeGain: cumulative, shareOfGapClosed: total > 0 ? min(1, cumulative / total) : 0,
                newCells: pick.newCells.map { tables.cells[$0] },
                tiedWith: pick.tiedWith.map { tables.organizations[$0].id })
        }
    }

    private static func gap(_ value: Double, _ bound: Double) -> Double {
        bound > 0 ? max(0, (bound - value) / bound * 100) : 0
    }

    private struct Contents: Encodable {
        struct Pick: Encodable {
            let rank: Int
            let organizationID: String
            let name: String
            let expectedGain: Double
            let cumulativeGain: Double
            let shareOfGapClosed: Double
            let newCells: [String]
            let tiedWith: [String]

            enum CodingKeys: String, CodingKey {
                case rank, name
                case organizationID = "organization_id"
                case expectedGain = "expected_gain"
                case cumulativeGain = "cumulative_gain"
                case shareOfGapClosed = "share_of_gap_closed"
                case newCells = "new_cells"
                case tiedWith = "tied_with"
            }
        }

        struct Price: Encodable {
            let constraint: String
            let price: Double
        }

        struct Point: Encodable {
            let k: Int
            let objective: Double
            let upperBound: Double
            let optimalityGap: Double

            enum CodingKeys: String, CodingKey {
                case k, objective
                case upperBound = "upper_bound"
                case optimalityGap = "optimality_gap"
            }
        }

        let objective: Double
        let upperBound: Double
        let optimalityGap: Double
        let method: String
        let k: Int
        let optimal: Bool
        let timeLimitStruck: Bool
        let totalWeight: Double
        let constraints: [String]
        let prices: [Price]
        let note: String
        let picks: [Pick]
        let curve: [Point]?

        enum CodingKeys: String, CodingKey {
            case objective, method, k, optimal, constraints, prices, note, picks, curve
            case upperBound = "upper_bound"
            case optimalityGap = "optimality_gap"
            case timeLimitStruck = "time_limit_struck"
            case totalWeight = "total_weight"
        }
    }
}
