internal import GRDB
public import Model
internal import Queries

/// The register: one SQLite file that holds every fact of the waves, and answers the questions in `Queries/`.
public final class Register: Sendable {
    let database: DatabaseQueue
    private let name: String

    /// Opens the register at `path`, makes it where there is none, and brings its schema up to date.
    /// - Parameter name: how messages call the file.
    /// - Throws: `StageError` with `registerUnusable` when it is no register, or can't be opened or written.
    public init(path: String, name: String) throws(StageError) {
        self.name = name
        database = try Self.asStageError(name) {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = true
            let database = try DatabaseQueue(path: path, configuration: configuration)
            // The file is built beside its place and published by a rename after a sync, so that half a write is never
            // seen; waiting for the disk at every commit would only cost time.
            try database.writeWithoutTransaction { db in
                try db.execute(sql: "pragma journal_mode = memory")
                try db.execute(sql: "pragma synchronous = off")
            }
            try Self.migrator.migrate(database)
            return database
        }
    }

    /// Opens a register that is there, to read it; the file is not changed.
    /// - Throws: `StageError` with `registerUnusable` when it is no register of a schema that this version knows.
    public init(reading path: String, name: String) throws(StageError) {
        self.name = name
        database = try Self.asStageError(name) {
            var configuration = Configuration()
            configuration.readonly = true
            let database = try DatabaseQueue(path: path, configuration: configuration)
            if try database.read(Self.migrator.hasCompletedMigrations) { return database }
            let isOlder = try database.read { db in
                try Self.migrator.appliedIdentifiers(db).contains(Self.first)
                    && !Self.migrator.hasBeenSuperseded(db)
            }
            guard isOlder else { throw SchemaUnknown() }
            // What it lacks is added to a copy in memory.
            let copy = try DatabaseQueue()
            try database.backup(to: copy)
            try Self.migrator.migrate(copy)
            return copy
        }
    }

    private struct SchemaUnknown: Error, CustomStringConvertible {
        var description: String { "schema" }
    }

    private static let first = "0001_register"

    /// Schemas in their order; a published one is never edited.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(first) { try $0.execute(sql: Query.schema0001Register.text) }
        migrator.registerMigration("0002_linking") { try $0.execute(sql: Query.schema0002Linking.text) }
        migrator.registerMigration("0003_asked_if") { try $0.execute(sql: Query.schema0003AskedIf.text) }
        migrator.registerMigration("0004_coded_texts") { try $0.execute(sql: Query.schema0004CodedTexts.text) }
        migrator.registerMigration("0005_need") { try $0.execute(sql: Query.schema0005Need.text) }
        migrator.registerMigration("0006_pairs") { try $0.execute(sql: Query.schema0006Pairs.text) }
        migrator.registerMigration("0007_memory") { try $0.execute(sql: Query.schema0007Memory.text) }
        migrator.registerMigration("0008_picks") { try $0.execute(sql: Query.schema0008Picks.text) }
        migrator.registerMigration("0009_retention") { try $0.execute(sql: Query.schema0009Retention.text) }
        migrator.registerMigration("0010_consents") { try $0.execute(sql: Query.schema0010Consents.text) }
        return migrator
    }

    /// Closes the file; the register can't be used afterwards.
    public func close() throws(StageError) {
        try Self.asStageError(name) { try database.close() }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(StageError) -> Value {
        try Self.asStageError(name) { try database.read(body) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(StageError) -> Value {
        try Self.asStageError(name) { try database.write(body) }
    }

    func asStageError<Value>(_ body: () throws -> Value) throws(StageError) -> Value {
        try Self.asStageError(name, body)
    }

    /// Why nothing can be written; `nil` for what else is wrong.
    static func reason(of error: any Error) -> SystemReason? {
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_FULL: .diskFull
        case .SQLITE_READONLY: .readOnly
        case .SQLITE_IOERR: .deviceFailed
        default: nil
        }
    }

    private static func asStageError<Value>(_ name: String, _ body: () throws -> Value) throws(StageError) -> Value {
        do {
            return try body()
        } catch {
            let location = CellLocation(file: name)
            if let reason = reason(of: error) {
                throw StageError(.outputUnwritable, at: location, found: reason.rawValue)
            }
            throw StageError(.registerUnusable, at: location, found: "\(error)")
        }
    }
}
