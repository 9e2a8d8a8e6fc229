import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Store

@Suite("Register")
struct RegisterTests {
    @Test("a file that is no register is refused by name")
    func noRegister() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write("organization_id,name\n", to: "register.sqlite")
        let error = #expect(throws: StageError.self) {
            try Register(reading: file.path, name: "last/register.sqlite")
        }
        #expect(error?.problems.first?.code == .registerUnusable)
        #expect(error?.problems.first?.location.file == "last/register.sqlite")
    }

    @Test("a register of a schema that isn't ours is refused")
    func foreignSchema() throws {
        let scratch = try ScratchFolder()
        let file = scratch.url.appending(path: "other.sqlite")
        let own = try Register(path: file.path, name: "other.sqlite")
        try own.write { try $0.execute(sql: "delete from grdb_migrations") }
        try own.close()
        #expect(throws: StageError.self) { try Register(reading: file.path, name: "other.sqlite") }
    }

    @Test("reading leaves the file as it is")
    func readOnly() throws {
        let scratch = try ScratchFolder()
        let file = scratch.url.appending(path: "register.sqlite")
        try Register(path: file.path, name: "register").close()
        let before = try Data(contentsOf: file)
        let register = try Register(reading: file.path, name: "register")
        #expect(try register.identities().isEmpty)
        try register.close()
        #expect(try Data(contentsOf: file) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["register.sqlite"])
    }
}
