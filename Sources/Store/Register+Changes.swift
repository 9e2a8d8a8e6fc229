internal import GRDB
public import Model
internal import Queries

/// The wave that a register is of.
public struct WaveRow: Sendable, Hashable {
    public let id: String
    public let label: String
    /// First day on which an answer counted as in time, ISO 8601.
    public let answersFrom: String
}

/// Where an organisation stood in a wave.
public struct StandingRow: Sendable, Hashable {
    public let organizationID: String
    public let name: String
    /// `nil` where its names show none.
    public let legalFormID: String?
    public let isInFrame: Bool
    public let isMember: Bool
    public let hasResponded: Bool
    public let isLocationWithheld: Bool
    /// What the list of those asked notes of it; empty for nothing.
    public let notes: String
}

/// What an organisation chose of a question.
public struct ChosenRow: Sendable, Hashable {
    public let organizationID: String
    public let questionID: String
    public let options: [String]
    public let reference: RecordReference
}

/// A cell of two ways.
public struct CellRow: Sendable, Hashable {
    public let key: CellKey
    /// `nil` where none was stated.
    public let need: Double?
    public let gap: GapKind
}

/// What an area, a theme or a support type is called.
public struct LabelRow: Sendable, Hashable {
    public let subject: MatchSubject
    public let id: String
    public let label: String
}

/// The figure behind the need of an area and theme.
public struct NeedFigureRow: Sendable, Hashable {
    public let areaCode: String
    public let themeID: String
    public let figure: Double?
    public let unit: String
}

/// An organisation on a list of invitations.
public struct PickRow: Sendable, Hashable {
    public let rank: Int
    public let organizationID: String
    public let name: String
    /// Of the picks up to it, 0…1.
    public let shareOfGapClosed: Double
    /// `nil` where it was not kept.
    public let joiningChance: Double?
}

extension Register {
    /// The wave that the register is of; `nil` for an empty register.
    public func latestWave() throws(StageError) -> WaveRow? {
        try rows(.changesWave).first.map {
            WaveRow(id: $0["wave_id"], label: $0["label"], answersFrom: $0["answers_from"])
        }
    }

    /// In the order of ids.
    public func listStandings() throws(StageError) -> [StandingRow] {
        try rows(.changesOrganizations).map { row in
            let form: String = row["legal_form"]
            return StandingRow(
                organizationID: row["organization_id"], name: row["name"], legalFormID: form.isEmpty ? nil : form,
                isInFrame: row["is_in_frame"], isMember: row["is_member"], hasResponded: row["has_responded"],
                isLocationWithheld: row["is_location_withheld"], notes: row["notes"])
        }
    }

    /// Of the answers that count, in the order of organisations and of the questionnaire.
    public func chosen(waveID: String) throws(StageError) -> [ChosenRow] {
        try rows(.changesAnswers, ["wave_id": waveID]).map { row in
            let (options, sheet): (String, String) = (row["options"], row["source_sheet"])
            return ChosenRow(
                organizationID: row["organization_id"], questionID: row["question_id"],
                options: options.split(separator: "|").map(String.init),
                reference: RecordReference(
                    file: row["source_file"], sheet: sheet.isEmpty ? nil : sheet, row: row["source_row"]))
        }
    }

    /// Cells of area × theme, then of area × support type.
    public func twoWayCells() throws(StageError) -> [CellRow] {
        try rows(.changesCells).compactMap { row in
            let (theme, type): (String, String) = (row["theme_id"], row["support_type_id"])
            return GapKind(rawValue: row["gap_kind"]).map { gap in
                CellRow(
                    key: CellKey(
                        areaCode: row["area_code"], themeID: theme.isEmpty ? nil : theme,
                        supportTypeID: type.isEmpty ? nil : type), need: row["need"], gap: gap)
            }
        }
    }

    /// In the order in which they are printed.
    public func labels() throws(StageError) -> [LabelRow] {
        try rows(.changesLabels).compactMap { row in
            MatchSubject(rawValue: row["subject"]).map {
                LabelRow(subject: $0, id: row["id"], label: row["label"])
            }
        }
    }

    public func needFigures() throws(StageError) -> [NeedFigureRow] {
        try rows(.changesNeedFigures).map {
            NeedFigureRow(areaCode: $0["area_code"], themeID: $0["theme_id"], figure: $0["figure"], unit: $0["unit"])
        }
    }

    /// The list of invitations of a wave, by rank.
    public func picks(waveID: String) throws(StageError) -> [PickRow] {
        try rows(.changesPicks, ["wave_id": waveID]).map {
            PickRow(
                rank: $0["rank"], organizationID: $0["organization_id"], name: $0["name"],
                shareOfGapClosed: $0["share_of_gap_closed"], joiningChance: $0["joining_chance"])
        }
    }
}
