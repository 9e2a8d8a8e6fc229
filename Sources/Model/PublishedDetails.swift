/// How an organisation is found, as far as it agreed that others may know: what it didn't agree to isn't here.
public struct PublishedDetails: Sendable, Hashable {
    public struct Office: Sendable, Hashable {
        /// Seven digits with a hyphen; empty where it wasn't written.
        public let postalCode: String
        /// From the prefecture to the lot; where the town isn't known, as it was written.
        public let text: String
        /// These and what follows are empty as far as the address was not understood.
        public let prefecture: String
        /// With 郡 and 区.
        public let municipality: String
        /// Five digits.
        public let municipalityCode: String
        public let town: String
        /// What follows the town, up to the building.
        public let number: String
        public let building: String
        /// Degrees, JGD2011 (EPSG:6668).
        public let latitude: Double?
        public let longitude: Double?

        public init(
            postalCode: String = "", text: String, prefecture: String = "", municipality: String = "",
            municipalityCode: String = "", town: String = "", number: String = "", building: String = "",
            latitude: Double? = nil, longitude: Double? = nil
        ) {
            self.postalCode = postalCode
            self.text = text
            self.prefecture = prefecture
            self.municipality = municipality
            self.municipalityCode = municipalityCode
            self.town = town
            self.number = number
            self.building = building
            self.latitude = latitude
            self.longitude = longitude
        }
    }

    /// 名称のふりがな in full-width katakana; empty where no list has it. It goes with the name.
    public let nameKana: String
    /// `nil` without consent, and where the location is withheld, whatever was agreed to.
    public let office: Office?
    /// `nil` without consent.
    public let telephone: String?

    public init(nameKana: String = "", office: Office? = nil, telephone: String? = nil) {
        self.nameKana = nameKana
        self.office = office
        self.telephone = telephone
    }
}
