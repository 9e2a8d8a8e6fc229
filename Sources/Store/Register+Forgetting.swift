internal import GRDB
public import Model
internal import Queries

/// A field or a free text that a record holds.
public struct HeldText: Sendable, Hashable {
    public let organizationID: String
    public let reference: RecordReference
    /// `nil` for a free text.
    public let field: RecordField?
    public let text: String
}

/// What is to be taken out of a register.
public struct RegisterRemoval: Sendable {
    /// Of one organisation: its id, and ids that it had before a merge.
    public let organizationIDs: Set<String>
    /// Only the fields by which people of it are reached; the organisation stays.
    public let isOfContactsOnly: Bool
    /// Whether a text that isn't a record's own speaks of what is taken out.
    public let isMentioned: @Sendable (String) -> Bool

    public init(
        organizationIDs: Set<String>, isOfContactsOnly: Bool, isMentioned: @escaping @Sendable (String) -> Bool
    ) {
        self.organizationIDs = organizationIDs
        self.isOfContactsOnly = isOfContactsOnly
        self.isMentioned = isMentioned
    }
}

extension Register {
    /// Fields and free texts of this wave's records, in their order.
    public func heldTexts() throws(StageError) -> [HeldText] {
        try rows(.identityHeldTexts).map { row in
            HeldText(
                organizationID: row["organization_id"],
                reference: RecordReference(
                    file: row["source_file"], sheet: row["source_sheet"], row: row["source_row"]),
                field: RecordField(rawValue: row["held_as"]), text: row["value"])
        }
    }

    /// Writes the register anew without what is to be forgotten; the one that was opened stays as it is.
    ///
    /// The new file is made of what is left (`vacuum into`): no free page, journal or temporary file of it ever held
    /// what was taken out.
    /// - Parameter path: a place where there is no file, or an empty one; `nil` only counts.
    /// - Returns: how many rows were taken out or changed.
    public func write(without removal: RegisterRemoval, to path: String?) throws(StageError) -> Int {
        try asStageError {
            let copy = try DatabaseQueue()
            try copy.writeWithoutTransaction { try $0.execute(sql: "pragma temp_store = memory") }
            try database.backup(to: copy)
            let count = try copy.write { db in
                try db.execute(sql: "pragma defer_foreign_keys = on")
                return try Removal(db: db, removal: removal).run()
            }
            if let path {
                try copy.writeWithoutTransaction { db in
                    try db.execute(sql: "vacuum into ?", arguments: [path])
                }
            }
            try copy.close()
            return count
        }
    }
}

/// Takes an organisation, or its contacts, out of every table.
private struct Removal {
    let db: Database
    let removal: RegisterRemoval

    /// What records, and earlier records, are of the organisation; the temporary tables are in memory like the copy.
    private static let selection = [
        "create temp table gone_record as select record_id, source_file, source_sheet, source_row from record "
            + "where organization_id in (select id from gone)",
        "create temp table gone_earlier as select earlier_record_id from earlier_record "
            + "where organization_id in (select id from gone)",
        "create temp table gone_pair as select record_pair_id from record_pair "
            + "where record_id in (select record_id from gone_record) "
            + "or other_record_id in (select record_id from gone_record) "
            + "or other_earlier_record_id in (select earlier_record_id from gone_earlier)",
    ]

    /// Tables whose rows are about a record, from those that nothing refers to.
    private static let ofRecords: [(table: String, condition: String)] = [
        ("record_pair_weight", "record_pair_id in (select record_pair_id from gone_pair)"),
        ("record_pair", "record_pair_id in (select record_pair_id from gone_pair)"),
        (
            "coded_text_code",
            "coded_text_id in (select coded_text_id from coded_text join gone_record using (record_id))"
        ),
        ("coded_text", "record_id in (select record_id from gone_record)"),
        ("answer_option", "record_id in (select record_id from gone_record)"),
        ("answer", "record_id in (select record_id from gone_record)"),
        ("record_field", "record_id in (select record_id from gone_record)"),
    ]

