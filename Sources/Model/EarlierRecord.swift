/// A record of an earlier wave, as far as it serves to know its organisation again.
public struct EarlierRecord: Sendable {
    public let organizationID: String
    public let waveID: String
    /// Day that the wave describes, ISO 8601.
    public let asOf: String
    /// Name, address, contacts, representative and corporate number.
    public var record: Record
    /// What a person's decision knows it by.
    public var contentKey: String
    /// Last day on which its contacts may be used, ISO 8601; `nil` where none was stated.
    public let retainUntil: String?

    public init(
        organizationID: String, waveID: String, asOf: String, record: Record, contentKey: String,
        retainUntil: String? = nil
    ) {
        self.retainUntil = retainUntil
        self.organizationID = organizationID
        self.waveID = waveID
        self.asOf = asOf
        self.record = record
        self.contentKey = contentKey
    }

    /// What is kept of a record for later waves.
    public static let fields: [RecordField] = [
        .name, .address, .postalCode, .telephone, .email, .representative, .corporateNumber,
    ]
}
