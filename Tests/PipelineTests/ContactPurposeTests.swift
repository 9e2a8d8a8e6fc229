import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite("What contacts may be used for, and how long")
struct ContactPurposeTests {
    /// Values of the fields by which people are reached.
    private static let contacts = [
        ForgetWave.telephone, "0967770123", ForgetWave.email, "しるし太郎", "MARKcontact_person",
    ]

    @Test("forgetting contacts alone leaves the organisation and everything else of it")
    func contactsOnly() throws {
        let wave = try ForgetWave()
        try wave.run()
        let tables = ["organizations.csv", "links.csv", "themes.csv", "coverage.csv", "tabulation.csv"]
        /// How sure a link is depends on what was compared.
        func rows() throws -> [[[String: String]]] {
            try tables.map { try wave.table($0).map { $0.filter { $0.key != "probability" } } }
        }
        let before = try rows()
        let id = try wave.id()
        let outcome = try wave.forget(id, contactsOnly: true)
        #expect(outcome.outputs.count == 1 && outcome.mentions.isEmpty)
        #expect(try wave.marked(Self.contacts).isEmpty)
        #expect(try rows() == before)
        let rerun = try wave.run()
        #expect(try wave.marked(Self.contacts).isEmpty)
        #expect(try rows() == before)
        #expect(rerun.findings.count { $0.problem.code == .contactsForgotten } == 4)
        #expect(try wave.forget(id, contactsOnly: true).isForgottenAlready)
        // The whole may follow, though nobody knows the telephone any more.
        try wave.forget(id)
        try wave.run()
        #expect(try wave.marked().isEmpty)
    }

    @Test(
        "contacts that may not be used are read no further",
        arguments: [
            ("contacts: unused", true), ("contacts: linking", false), ("retain_until: 2024-11-11", true),
            ("retain_until: 2024-11-12", false), ("purpose: 集計", false),
        ])
    func leftOut(setting: String, isLeftOut: Bool) throws {
        let wave = try ForgetWave(ForgetWave.Settings(source: "    \(setting)\n"))
        let outcome = try wave.run()
        let held = try wave.marked(Self.contacts)
        #expect(held.isEmpty == isLeftOut)
        let findings = outcome.findings.filter { $0.problem.code == .contactsLeftOut }
        #expect(findings.count == (isLeftOut ? Role.allCases.count : 0))
        #expect(findings.allSatisfy { $0.problem.found == setting })
        let page = try String(contentsOf: wave.output.appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("名寄せに使用") != isLeftOut)
        // The name is no contact.
        #expect(try wave.marked(["MARK見守り隊"]).count > 5)
    }

    @Test("without contacts, records that only a telephone brings together stay apart")
    func linking() throws {
        func organizations(_ setting: String) throws -> Int {
            let wave = try ForgetWave(
                ForgetWave.Settings(
                    rolesWithout: [.member, .response, .invitation], source: setting,
                    frameRows: [["MARK見守り対", "", ForgetWave.telephone, ForgetWave.email]]))
            return try wave.run().organizationCount
        }
        let together = try organizations("")
        #expect(try organizations("    contacts: unused\n") == together + 1)
    }

    @Test("the day of the run warns and decides nothing")
    func overdue() throws {
        let wave = try ForgetWave(ForgetWave.Settings(source: "    retain_until: 2024-11-20\n"))
        let outcome = try wave.run()
        let warnings = outcome.findings.filter { $0.problem.code == .retentionPassed }
        #expect(warnings.map(\.severity) == [Severity](repeating: .warning, count: 4))
        #expect(try wave.table("findings.csv").allSatisfy { $0["code"] != "retention_passed" })
        #expect(try !wave.marked(Self.contacts).isEmpty)
    }

    @Test(
        "contacts are handed to later waves until their term passes",
        arguments: [("2025-11-11", true), ("2030-03-31", false)])
    func carried(term: String, isLeftOut: Bool) throws {
        let first = try ForgetWave(ForgetWave.Settings(source: "    retain_until: \(term)\n"))
        try first.run()
        let second = try ForgetWave(
            ForgetWave.Settings(id: "f2", year: 2025, rolesWithout: Role.allCases, previous: first.output),
            beside: first)
        try second.run()
        let third = try ForgetWave(
            ForgetWave.Settings(id: "f3", year: 2026, rolesWithout: Role.allCases, previous: second.output),
            beside: first)
        try third.run()
        let held = try second.marked(Self.contacts)
        #expect(!held.contains { $0.hasPrefix("out-f2/register") } == isLeftOut)
        #expect(!held.contains { $0.hasPrefix("out-f3/register") } == isLeftOut)
        #expect(try second.marked(["MARK見守り隊"]).contains { $0.hasPrefix("out-f3/register") })
    }
}
