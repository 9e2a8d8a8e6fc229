internal import GRDB
public import Model
internal import Queries

/// How many of a part of those who were asked answered.
public struct ResponseCount: Sendable, Hashable {
    public let dimension: ResponseRow.Dimension
    public let category: String
    public let label: String
    public let asked: Int
    public let answered: Int
    public let unreachable: Int
}

/// A choice of a question.
public struct OfferedChoice: Sendable, Hashable {
    public let questionID: String
    public let question: String
    /// Who is asked, as the codebook writes it; `nil` for everybody.
    public let askedIf: String?
    public let optionID: String
    public let option: String
}

/// An answer that counts, with what weights are made of; empty where it isn't known.
public struct Respondent: Sendable, Hashable {
    public let recordID: Int64
    public let organizationID: String
    public let organizationType: String
    public let municipalityCode: String
}

/// What an answer chose of a question that it was asked.
public struct Choice: Sendable, Hashable {
    public let recordID: Int64
    public let questionID: String
    public let options: [String]
}

/// How many of those who chose an option of one question chose one of another.
public struct CrossCount: Sendable, Hashable {
    public let byQuestionID: String
    public let byQuestion: String
    public let byOptionID: String
    public let byOption: String
    public let questionID: String
    public let question: String
    public let optionID: String
    public let option: String
    public let count: Int
    public let base: Int
    public let answered: Int
}

/// How many chose an option.
public struct AnswerCount: Sendable, Hashable {
    public let questionID: String
    public let question: String
    public let optionID: String
    public let option: String
    public let count: Int
    public let base: Int
    public let answered: Int
}

/// How often members of the platform and others chose an option.
public struct VoiceCount: Sendable {
    /// Asked, answered, chose it.
    public typealias Group = (base: Int, answered: Int, count: Int)

    public let questionID: String
    public let question: String
    public let optionID: String
    public let option: String
    public let members: Group
    public let others: Group
}

/// Where an organisation works and what it does.
public struct ReachRow: Sendable, Hashable {
    public let organizationID: String
    public let isMember: Bool
    /// Empty where it isn't known.
    public let organizationType: String
    /// Of the office; empty where it isn't known.
    public let municipalityCode: String
    /// Whether it was asked, and is no organisation whose silence says nothing.
    public let isAsked: Bool
    public let hasResponded: Bool
    public let serviceAreaKind: String
    /// Areas of the report that it fills.
    public let areaCodes: [String]
    public let themeIDs: [String]
    public let supportTypeIDs: [String]
    /// What a person said of a theme and a support type together.
    public let decidedPairs: [DecidedPair]
    /// Themes of its cases; `nil` where it was not asked or did not say.
    public let caseThemeIDs: [String]?
}

/// How a record is known again, and the organisation that it was linked to.
public struct RecordIdentity: Sendable, Hashable {
    public let contentKey: String
    public let organizationID: String
    public let reference: RecordReference
}

extension Register {
    public func identities() throws(StageError) -> [RecordIdentity] {
        try rows(.identityContentKeys).map { row in
            let sheet: String = row["source_sheet"]
            return RecordIdentity(
                contentKey: row["content_key"], organizationID: row["organization_id"],
                reference: RecordReference(
                    file: row["source_file"], sheet: sheet.isEmpty ? nil : sheet, row: row["source_row"]))
        }
    }

    public func response() throws(StageError) -> (asked: Int, answered: Int) {
        let row = try rows(.countsResponse).first
        return (row?["asked"] ?? 0, row?["answered"] ?? 0)
    }

    public func answerCounts(waveID: String) throws(StageError) -> [AnswerCount] {
        try rows(.countsAnswers, ["wave_id": waveID]).map {
            AnswerCount(
                questionID: $0["question_id"], question: $0["question"], optionID: $0["option_id"],
                option: $0["option"], count: $0["count"], base: $0["base"], answered: $0["answered"])
        }
    }

    /// All who were asked, then by type, by municipality and by section.
    public func responseRates() throws(StageError) -> [ResponseCount] {
        try rows(.countsResponseRates).map { row in
            ResponseCount(
                dimension: ResponseRow.Dimension(rawValue: row["dimension"]) ?? .all, category: row["category"],
                label: row["label"], asked: row["asked"], answered: row["answered"], unreachable: row["unreachable"])
        }
    }

