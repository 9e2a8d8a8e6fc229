/// つながりづくりの協力候補: an organisation outside the platform that fills no cell of area and theme, and that sees the
/// need, hopes to cooperate or helps other organisations.
///
/// It has no rank and no score: nothing of it is measured.
public struct CooperationCandidate: Sendable, Hashable {
    /// Why it fills no cell.
    public enum Reason: String, Sendable, CaseIterable {
        /// It named no theme.
        case noTheme = "no_theme"
        /// It named その他 alone, or wrote only what no theme of the questionnaire stands for.
        case otherThemes = "other_themes"
        /// It named themes, and works all over the country or online.
        case wide
        /// It named themes, and works outside the city only.
        case outside
        /// It named themes, and where it works could not be read.
        case areaUnknown = "area_unknown"
    }

    /// What it is listed under.
    public struct Group: Sendable, Hashable {
        public enum Basis: String, Sendable, CaseIterable {
            /// The first of its fields of activity, in the order of the questionnaire.
            case activityField = "activity_field"
            /// Its type, where the questionnaire asks for no fields.
            case organizationType = "organization_type"
        }

        public let basis: Basis
        /// `nil` where it answered nothing.
        public let label: String?

        public init(basis: Basis, label: String?) {
            self.basis = basis
            self.label = label
        }
    }

    public let organizationID: String
    public let name: String
    public let group: Group
    /// Labels of its fields of activity, in the order of the questionnaire.
    public let fields: [String]
    /// Sentences that a meeting can read.
    public let reasons: [String]
    public let withoutCell: Reason
    /// The answer that it rests on.
    public let evidence: RecordReference
    public let note: CallerNote

    public init(
        organizationID: String, name: String, group: Group, fields: [String], reasons: [String], withoutCell: Reason,
        evidence: RecordReference, note: CallerNote
    ) {
        self.organizationID = organizationID
        self.name = name
        self.group = group
        self.fields = fields
        self.reasons = reasons
        self.withoutCell = withoutCell
        self.evidence = evidence
        self.note = note
    }
}
