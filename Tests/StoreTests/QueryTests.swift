import Foundation
import GRDB
import Model
import Queries
import TestSupport
import Testing

@testable import Store

/// Every `.sql` file of `Queries/` against a small world, given and expected rows standing in
/// `Tests/Fixtures/input/queries/`.
@Suite("Queries")
struct QueryTests {
    static let questions = Query.all.map(\.name).filter { name in
        !["schema/", "checks/", "geopackage/"].contains(where: name.hasPrefix)
    }
    static let checks = Query.all.map(\.name).filter { $0.hasPrefix("checks/") }
    static let folder = RepositoryFolder.input.appending(path: "queries")

    @Test("gives the rows that were counted by hand", arguments: questions)
    func expectedRows(name: String) throws {
        let query = try #require(Query.all.first { $0.name == name })
        let file = Self.folder.appending(path: query.name.replacing(".sql", with: ".csv"))
        let expected = try String(contentsOf: file, encoding: .utf8)
        let register = try world()
        #expect(try rendered(query, in: register) == expected)
    }

    @Test("a check finds nothing in a sound register", arguments: checks)
    func soundRegister(name: String) throws {
        let check = try #require(Query.all.first { $0.name == name })
        let register = try world()
        let rows = try register.read { try Row.fetchAll($0, sql: check.text) }
        #expect(rows.isEmpty)
    }

    @Test("a check finds what breaks it, and the register names it", arguments: checks)
    func violation(name: String) throws {
        let check = try #require(Query.all.first { $0.name == name })
        let file = Self.folder.appending(path: check.name.replacing(".sql", with: ".violation.sql"))
        let register = try world()
        try register.database.writeWithoutTransaction { db in
            try db.execute(sql: "pragma foreign_keys = off")
            try db.execute(sql: try String(contentsOf: file, encoding: .utf8))
        }
        #expect(try register.failedChecks().map(\.name) == [check.name])
    }

    @Test("says its grain and its inputs, and is one statement", arguments: questions)
    func header(name: String) throws {
        let query = try #require(Query.all.first { $0.name == name })
        #expect(query.text.hasPrefix("-- Grain: "))
        #expect(query.text.contains("\n-- Inputs: "))
        let statement = query.text.split(separator: "\n").filter { !$0.hasPrefix("--") }
        #expect(!statement.contains { $0.contains(";") })
    }

    private func world() throws -> Register {
        let register = try Register(path: ":memory:", name: "register")
        let sql = try String(contentsOf: Self.folder.appending(path: "world.sql"), encoding: .utf8)
        try register.write { try $0.execute(sql: sql) }
        return register
    }

    /// What queries ask for.
    private static let arguments: [String: String] = [
        "wave_id": "w1", "a": "o9", "b": "o0", "by": "1", "id": "o0", "theme_id": "t1",
    ]

    /// The result as a CSV.
    private func rendered(_ query: Query, in register: Register) throws -> String {
        try register.read { db in
            let statement = try db.makeStatement(sql: query.text)
            let asked = Self.arguments.filter { query.text.contains(":\($0.key)") }
            let arguments: StatementArguments = asked.isEmpty ? [:] : StatementArguments(asked)
            var lines = [statement.columnNames.joined(separator: ",")]
            for row in try Row.fetchAll(statement, arguments: arguments) {
                lines.append(row.databaseValues.map { text(of: $0) }.joined(separator: ","))
            }
            return lines.joined(separator: "\n") + "\n"
        }
    }

    private func text(of value: DatabaseValue) -> String {
        switch value.storage {
        case .null: ""
        case .int64(let number): String(number)
        case .double(let number): String(number)
        case .string(let text): text
        case .blob: "blob"
        }
    }
}
