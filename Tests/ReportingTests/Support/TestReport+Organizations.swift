import Model
import Reporting

extension TestReport {
    /// Sorted by id: a candidate, a member that agreed, one that did not, and two whose location is withheld.
    static func organizations(_ candidateName: String, _ memberName: String) -> [OrganizationProfile] {
        [
            profile(
                Organization(
                    id: "oinvited00001", name: candidateName, legalForm: "npo", organizationType: "npo",
                    address: "みほん市東の区内印住所1-1", place: openPlace,
                    serviceArea: ServiceArea(kind: .part, codes: ["11101", "11102"]), isInFrame: true,
                    hasResponded: true, section: "内印課"),
                themes: [label("mental_health", "心の健康", .recoded)], types: [label("consultation", "相談窓口の開設")]),
            profile(
                Organization(
                    id: "omember000001", name: memberName, address: "みほん市西の区内印住所2-2", place: openPlace,
                    serviceArea: ServiceArea(kind: .city, codes: ["11101", "11102"]), isInFrame: true,
                    isMember: true, hasResponded: true,
                    consent: PublicConsent([.name: true, .address: true, .telephone: true]), section: "内印課"),
                themes: [label("mental_health", "心の健康", .memberList)],
                types: [label("gathering_place", "居場所づくり", .memberList)],
                published: PublishedDetails(
                    nameKana: "ツナガリノカイ", office: publishedOffice, telephone: "0990-11-2222")),
            profile(
                Organization(
                    id: "omember000002", name: "不同意の会", address: "内印住所3", isInFrame: true, isMember: true,
                    section: "内印課"),
                themes: [], types: []),
            profile(
                Organization(
                    id: "owithheld0001", name: "ひみつの家", address: "みほん市東の区秘密町九丁目9-9",
                    place: hiddenPlace("秘密町九丁目"), serviceArea: ServiceArea(kind: .prefecture, codes: ["11101"]),
                    isInFrame: true, hasResponded: true, isLocationWithheld: true),
                themes: [label("violence", "DV・性暴力")], types: [label("consultation", "相談窓口の開設")]),
            profile(
                Organization(
                    id: "owithheld0002", name: "かくれがの会", address: "みほん市隠れ町1", place: hiddenPlace("隠れ町"),
                    serviceArea: ServiceArea(kind: .part, codes: ["11102"]), isMember: true,
                    isLocationWithheld: true, consent: PublicConsent([.name: true])),
                themes: [label("violence", "DV・性暴力", .memberList)], types: []),
        ]
    }

    private static let publishedOffice = PublishedDetails.Office(
        postalCode: "999-0001", text: "みほん県みほん市西の区公開町2-2", prefecture: "みほん県", municipality: "みほん市西の区",
        municipalityCode: "11102", town: "公開町", number: "2-2", building: "みほんビル3階", latitude: 35.25, longitude: 135.25)

    static let openPlace = Place(
        level: .block, municipalityCode: "11101", municipality: "東の区", town: "内印町", latitude: 35.000001,
        longitude: 135.5, easting: 12, northing: -0.5, meshCode: "12345678")

    private static func hiddenPlace(_ town: String) -> Place {
        Place(
            level: .lot, municipalityCode: "11102", municipality: "西の区", town: town, latitude: 36.777,
            longitude: 136.777, easting: -77_000, northing: 29_876, meshCode: "87654321")
    }

    private static func profile(
        _ organization: Organization, themes: [AttributedLabel], types: [AttributedLabel],
        published: PublishedDetails = PublishedDetails()
    ) -> OrganizationProfile {
        OrganizationProfile(
            organization: organization, organizationTypeLabel: organization.organizationType == nil ? nil : "NPO法人",
            legalFormLabel: organization.legalForm == nil ? nil : "特定非営利活動法人", themes: themes, supportTypes: types,
            published: published)
    }

    private static func label(
        _ id: String, _ label: String, _ origin: AttributedLabel.Origin = .selected
    ) -> AttributedLabel {
        AttributedLabel(id: id, label: label, origin: origin, evidence: "内印根拠")
    }

    static let links = [
        link(2, "oinvited00001", .first, 1), link(3, "omember000001", .name, 1),
        link(4, "omember000002", .contact, 0.875), link(5, "owithheld0001", .person, 1),
        link(6, "owithheld0002", .first, 1),
    ]

    private static func link(
        _ row: Int, _ id: String, _ decider: RecordLink.Decider, _ probability: Double
    ) -> RecordLink {
        RecordLink(reference: reference(row), organizationID: id, probability: probability, decider: decider)
    }

    static func reference(_ row: Int) -> RecordReference {
        RecordReference(file: "内印.csv", sheet: nil, row: row)
    }
}
