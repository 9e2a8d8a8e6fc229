/// What a stretch of a name says, as the set of the classes of its words.
struct WordClasses: OptionSet {
    let rawValue: UInt8

    static let direction = WordClasses(rawValue: 1)
    static let ordinal = WordClasses(rawValue: 2)
    static let ageOrGeneration = WordClasses(rawValue: 4)
    static let kind = WordClasses(rawValue: 8)
    static let region = WordClasses(rawValue: 16)
    static let unit = WordClasses(rawValue: 32)
    static let neutral = WordClasses(rawValue: 64)

    /// Those that tell two organisations apart.
    static let separating: WordClasses = [.direction, .ordinal, .ageOrGeneration, .kind, .region]

    var separates: Bool { !isDisjoint(with: .separating) }

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ wordClass: NameLexicon.WordClass) {
        self =
            switch wordClass {
            case .direction: .direction
            case .ordinal: .ordinal
            case .ageOrGeneration: .ageOrGeneration
            case .kind: .kind
            case .region: .region
            case .unit: .unit
            case .neutral: .neutral
            }
    }
}
