internal import Model
internal import Store

/// Columns of a sheet that people fill in.
protocol ReviewLayout {
    /// The raw values are the titles.
    associatedtype Column: RawRepresentable<String>, CaseIterable, Hashable, Sendable

    /// What a person fills in.
    var inputs: [Column] { get }
    /// Rows in which all of them are blank are passed over.
    var telling: [Column] { get }
    /// By its title the header is found; messages about a row point to it.
    var verdict: Column { get }
    /// Without these a decision can't be brought back to what it speaks of.
    var needed: [Column] { get }
}

extension ReviewLayout {
    var telling: [Column] { inputs }
}

/// A workbook below `review/` that people fill in: where it lies, and how a filled row becomes a decision.
///
/// Another kind of review is another type like this, named in `ReviewIntake.files`, with kinds in `Decisions.Kind`.
protocol ReviewFile: ReviewLayout {
    var path: String { get }

    /// - Throws: `StageError` with what keeps the row from being taken in.
    func decision(in row: ReviewRow<Column>, about last: LastOutput) throws(StageError) -> ReviewDecision
}

/// What a filled row says.
struct ReviewDecision {
    let kind: Decisions.Kind
    let verdict: String
    let subjectA: String
    let subjectB: String
    let note: String
}

/// What the records of the last output are remembered by.
struct LastOutput {
    let contentKeys: [RecordReference: String]
    /// What the organisation of a record does.
    let activities: [RecordReference: ReachRow]
    /// Addresses, as content keys hold them.
    let addresses: Set<String>
    /// Keys of free texts about activities.
    let texts: Set<String>
}
