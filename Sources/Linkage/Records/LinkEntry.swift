public import Text

/// A record of a list, as linking sees it.
public struct LinkEntry: Sendable {
    public var name: NormalizedName
    /// Ten or eleven digits.
    public var telephone: String?
    public var email: String?
    /// Seven digits.
    public var postalCode: String?
    /// Place and number of the office, the same however they are written.
    public var lot: String?
    /// Without title and spaces.
    public var representative: String?
    /// 13 digits; one whose check digit is wrong speaks for a pair, but not against it.
    public var corporateNumber: String?

    public init(
        name: NormalizedName, telephone: String? = nil, email: String? = nil, postalCode: String? = nil,
        lot: String? = nil, representative: String? = nil, corporateNumber: String? = nil
    ) {
        self.name = name
        self.telephone = telephone
        self.email = email
        self.postalCode = postalCode
        self.lot = lot
        self.representative = representative
        self.corporateNumber = corporateNumber
    }
}
