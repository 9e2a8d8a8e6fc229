internal import Model

/// A row of `decisions.csv` of the kind `forget`: who isn't to come back, told by hashes alone.
///
/// The first subject is `v1;SALT;NAME…`, the second `HASH;HASH;…`. A name alone is hashed quickly, since every run
/// hashes every name of the wave with it; the name together with an address or a contact is hashed slowly, since that is
/// only done for records that have the name.
struct ForgottenSubject {
    /// The raw values stand in the file.
    enum Scope: String, CaseIterable {
        /// The organisation as a whole.
        case organization
        /// Only the fields by which people of it are reached.
        case contacts
    }

    private static let version = "v1"
    private static let nameRounds = 200
    private static let factRounds = 100_000

    let scope: Scope
    let salt: [UInt8]
    private let names: Set<String>
    private let facts: Set<String>

    /// - Parameters:
    ///   - names: as `RecordKeys` compares them.
    ///   - facts: of `RecordKeys`.
    init(_ scope: Scope, salt: [UInt8], names: Set<String>, facts: Set<String>) {
        self.scope = scope
        self.salt = salt
        self.names = Set(names.map { Self.hash(name: $0, salt: salt) })
        self.facts = Set(facts.map { SaltedHash.hash($0, salt: salt, rounds: Self.factRounds) })
    }

    /// `nil` when a row isn't as it was written.
    init?(_ row: Decisions.Row) {
        let parts = row.subjectA.split(separator: ";", omittingEmptySubsequences: false)
        guard let scope = Scope(rawValue: row.verdict), parts.count > 2, parts[0] == Self.version,
            let salt = SaltedHash.bytes(hexadecimal: parts[1]), salt.count == SaltedHash.length
        else { return nil }
        let facts = row.subjectB.split(separator: ";")
        let hashes = parts.dropFirst(2) + facts
        guard hashes.allSatisfy({ SaltedHash.bytes(hexadecimal: $0)?.count == SaltedHash.length }) else { return nil }
        self.scope = scope
        self.salt = salt
        names = Set(parts.dropFirst(2).map(String.init))
        self.facts = Set(facts.map(String.init))
    }

    /// - Parameter scope: instead of its own.
    func row(on day: CivilDate, as scope: Scope? = nil) -> Decisions.Row {
        Decisions.Row(
            kind: Decisions.Kind.forget.rawValue, verdict: (scope ?? self.scope).rawValue,
            subjectA: ([Self.version, FileDigest.hexadecimal(salt)] + names.sorted()).joined(separator: ";"),
            subjectB: facts.sorted().joined(separator: ";"), note: "", decidedOn: day.description,
            takenFrom: "tsunagi forget")
    }

    static func hash(name: String, salt: [UInt8]) -> String {
        SaltedHash.hash(name, salt: salt, rounds: nameRounds)
    }

    /// - Parameter hash: of a name, with this salt.
    func has(nameHash hash: String) -> Bool { names.contains(hash) }

    func has(_ fact: String) -> Bool {
        facts.contains(SaltedHash.hash(fact, salt: salt, rounds: Self.factRounds))
    }
}
