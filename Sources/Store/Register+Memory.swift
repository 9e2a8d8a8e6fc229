internal import GRDB
public import Model
internal import Queries

/// An organisation of which an answer tells what it does, and the wave of that answer.
public struct AnsweredRow: Sendable, Hashable {
    public let organizationID: String
    public let waveID: String
    /// Of places outside the city that it named.
    public let outsideAreaCodes: [String]
}

/// What a record states of the service area, as it was chosen and written; empty where it wasn't.
public struct AreaStatement: Sendable, Hashable {
    /// Id of the option.
    public let choice: String
    public let text: String

    public init(choice: String, text: String) {
        self.choice = choice
        self.text = text
    }
}

extension Register {
    /// By content key of the record.
    public func areaStatements() throws(StageError) -> [String: AreaStatement] {
        Dictionary(
            try rows(.identityAreaStatements).map {
                ($0["content_key"], AreaStatement(choice: $0["choice"], text: $0["text"]))
            }, uniquingKeysWith: { _, last in last })
    }

    /// The waves that the register knows of, the latest first.
    public func waves() throws(StageError) -> [EarlierWave] {
        try rows(.identityWaves).map { EarlierWave(id: $0["wave_id"], label: $0["label"], asOf: $0["as_of"]) }
    }

    /// What people decided, in the order in which they did.
    public func decisions() throws(StageError) -> [DecisionRecord] {
        try rows(.identityDecisions).map {
            DecisionRecord(
                kind: $0["kind"], verdict: $0["verdict"], subjectA: $0["subject_a"], subjectB: $0["subject_b"],
                note: $0["note"], decidedOn: $0["decided_on"], takenFrom: $0["taken_from"])
        }
    }

    /// Of this wave and of earlier ones.
    public func invitations() throws(StageError) -> [Invitation] {
        try rows(.identityInvitations).map { row in
            let day: String? = row["invited_on"]
            return Invitation(
                organizationID: row["organization_id"], waveID: row["wave_id"],
                invitedOn: day.flatMap(CivilDate.init(written:)), outcome: row["outcome"],
                reference: RecordReference(file: row["source_file"], sheet: row["source_sheet"], row: row["source_row"])
            )
        }
    }

    /// As what this wave and earlier ones knew organisations, in the order of their ids.
    public func standings() throws(StageError) -> [OrganizationStanding] {
        try rows(.identityStandings).map {
            OrganizationStanding(
                organizationID: $0["organization_id"], waveID: $0["wave_id"], isInFrame: $0["is_in_frame"],
                isMember: $0["is_member"], hasResponded: $0["has_responded"],
                isLocationWithheld: $0["is_location_withheld"])
        }
    }

    /// Those of which an answer of this wave or of an earlier one tells what they do, in the order of their ids.
    public func answered() throws(StageError) -> [AnsweredRow] {
        try rows(.identityAnswered).map { row in
            let codes: String = row["outside_area_codes"]
            return AnsweredRow(
                organizationID: row["organization_id"], waveID: row["wave_id"],
                outsideAreaCodes: codes.split(separator: ";").map(String.init))
        }
    }
}

/// Writes what later waves will want to know.
struct MemoryInsertion {
    let db: Database
    let content: RegisterContent

    func run() throws {
        try insertDecisions()
        try insertInvitations()
        try insertHistory()
        try insertEarlierAnswers()
    }

    private func insertDecisions() throws {
        let decisions = try Inserter(
            db, "decision", ["kind", "verdict", "subject_a", "subject_b", "note", "decided_on", "taken_from"])
        for decision in content.decisions {
            try decisions.insert([
                decision.kind, decision.verdict, decision.subjectA, decision.subjectB, decision.note,
                decision.decidedOn, decision.takenFrom,
            ])
        }
    }

    private func insertInvitations() throws {
        let invitations = try Inserter(
            db, "invitation",
            ["organization_id", "wave_id", "invited_on", "outcome", "source_file", "source_sheet", "source_row"])
        for invitation in content.invitations {
            let reference = invitation.reference
            try invitations.insert([
                invitation.organizationID, invitation.waveID, invitation.invitedOn?.description, invitation.outcome,
                reference.file, reference.sheet, reference.row,
            ])
        }
    }

    private func insertHistory() throws {
        let history = try Inserter(
            db, "organization_history",
            ["organization_id", "wave_id", "is_in_frame", "is_member", "has_responded", "is_location_withheld"])
        for standing in content.history {
            try history.insert([
                standing.organizationID, standing.waveID, standing.isInFrame, standing.isMember,
                standing.hasResponded, standing.isLocationWithheld,
            ])
        }
    }

    private func insertEarlierAnswers() throws {
        let answers = try Inserter(db, "earlier_answer", ["organization_id", "wave_id", "tells_of_cases"])
        let cases = try Inserter(db, "earlier_answer_case", ["organization_id", "theme_id"])
        for profile in content.organizations {
            guard let answer = profile.earlierAnswer else { continue }
            let id = profile.organization.id
            try answers.insert([id, answer.wave.id, answer.caseThemeIDs != nil])
            for theme in answer.caseThemeIDs ?? [] { try cases.insert([id, theme]) }
        }
    }
}
