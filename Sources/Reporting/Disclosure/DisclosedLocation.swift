import Model

/// What an output may say about where an organisation is: nothing at all where the location is withheld.
///
/// Every output takes address and place from here and never from the organisation.
struct DisclosedLocation {
    let address: String?
    let place: Place?
    let isWithheld: Bool

    init(_ organization: Organization) {
        isWithheld = organization.isLocationWithheld
        address = isWithheld ? nil : organization.address
        place = isWithheld ? nil : organization.place
    }

    /// Ward and town; 所在地秘匿 where withheld, empty where nothing is known.
    var townInWords: String {
        if isWithheld { return FixedWording.withheldLocation }
        return [place?.municipality, place?.town].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The address as it may be shown; 所在地秘匿 where withheld.
    var addressInWords: String { isWithheld ? FixedWording.withheldLocation : address ?? "" }
}
