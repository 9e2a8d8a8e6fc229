import Foundation
import Model
import Survey
import TestSupport
import Testing

@testable import Pipeline

@Suite("How a forgotten record is known again")
struct RecordKeysTests {
    /// RFC 7914, section 11.
    @Test(
        "the hash is that of the standard",
        arguments: [
            ("passwd", "salt", 1, "55ac046e56e3089fec1691c22544b605"),
            ("Password", "NaCl", 80_000, "4ddcd8f60b98be21830cee5ef22701f9"),
        ])
    func standardHash(password: String, salt: String, rounds: Int, digest: String) {
        #expect(SaltedHash.hash(password, salt: Array(salt.utf8), rounds: rounds) == digest)
    }

    private static let reference = Result { try DataTables.shared.reference() }

    private func record(_ name: String, _ fields: [RecordField: String] = [:]) -> Record {
        Record(
            reference: RecordReference(file: "a.csv", sheet: nil, row: 2), role: .frame,
            fields: fields.merging([.name: name]) { first, _ in first })
    }

    /// Whether a record is taken for one of `own`, when there are others.
    private func isForgotten(_ record: Record, own: [Record], others: [Record] = []) throws -> Bool {
        let reference = try Self.reference.get()
        let keys = own.map { RecordKeys($0, reference) }
        let subject = ForgottenSubject(
            .organization, salt: [UInt8](1...16), names: Set(keys.map(\.name)),
            facts: RecordKeys.telling(keys, from: others.map { RecordKeys($0, reference) }))
        let row = subject.row(on: CivilDate(year: 2024, month: 12, day: 1)!)
        var list = try ForgottenList([row], reference: reference)
        return list.recognition(of: record) == .organization
    }

    @Test("the name with any one of its contacts is enough, also of different rows")
    func combinations() throws {
        let own = [
            record("ひまわり会", [.telephone: "096-111-2222"]), record("NPO法人ひまわり会", [.email: "a@example.jp"]),
            record("ヒマワリ倶楽部", [.address: "熊本市東区花立1-2-3"]),
        ]
        #expect(try isForgotten(record("ひまわり会", [.email: "A@example.jp", .telephone: "096-999-9999"]), own: own))
        #expect(try isForgotten(record("ヒマワリ倶楽部", [.telephone: "0961112222"]), own: own))
        #expect(try isForgotten(record("ひまわり会", [.address: "熊本県熊本市東区花立1丁目2番3号"]), own: own))
        #expect(try !isForgotten(record("つくし会", [.telephone: "096-111-2222"]), own: own))
        #expect(try !isForgotten(record("ひまわり会", [.telephone: "096-999-9999"]), own: own))
    }

    @Test("branches that share name and telephone are told apart by the note behind the name")
    func branches() throws {
        let (north, south) = (
            record("ひまわり会(北支部)", [.telephone: "096-111-2222"]), record("ひまわり会(南支部)", [.telephone: "096-111-2222"])
        )
        #expect(try isForgotten(north, own: [north], others: [south]))
        #expect(try !isForgotten(south, own: [north], others: [south]))
        // Without the other branch the note is only a note.
        #expect(try isForgotten(south, own: [north]))
    }

    @Test("a row with nothing but the name is of the one organisation that had it, and of nobody where there are two")
    func nameAlone() throws {
        let own = [record("ひまわり会", [.telephone: "096-111-2222"])]
        let namesake = record("ひまわり会", [.telephone: "096-333-4444"])
        #expect(try isForgotten(record("ひまわり会"), own: own))
        #expect(try !isForgotten(record("ひまわり会"), own: own, others: [namesake]))
        #expect(try !isForgotten(namesake, own: own, others: [namesake]))
    }

    @Test("two that can't be told apart by anything both stay")
    func alike() throws {
        let twin = record("ひまわり会", [.telephone: "096-111-2222"])
        #expect(try !isForgotten(twin, own: [twin], others: [twin]))
    }

    @Test("a text names an organisation unless it is another whose name begins alike")
    func mentions() {
        let mentions = Mentions(
            ["ひまわり会", "oabc", "林"], unlike: ["096-1"], otherNames: ["ひまわり会第二", "林檎の会"])
        #expect(mentions.isIn("参加団体：ひまわり会、つくし会") && mentions.isIn("oabc"))
        #expect(!mentions.isIn("ひまわり会第二") && !mentions.isIn("林さん"))
        #expect(mentions.isIn("ひまわり会第二とひまわり会"))
    }
}
