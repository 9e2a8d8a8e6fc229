/// A wave before this one.
public struct EarlierWave: Sendable, Hashable {
    public let id: String
    public let label: String
    /// Day that the wave describes, ISO 8601.
    public let asOf: String

    public init(id: String, label: String, asOf: String) {
        self.id = id
        self.label = label
        self.asOf = asOf
    }
}

/// As what a wave knew an organisation.
public struct OrganizationStanding: Sendable, Hashable {
    public var organizationID: String
    public let waveID: String
    public let isInFrame: Bool
    public let isMember: Bool
    public let hasResponded: Bool
    public let isLocationWithheld: Bool

    public init(
        organizationID: String, waveID: String, isInFrame: Bool, isMember: Bool, hasResponded: Bool,
        isLocationWithheld: Bool
    ) {
        self.organizationID = organizationID
        self.waveID = waveID
        self.isInFrame = isInFrame
        self.isMember = isMember
        self.hasResponded = hasResponded
        self.isLocationWithheld = isLocationWithheld
    }
}

/// What an organisation that did not answer this time answered in an earlier wave, as far as it tells what it does.
public struct EarlierAnswer: Sendable, Hashable {
    public let wave: EarlierWave
    /// 1 for the wave before this.
    public let wavesAgo: Int
    /// Id of an option of the question on the type of organisation; empty where it wasn't said.
    public let organizationType: String
    public let serviceAreaKind: ServiceAreaKind
    /// Codes of the areas that it fills, sorted.
    public let areaCodes: [String]
    /// Codes of places outside the city that it named, sorted.
    public let outsideCodes: [String]
    public let themes: [AttributedLabel]
    public let supportTypes: [AttributedLabel]
    public let decidedPairs: [DecidedPair]
    /// Themes of its cases; `nil` where it was not asked or did not say.
    public let caseThemeIDs: [String]?

    public init(
        wave: EarlierWave, wavesAgo: Int, organizationType: String, serviceAreaKind: ServiceAreaKind,
        areaCodes: [String], outsideCodes: [String], themes: [AttributedLabel], supportTypes: [AttributedLabel],
        decidedPairs: [DecidedPair], caseThemeIDs: [String]?
    ) {
        self.wave = wave
        self.wavesAgo = wavesAgo
        self.organizationType = organizationType
        self.serviceAreaKind = serviceAreaKind
        self.areaCodes = areaCodes
        self.outsideCodes = outsideCodes
        self.themes = themes
        self.supportTypes = supportTypes
        self.decidedPairs = decidedPairs
        self.caseThemeIDs = caseThemeIDs
    }
}

/// The last wave in which an organisation answered.
public struct LatestAnswer: Sendable, Hashable {
    public let waveID: String
    public let waveLabel: String
    /// 0 for this wave.
    public let wavesAgo: Int
    /// Whether so many waves went by since that what it says may no longer hold.
    public let isStale: Bool

    public init(waveID: String, waveLabel: String, wavesAgo: Int, isStale: Bool) {
        self.waveID = waveID
        self.waveLabel = waveLabel
        self.wavesAgo = wavesAgo
        self.isStale = isStale
    }
}
