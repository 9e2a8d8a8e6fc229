/// 調査（第n回）: one survey round.
public struct Wave: Sendable {
    /// Short and stable, such as `r6`; ids of facts carry it.
    public let id: String
    public let label: String
    public let municipality: Municipality
    /// First and last day on which an answer counts as in time.
    public let answerPeriod: ClosedRange<CivilDate>
    /// The day that the results speak of; it is written wherever a date is needed, never the clock's.
    public let asOf: CivilDate

    public init(
        id: String, label: String, municipality: Municipality, answerPeriod: ClosedRange<CivilDate>, asOf: CivilDate
    ) {
        self.id = id
        self.label = label
        self.municipality = municipality
        self.answerPeriod = answerPeriod
        self.asOf = asOf
    }

    public struct Municipality: Sendable, Hashable {
        /// Five digits.
        public let code: String
        public let name: String
        /// Name of the prefecture, with 都, 道, 府 or 県.
        public let prefecture: String

        public var prefectureCode: String { String(code.prefix(2)) }

        public init(code: String, name: String, prefecture: String) {
            self.code = code
            self.name = name
            self.prefecture = prefecture
        }
    }
}
