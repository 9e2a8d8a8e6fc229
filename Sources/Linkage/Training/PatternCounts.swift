/// How often each outcome of a comparison is expected among pairs that are one organisation, and among others.
struct PatternCounts {
    struct Count {
        /// Pairs of one organisation.
        var one = 0.0
        /// Pairs of two.
        var two = 0.0

        mutating func add(_ probability: Double) {
            one += probability
            two += 1 - probability
        }
    }

    /// Whose partner was looked for.
    let records: Int
    /// How many of them were compared with the whole list.
    let comparisons: Double
    let isOneList: Bool
    /// All pairs that are one organisation.
    private(set) var matched = 0.0
    /// By kind of agreement, of those that are learned; of pairs of two organisations, each counts by how rare the name is.
    private(set) var name: [NameAgreement: Count] = [:]
    /// Squares of what ``name`` counts for pairs of two organisations.
    private(set) var squaredRarity = 0.0
    /// Of pairs of one name, like those that follow.
    private(set) var contact: [ContactAgreement: Count] = [:]
    private(set) var representative: [ValueAgreement: Count] = [:]
    private(set) var legalForm: [ValueAgreement: Count] = [:]
    /// Of pairs of any names: in one office too, each body has its own number.
    private(set) var corporateNumber: [ValueAgreement: Count] = [:]

    init(records: Int, comparisons: Double, isOneList: Bool) {
        self.records = records
        self.comparisons = comparisons
        self.isOneList = isOneList
    }

    /// - Parameters:
    ///   - probability: that the pair is one organisation.
    ///   - nameRarity: 1 over how many others have the name by chance.
    mutating func add(_ outcome: PairScorer.Outcome, probability: Double, nameRarity: Double) {
        matched += probability
        corporateNumber[outcome.corporateNumber, default: Count()].add(probability)
        guard outcome.name.isOneName else { return }
        if WeightEstimate.ShippedShares.name[outcome.name] != nil {
            let other = (1 - probability) * nameRarity
            name[outcome.name, default: Count()].one += probability
            name[outcome.name, default: Count()].two += other
            squaredRarity += other * nameRarity
        }
        contact[outcome.contact, default: Count()].add(probability)
        representative[outcome.representative, default: Count()].add(probability)
        legalForm[outcome.legalForm, default: Count()].add(probability)
    }
}
