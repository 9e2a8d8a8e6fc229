public import FoundationEssentials
public import Model
internal import Tabular

/// What a platform can do about what organisations answered, and which answers speak of cooperation: a table that a city
/// can write anew.
public struct PlatformOffers: Sendable {
    private struct Key: Hashable {
        let concept: QuestionConcept
        let optionID: String
    }

    private struct Entry {
        let offer: String
        let isCooperation: Bool
    }

    /// Paths in the data folder, for the manifest.
    public static let files = ["platform/offers.csv"]

    private static let concepts: [QuestionConcept] = [.difficulty, .expectation, .activityField]
    private let entries: [Key: Entry]

    /// - Throws: `StageError` when the table is missing or lacks a column, or with every row that can't be used.
    public init(dataFolder: URL) throws(StageError) {
        let table = try ReferenceData.table(
            Self.files[0], ["concept", "option_id", "is_cooperation", "offer"], in: dataFolder)
        var entries: [Key: Entry] = [:]
        var problems: [Problem] = []
        func report(_ code: ProblemCode, _ record: HeaderedTable.Record, _ column: String, expected: [String] = []) {
            problems.append(
                Problem(
                    code, at: table.location(record, column), found: record[column],
                    expected: expected.joined(separator: ", ")))
        }
        for record in table.records {
            guard let concept = Self.concepts.first(where: { $0.rawValue == record["concept"] }) else {
                report(.valueUnknown, record, "concept", expected: Self.concepts.map(\.rawValue))
                continue
            }
            guard ["true", "false"].contains(record["is_cooperation"]) else {
                report(.valueUnknown, record, "is_cooperation", expected: ["true", "false"])
                continue
            }
            let key = Key(concept: concept, optionID: record["option_id"])
            if entries[key] != nil { report(.keyDouble, record, "option_id") }
            entries[key] = Entry(offer: record["offer"], isCooperation: record["is_cooperation"] == "true")
        }
        guard problems.isEmpty else { throw StageError(problems) }
        self.entries = entries
    }

    /// A sentence on what the platform can do about an answer; `nil` where the table says nothing.
    public func offer(_ concept: QuestionConcept, _ optionID: String) -> String? {
        guard let offer = entries[Key(concept: concept, optionID: optionID)]?.offer, !offer.isEmpty else { return nil }
        return offer
    }

    /// Whether an answer is a hope to cooperate, or an activity that helps other organisations.
    public func isCooperation(_ concept: QuestionConcept, _ optionID: String) -> Bool {
        entries[Key(concept: concept, optionID: optionID)]?.isCooperation ?? false
    }
}
