/// What a source file is to the survey.
public enum Role: String, Sendable, CaseIterable, Comparable {
    /// 調査対象名簿: those who were asked.
    case frame
    /// PF参加団体: those who are in the platform.
    case member
    /// 回答: what they answered.
    case response
    /// 声掛け記録: whom the city invited and how it ended.
    case invitation

    /// As planners and others read it.
    public func label(in language: Language) -> String {
        switch (self, language) {
        case (.frame, .japanese): "調査対象名簿"
        case (.member, .japanese): "PF参加団体"
        case (.response, .japanese): "回答"
        case (.invitation, .japanese): "声掛け記録"
        case (_, .english): rawValue
        }
    }

    /// Frame, member, response, invitation: the order in which records name an organisation.
    public static func < (a: Role, b: Role) -> Bool { a.order < b.order }

    private var order: Int {
        switch self {
        case .frame: 0
        case .member: 1
        case .response: 2
        case .invitation: 3
        }
    }
}

/// The row of a file that a record was read from.
public struct RecordReference: Sendable, Hashable, Comparable {
    public let file: String
    public let sheet: String?
    /// As a spreadsheet shows it: the header of a plain CSV is row 1 and its first record row 2.
    public let row: Int

    public init(file: String, sheet: String?, row: Int) {
        self.file = file
        self.sheet = sheet
        self.row = row
    }

    public var location: CellLocation { CellLocation(file: file, sheet: sheet, row: row) }

    public static func < (a: RecordReference, b: RecordReference) -> Bool {
        (a.file, a.sheet ?? "", a.row) < (b.file, b.sheet ?? "", b.row)
    }
}

/// A record that is spoken of, with the organisation that it was linked to.
public struct RecordMention: Sendable, Hashable {
    public let organizationID: String
    public let name: String
    public let reference: RecordReference

    public init(organizationID: String, name: String, reference: RecordReference) {
        self.organizationID = organizationID
        self.name = name
        self.reference = reference
    }
}

/// What a column of a source can say about an organisation, besides answers to questions.
/// The raw values are the keys under `columns:` in `wave.yaml`.
public enum RecordField: String, Sendable, CaseIterable {
    case listNumber = "list_number"
    case name
    case nameKana = "name_kana"
    case organizationType = "organization_type"
    case corporateNumber = "corporate_number"
    case representative
    case contactPerson = "contact_person"
    case telephone
    case email
    case postalCode = "postal_code"
    case address
    /// 把握課: the section of the city that knows the organisation.
    case section
    /// 備考: what a list says of the row (returned mail, dormant).
    case note
    case answeredAt = "answered_at"
    case answeredBefore = "answered_before"
    case serviceAreaText = "service_area_text"
    case joinedOn = "joined_on"
    /// 公開可: whether the organisation may be named in public output.
    case publicConsent = "public_consent"
    /// リーフレット掲載同意: whether the directory of the platform may hold it.
    case leafletConsent = "leaflet_consent"
    /// 所在地公開可
    case addressConsent = "address_consent"
    /// 電話公開可
    case telephoneConsent = "telephone_consent"
    /// 所在地秘匿
    case locationWithheld = "location_withheld"
    case invitedOn = "invited_on"
    case invitationMethod = "invitation_method"
    case invitationOutcome = "invitation_outcome"

    /// Fields by which a person is reached, in the order of a list. Whether and how long they may be used depends on what
    /// they were collected for.
    public static let contacts: [RecordField] = [.representative, .contactPerson, .telephone, .email]

    /// Fields that name or reach a person. They serve linking and the section in charge, and never leave in anything
    /// marked public, nor in a log.
    public var isInternal: Bool {
        switch self {
        case .representative, .contactPerson, .telephone, .email, .note, .invitedOn, .invitationMethod,
            .invitationOutcome:
            true
        default: false
        }
    }
}

/// One row of one source: it speaks of an organisation and does not yet know of which.
public struct Record: Sendable {
    public let reference: RecordReference
    public let role: Role
    /// Trimmed text by field; fields that the source lacks or left blank are absent.
    public var fields: [RecordField: String]
    /// Answers by question id; questions that the source has no column for are absent.
    public var answers: [String: Answer]
    /// By question id, what was written where choices belong and is none of them; folded.
    public var unmatched: [String: [String]] = [:]
    /// When it was answered, joined or invited, where the source says so.
    public var date: LocalDateTime?

    public init(
        reference: RecordReference, role: Role, fields: [RecordField: String] = [:],
        answers: [String: Answer] = [:], date: LocalDateTime? = nil
    ) {
        self.reference = reference
        self.role = role
        self.fields = fields
        self.answers = answers
        self.date = date
    }

    public subscript(field: RecordField) -> String? { fields[field] }
    public var name: String { fields[.name] ?? "" }
}
