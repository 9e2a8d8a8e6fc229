internal import FoundationEssentials
internal import Model
internal import Tabular

/// A table of an output, without what it says of an organisation.
struct ForgottenTable {
    struct Result {
        let bytes: [UInt8]
        let rowCount: Int
        /// It can't be told what its rows about others say of the organisation.
        let isToBeRemoved: Bool
    }

    /// Tables of which it is known which columns speak of other organisations than that of the row.
    private static let known: Set<String> = [
        "organizations.csv", "links.csv", "id_aliases.csv", "themes.csv", "support_types.csv", "coded_texts.csv",
        "tabulation.csv", "response.csv", "tabulation_change.csv", "changes.csv", "invitation_review.csv", "need.csv",
        "coverage.csv", "sensitivity.csv",
        "followup.csv", "reach.csv", "reach_points.csv", "shortlist.csv", "cooperation.csv", findings,
        "public/members.csv",
    ]
    private static let findings = "findings.csv"
    /// Columns that hold one organisation, whose row it is then.
    private static let ids: Set<String> = ["organization_id", "alias_id"]
    /// Columns in which the program lists other organisations.
    private static let lists: Set<String> = [
        "reasons", "if_declined", "uncertain", "substitutes", "tied_with", "contact_ids", "contacts",
        "reason_organization_ids", "reason_organizations",
    ]

    private let file: String
    private let table: HeaderedTable
    private let hasByteOrderMark: Bool

    init(_ url: URL, file: String) throws(StageError) {
        self.file = file
        table = try HeaderedTable(path: url.path, name: file, requiring: [])
        hasByteOrderMark =
            (try? Data(contentsOf: url, options: .alwaysMapped))?.starts(with: [0xEF, 0xBB, 0xBF]) == true
    }

    /// - Returns: `nil` when it says nothing of it.
    func without(
        _ organization: KnownOrganization, _ scope: ForgottenSubject.Scope, in output: KnownOutput
    ) -> Result? {
        let rows: [[String]] = table.records.compactMap { record in
            let cells = record.cells
            if scope == .contacts {
                return file == Self.findings && repeats(record, organization, in: output) ? nil : cells
            }
            return isOf(organization, record, in: output) ? nil : listing(cells, without: organization)
        }
        guard rows != table.records.map(\.cells) || isUnclear(rows, organization, scope) else { return nil }
        var writer = CSVWriter(byteOrderMark: hasByteOrderMark)
        writer.row(table.titles)
        for row in rows { writer.row(row) }
        return Result(
            bytes: writer.bytes, rowCount: rows.count, isToBeRemoved: isUnclear(rows, organization, scope))
    }

    /// Whether a table that came after these lines were written still speaks of it.
    private func isUnclear(
        _ rows: [[String]], _ organization: KnownOrganization, _ scope: ForgottenSubject.Scope
    ) -> Bool {
        !Self.known.contains(file) && rows.contains { $0.contains(where: organization.mentions.isIn) }
    }

    private func isOf(
        _ organization: KnownOrganization, _ record: HeaderedTable.Record, in output: KnownOutput
    ) -> Bool {
        if Self.ids.contains(where: { organization.ids.contains(record[$0]) }) { return true }
        if let place = place(record), organization.isOwn(place, in: output) { return true }
        if file == Self.findings { return ["message", "value"].contains { organization.mentions.isIn(record[$0]) } }
        guard Self.ids.isDisjoint(with: table.titles) else { return false }
        // Without an id the name says whose row it is; the mark against formulas stands in front of some.
        let name = record["name"]
        return organization.isCalled(name.hasPrefix("'") ? String(name.dropFirst()) : name)
    }

    /// A finding that repeats a telephone number or an address that can't be read, or names a person.
    private func repeats(
        _ record: HeaderedTable.Record, _ organization: KnownOrganization, in output: KnownOutput
    ) -> Bool {
        let codes = [ProblemCode.telephoneMalformed, .emailMalformed].map(\.rawValue)
        if codes.contains(record["code"]), let place = place(record), organization.isOwn(place, in: output) {
            return true
        }
        return ["message", "value"].contains { organization.mentions.isIn(record[$0]) }
    }

    private func place(_ record: HeaderedTable.Record) -> RecordReference? {
        guard let row = Int(record["source_row"]) else { return nil }
        let sheet = record["source_sheet"]
        return RecordReference(file: record["source_file"], sheet: sheet.isEmpty ? nil : sheet, row: row)
    }

    /// A row about another organisation, whose lists don't name this one.
    private func listing(_ cells: [String], without organization: KnownOrganization) -> [String] {
        zip(cells, table.titles + [String](repeating: "", count: cells.count)).map { cell, title in
            guard Self.lists.contains(title), organization.mentions.isIn(cell) else { return cell }
            return cell.split(separator: ";").filter { !organization.mentions.isIn(String($0)) }
                .joined(separator: ";")
        }
    }
}