    /// Tables that hold what organisations say themselves, or nothing of them: what they mention is theirs.
    private static let ownWords: Set<String> = [
        "wave", "source", "theme", "support_type", "excluded_pair", "area", "question", "option", "need",
        "need_figure", "coverage_cell", "organization", "organization_theme", "organization_support_type",
        "organization_area", "organization_consent", "organization_pair", "record", "record_field", "answer",
        "answer_option", "coded_text",
        "coded_text_code", "earlier_record", "record_pair", "record_pair_weight", "shortlist_pick",
    ]

    func run() throws -> Int {
        try db.execute(sql: "create temp table gone (id text primary key)")
        for id in removal.organizationIDs.sorted() {
            try db.execute(sql: "insert into gone values (?)", arguments: [id])
        }
        for statement in Self.selection { try db.execute(sql: statement) }
        let prepared = db.totalChangesCount
        if removal.isOfContactsOnly { try removeContacts() } else { try removeOrganization() }
        let count = db.totalChangesCount - prepared
        for table in ["gone", "gone_record", "gone_earlier", "gone_pair"] {
            try db.execute(sql: "drop table temp.\(table)")
        }
        return count
    }

    private func removeContacts() throws {
        let fields = RecordField.contacts.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        try db.execute(
            sql: "delete from record_field where record_id in (select record_id from gone_record) "
                + "and field in (\(fields))")
        let columns = EarlierRecord.fields.filter(RecordField.contacts.contains)
            .map { "\($0.rawValue) = null" }.joined(separator: ", ")
        try db.execute(
            sql: "update earlier_record set \(columns) "
                + "where earlier_record_id in (select earlier_record_id from gone_earlier)")
        let codes = [ProblemCode.telephoneMalformed, .emailMalformed].map { "'\($0.rawValue)'" }
        try removeFindings(where: "code in (\(codes.joined(separator: ", ")))")
        try removeMentions(from: ["finding"])
    }

    private func removeOrganization() throws {
        try removeFindings(where: "true")
        for (table, condition) in Self.ofRecords { try db.execute(sql: "delete from \(table) where \(condition)") }
        try db.execute(sql: "delete from record where record_id in (select record_id from gone_record)")
        let tables = try tables()
        // Also tables that came after these lines were written.
        for table in tables where table != "organization" {
            for column in try textColumns(table) where column == "organization_id" {
                try db.execute(sql: "delete from \"\(table)\" where organization_id in (select id from gone)")
            }
        }
        try db.execute(sql: "delete from organization where organization_id in (select id from gone)")
        try removeMentions(from: tables.filter { !Self.ownWords.contains($0) })
    }

    /// Of the rows of the organisation.
    private func removeFindings(where condition: String) throws {
        try db.execute(
            sql: "delete from finding where \(condition) and exists (select * from gone_record where "
                + "gone_record.source_file = finding.source_file "
                + "and gone_record.source_sheet is finding.source_sheet "
                + "and gone_record.source_row = finding.source_row)")
    }

    /// Rows that the program wrote and in which the organisation is named.
    private func removeMentions(from tables: [String]) throws {
        for table in tables {
            let columns = try textColumns(table)
            guard !columns.isEmpty else { continue }
            let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
            var mentioning: [Int64] = []
            let rows = try Row.fetchCursor(db, sql: "select rowid as row_of_table, \(names) from \"\(table)\"")
            while let row = try rows.next() {
                if columns.contains(where: { (row[$0] as String?).map(removal.isMentioned) == true }) {
                    mentioning.append(row["row_of_table"])
                }
            }
            for id in mentioning {
                try db.execute(sql: "delete from \"\(table)\" where rowid = ?", arguments: [id])
            }
        }
    }

    private func tables() throws -> [String] {
        try String.fetchAll(
            db,
            sql: "select name from sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\' "
                + "and name <> 'grdb_migrations' order by name")
    }

    private func textColumns(_ table: String) throws -> [String] {
        try db.columns(in: table).filter { $0.type.uppercased() == "TEXT" }.map(\.name)
    }
}
