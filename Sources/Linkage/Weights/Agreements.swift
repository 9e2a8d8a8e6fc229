/// How two values compare that are there or not.
public enum ValueAgreement: String, Sendable, CaseIterable, Codable {
    case same, missing, different

    var ordinal: Int {
        switch self {
        case .same: 0
        case .missing: 1
        case .different: 2
        }
    }
}

/// How the contacts of two records compare, as one: whoever shares an office shares telephone, mail and lot.
public enum ContactAgreement: String, Sendable, CaseIterable, Codable {
    /// Two of them agree, or all three.
    case several
    case one
    /// The postcode only.
    case postalCode = "postal_code"
    case missing
    case different
    case severalDifferent = "several_different"

    /// Whether a telephone number, mail address or lot is shared.
    var isShared: Bool { ordinal < 2 }

    var ordinal: Int {
        switch self {
        case .several: 0
        case .one: 1
        case .postalCode: 2
        case .missing: 3
        case .different: 4
        case .severalDifferent: 5
        }
    }
}
