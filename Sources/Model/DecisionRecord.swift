/// A row of `decisions.csv`, or one that was taken over from an earlier wave.
public struct DecisionRecord: Sendable, Hashable {
    public var kind: String
    public var verdict: String
    public var subjectA: String
    public var subjectB: String
    public var note: String
    /// ISO 8601
    public var decidedOn: String
    /// The review file that it came from; empty where it was written by hand.
    public var takenFrom: String

    public init(
        kind: String, verdict: String, subjectA: String, subjectB: String, note: String, decidedOn: String,
        takenFrom: String
    ) {
        self.kind = kind
        self.verdict = verdict
        self.subjectA = subjectA
        self.subjectB = subjectB
        self.note = note
        self.decidedOn = decidedOn
        self.takenFrom = takenFrom
    }
}
