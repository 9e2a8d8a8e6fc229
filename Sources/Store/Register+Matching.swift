internal import GRDB
public import Model
internal import Queries

/// What can be asked for.
public enum MatchSubject: String, Sendable, CaseIterable {
    case theme
    case supportType = "support_type"
    case area
}

/// A word by which a theme, a support type or an area can be asked for.
public struct MatchTerm: Sendable, Hashable {
    public let subject: MatchSubject
    public let id: String
    public let label: String
    /// その他 and the like.
    public let isResidual: Bool
}

/// What an organisation says that it does, and where it says so.
public struct ClaimRow: Sendable, Hashable {
    public let organizationID: String
    public let subject: MatchSubject
    public let id: String
    public let origin: AttributedLabel.Origin
    public let evidence: String
}

/// What is told of an organisation that may be turned to.
public struct MatchRow: Sendable, Hashable {
    /// Of the office, down to its town.
    public struct Town: Sendable, Hashable {
        /// Five digits; of the ward where there is one.
        public let municipalityCode: String
        public let municipality: String
        public let name: String
        /// Degrees, JGD2011.
        public let latitude: Double
        public let longitude: Double
        /// Whether the point is that of the town, and of no block or lot in it.
        public let isPointOfTown: Bool
    }

    public let organizationID: String
    public let name: String
    public let isMember: Bool
    public let hasResponded: Bool
    /// Label of the wave of its earlier answer, where it did not answer this time; empty where there is none.
    public let earlierWave: String
    public let isLocationWithheld: Bool
    /// Whether its service area names places outside the city.
    public let namesPlacesOutside: Bool
    /// As the questionnaire words it; empty without an answer.
    public let frequency: String
    /// `nil` where it isn't known or withheld.
    public let town: Town?
}

extension Register {
    /// The wave that the register is of; `nil` for an empty register.
    public func waveSummary() throws(StageError) -> (
        label: String, municipalityCode: String, municipality: String, asOf: String
    )? {
        try rows(.matchingWave).first.map { ($0["label"], $0["municipality_code"], $0["municipality"], $0["as_of"]) }
    }

    /// Several for one id where the questionnaire calls it otherwise; in the order in which they are printed.
    public func matchTerms() throws(StageError) -> [MatchTerm] {
        try rows(.matchingTerms).compactMap { row in
            MatchSubject(rawValue: row["subject"]).map {
                MatchTerm(subject: $0, id: row["id"], label: row["label"], isResidual: row["is_residual"])
            }
        }
    }

    /// All organisations in the order of their names.
    public func matchRows() throws(StageError) -> [MatchRow] {
        try rows(.matchingOrganizations).map { row in
            MatchRow(
                organizationID: row["organization_id"], name: row["name"], isMember: row["is_member"],
                hasResponded: row["has_responded"], earlierWave: row["earlier_wave"],
                isLocationWithheld: row["is_location_withheld"],
                namesPlacesOutside: row["names_places_outside"], frequency: row["frequency"], town: Self.town(row))
        }
    }

    private static func town(_ row: Row) -> MatchRow.Town? {
        let name: String = row["town"]
        guard !name.isEmpty, let latitude = row["latitude"] as Double?, let longitude = row["longitude"] as Double?
        else { return nil }
        return MatchRow.Town(
            municipalityCode: row["municipality_code"], municipality: row["municipality"], name: name,
            latitude: latitude, longitude: longitude, isPointOfTown: row["is_point_of_town"])
    }

    /// By organisation, themes before support types.
    public func claims() throws(StageError) -> [ClaimRow] {
        try rows(.matchingClaims).compactMap { row in
            guard let subject = MatchSubject(rawValue: row["subject"]),
                let origin = AttributedLabel.Origin(rawValue: row["origin"])
            else { return nil }
            return ClaimRow(
                organizationID: row["organization_id"], subject: subject, id: row["id"], origin: origin,
                evidence: row["evidence"])
        }
    }

    /// Who is known to reach each area with a theme, of all support types together (`nil`) and of each.
    public func gapKinds(
        ofTheme id: String
    ) throws(StageError) -> [(areaCode: String, supportTypeID: String?, kind: GapKind)] {
        try rows(.matchingGaps, ["theme_id": id]).compactMap { row in
            let type: String = row["support_type_id"]
            return GapKind(rawValue: row["gap_kind"]).map { (row["area_code"], type.isEmpty ? nil : type, $0) }
        }
    }
}