    /// Those who were asked and answered.
    public func respondents(waveID: String) throws(StageError) -> [Respondent] {
        try rows(.countsRespondents, ["wave_id": waveID]).map {
            Respondent(
                recordID: $0["record_id"], organizationID: $0["organization_id"],
                organizationType: $0["organization_type"], municipalityCode: $0["municipality_code"])
        }
    }

    /// What they chose, question by question that they were asked.
    public func choices(waveID: String) throws(StageError) -> [Choice] {
        try rows(.countsChoices, ["wave_id": waveID]).map { row in
            let options: String = row["options"]
            return Choice(
                recordID: row["record_id"], questionID: row["question_id"],
                options: options.split(separator: "|").map(String.init))
        }
    }

    /// The wave that the register is of; `nil` for an empty register.
    public func wave() throws(StageError) -> (id: String, label: String)? {
        try rows(.identityWave).first.map { ($0["wave_id"], $0["label"]) }
    }

    /// The choices of all questions, in their order.
    public func choicesOffered() throws(StageError) -> [OfferedChoice] {
        try rows(.countsOptions).map {
            OfferedChoice(
                questionID: $0["question_id"], question: $0["question"], askedIf: $0["asked_if"],
                optionID: $0["option_id"], option: $0["option"])
        }
    }

    /// Ids of those who were asked.
    public func askedOrganizations() throws(StageError) -> Set<String> {
        Set(try rows(.identityAskedOrganizations).map { $0["organization_id"] })
    }

    /// How many of those who chose an option of the question `by` chose which of the others.
    public func crossCounts(waveID: String, by: String) throws(StageError) -> [CrossCount] {
        try rows(.countsCross, ["wave_id": waveID, "by": by]).map {
            CrossCount(
                byQuestionID: $0["by_question_id"], byQuestion: $0["by_question"], byOptionID: $0["by_option_id"],
                byOption: $0["by_option"], questionID: $0["question_id"], question: $0["question"],
                optionID: $0["option_id"], option: $0["option"], count: $0["count"], base: $0["base"],
                answered: $0["answered"])
        }
    }

    public func voiceCounts(waveID: String) throws(StageError) -> [VoiceCount] {
        try rows(.countsVoices, ["wave_id": waveID]).map {
            VoiceCount(
                questionID: $0["question_id"], question: $0["question"], optionID: $0["option_id"],
                option: $0["option"], members: ($0["member_base"], $0["members_answered"], $0["members"]),
                others: ($0["other_base"], $0["others_answered"], $0["others"]))
        }
    }

    /// All organisations, with where they work and what they do, in the order of their ids.
    public func reachingOrganizations() throws(StageError) -> [ReachRow] {
        try rows(.coverageOrganizations).map { row in
            func list(_ column: String) -> [String] {
                let text: String = row[column]
                return text.split(separator: "|").map(String.init)
            }
            return ReachRow(
                organizationID: row["organization_id"], isMember: row["is_member"],
                organizationType: row["organization_type"], municipalityCode: row["municipality_code"],
                isAsked: row["is_asked"], hasResponded: row["has_responded"],
                serviceAreaKind: row["service_area_kind"], areaCodes: list("areas"), themeIDs: list("themes"),
                supportTypeIDs: list("support_types"),
                decidedPairs: list("decided_pairs").compactMap(DecidedPair.init(written:)),
                caseThemeIDs: row["tells_of_cases"] ? list("case_themes") : nil)
        }
    }

    /// Names of the checks (`Queries/checks/`) that found rows, with how many.
    public func failedChecks() throws(StageError) -> [(name: String, rows: Int)] {
        var failed: [(String, Int)] = []
        for query in Query.all where query.name.hasPrefix("checks/") {
            let count = try rows(query).count
            if count > 0 { failed.append((query.name, count)) }
        }
        return failed
    }

    func rows(_ query: Query, _ arguments: [String: String] = [:]) throws(StageError) -> [Row] {
        try read { db in
            try Row.fetchAll(db, sql: query.text, arguments: StatementArguments(arguments))
        }
    }
}

extension DecidedPair {
    /// `theme:type:1`
    fileprivate init?(written text: String) {
        let parts = text.split(separator: ":").map(String.init)
        guard parts.count == 3 else { return nil }
        self.init(themeID: parts[0], supportTypeID: parts[1], isDone: parts[2] == "1")
    }
}
