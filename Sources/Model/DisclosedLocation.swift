/// What an output may say about where an organisation is: nothing at all where the location is withheld.
///
/// Every output takes address and place from here and never from the organisation.
public struct DisclosedLocation: Sendable {
    public let address: String?
    public let place: Place?
    public let isWithheld: Bool

    public init(_ organization: Organization) {
        isWithheld = organization.isLocationWithheld
        address = isWithheld ? nil : organization.address
        place = isWithheld ? nil : organization.place
    }
}
