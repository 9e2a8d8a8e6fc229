/// 声掛けの記録: what the ledger of a wave says of an organisation, as people wrote it into `planner.xlsx`.
public struct InvitationEntry: Sendable, Hashable {
    /// 判断; the raw values stand in `decisions.csv`.
    public enum Decision: String, Sendable, CaseIterable {
        /// 声掛け
        case invite
        /// 見送り: not in this wave.
        case pass
        /// 保留; also where only a note was written.
        case undecided
    }

    public var decision: Decision
    /// Why it was decided so.
    public var reason: String
    /// 声掛け役: who makes the call. A person's name, as a rule.
    public var caller: String
    public var invitedOn: CivilDate?
    /// 電話, 訪問 and so on.
    public var method: String
    /// As written; what it means is read anew by every run.
    public var outcome: String
    /// リーフレット掲載同意; `nil` where nothing was said.
    public var leafletConsent: Bool?
    public var note: String

    public init(
        decision: Decision, reason: String = "", caller: String = "", invitedOn: CivilDate? = nil,
        method: String = "", outcome: String = "", leafletConsent: Bool? = nil, note: String = ""
    ) {
        self.decision = decision
        self.reason = reason
        self.caller = caller
        self.invitedOn = invitedOn
        self.method = method
        self.outcome = outcome
        self.leafletConsent = leafletConsent
        self.note = note
    }

    /// Whether somebody called: a decision to call is not yet an invitation.
    public var isInvitation: Bool { !outcome.isEmpty || invitedOn != nil && decision != .pass }
}
