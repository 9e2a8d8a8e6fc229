public import Model
public import Text

/// What linking needs of a record: normalised name and contact keys. Address parts are handed in, read elsewhere.
public struct LinkRecord: Sendable {
    public let reference: RecordReference
    public let role: Role
    public let name: NormalizedName
    /// The address in the form in which it compares; empty when unknown.
    public let address: String
    /// Municipality, town and lot; `nil` when the lot isn't known.
    public let lot: String?
    /// Digits only.
    public let telephone: String?
    public let email: String?

    public init(
        reference: RecordReference, role: Role, name: NormalizedName, address: String, lot: String?,
        telephone: String?, email: String?
    ) {
        self.reference = reference
        self.role = role
        self.name = name
        self.address = address
        self.lot = lot
        self.telephone = telephone
        self.email = email
    }

    /// What reaches the organisation; others in the same office share it.
    var contacts: [String] {
        [telephone.map { "tel \($0)" }, email.map { "mail \($0)" }, lot.map { "lot \($0)" }].compactMap { $0 }
    }

    /// What a person's decision remembers the record by: it survives reordered files and new waves.
    public var contentKey: String { "\(name.core)|\(address)" }

    /// The name in a content key; an address holds no `|`, a name may.
    public static func name(inContentKey key: String) -> String {
        key.lastIndex(of: "|").map { String(key[..<$0]) } ?? key
    }

    /// The address in a content key; empty when it isn't known.
    public static func address(inContentKey key: String) -> String {
        key.lastIndex(of: "|").map { String(key[key.index(after: $0)...]) } ?? ""
    }
}

/// What a person decided about two records, by their content.
public struct LinkDecision: Sendable, Hashable {
    public enum Verdict: String, Sendable, CaseIterable {
        case same, different, undecided
    }

    public let a: String
    public let b: String
    public let verdict: Verdict

    /// - Parameters: content keys of the two records (`LinkRecord.contentKey`), in any order.
    public init(a: String, b: String, verdict: Verdict) {
        (self.a, self.b) = a < b ? (a, b) : (b, a)
        self.verdict = verdict
    }
}
