/// 声掛け: an invitation and how it ended, as a ledger has it.
public struct Invitation: Sendable, Hashable {
    public var organizationID: String
    /// The wave whose ledger it is.
    public let waveID: String
    public let invitedOn: CivilDate?
    /// As written; what it means is read anew by every wave.
    public let outcome: String
    public let reference: RecordReference

    public init(
        organizationID: String, waveID: String, invitedOn: CivilDate?, outcome: String, reference: RecordReference
    ) {
        self.organizationID = organizationID
        self.waveID = waveID
        self.invitedOn = invitedOn
        self.outcome = outcome
        self.reference = reference
    }
}
