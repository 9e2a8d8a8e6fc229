public import Model
internal import Text

/// A record of a wave as linking sees it: what it compares, where it stands and what a person's decision knows it by.
public struct LinkRecord: Sendable {
    public let reference: RecordReference
    public let role: Role
    public let entry: LinkEntry
    /// The address in the form in which it compares; empty when unknown.
    public let address: String
    /// 0 for the wave that is linked, 1 for the one before it.
    public let wavesAgo: Int
    /// The organisation of a record of an earlier wave; `nil` for the wave that is linked.
    public let knownID: String?

    public init(
        reference: RecordReference, role: Role, entry: LinkEntry, address: String, wavesAgo: Int = 0,
        knownID: String? = nil
    ) {
        self.reference = reference
        self.role = role
        self.entry = entry
        self.address = address
        self.wavesAgo = wavesAgo
        self.knownID = knownID
    }

    /// What a person's decision remembers the record by: it survives reordered files and new waves.
    public var contentKey: String { "\(entry.name.core)|\(address)" }

    /// The name in a content key; an address holds no `|`, a name may.
    public static func name(inContentKey key: String) -> String {
        key.lastIndex(of: "|").map { String(key[..<$0]) } ?? key
    }

    /// The address in a content key; empty when it isn't known.
    public static func address(inContentKey key: String) -> String {
        key.lastIndex(of: "|").map { String(key[key.index(after: $0)...]) } ?? ""
    }

    /// Earlier waves first; then frame, member, response, invitation; then by text, so that reordered files name
    /// organisations alike.
    static func precedes(_ a: LinkRecord, _ b: LinkRecord) -> Bool {
        (b.wavesAgo, a.role, a.contentKey, a.reference) < (a.wavesAgo, b.role, b.contentKey, b.reference)
    }
}
