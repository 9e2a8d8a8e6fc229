/// What decides between organisations, or between teams of them: the first number that differs, and the lower one is
/// better. Keys of one length add up number by number, and adding the same key to two of them doesn't change their order.
struct MatchKey: Sendable, Hashable, Comparable {
    private(set) var numbers: [Int]

    init(_ numbers: [Int]) { self.numbers = numbers }

    static func < (a: MatchKey, b: MatchKey) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }

    static func + (a: MatchKey, b: MatchKey) -> MatchKey {
        MatchKey(zip(a.numbers, b.numbers).map(+))
    }
}

extension MatchCriteria {
    /// What hangs on the organisation alone, in its place among ``evidence``: members first, then how its service area takes
    /// in what was asked for, then how often it is active, then how near it is.
    var standing: MatchKey {
        MatchKey([
            isMember ? 0 : 1, reach?.rawValue ?? 0, 0, 0, 0, frequency ?? Self.leastFrequency, distance == nil ? 1 : 0,
            distance ?? 0,
        ])
    }

    /// What hangs on the theme: a case before none, a pair that is sure before one that is inferred, a choice before a free
    /// text.
    var evidence: MatchKey {
        MatchKey([0, 0, cases == .told ? 0 : 1, isPairInferred ? 1 : 0, isRecoded ? 1 : 0, 0, 0, 0])
    }

    /// Behind all that are known.
    private static let leastFrequency = 1000

    /// Nothing; then a question left blank before one that was answered otherwise, and each time the support type before the
    /// area before the theme.
    var lackKey: MatchKey {
        guard let lack = lacks.first else { return MatchKey([0, 0]) }
        let place =
            switch lack {
            case .supportTypesUnanswered: 1
            case .areaUnanswered: 2
            case .themesUnanswered: 3
            case .supportType, .pair: 4
            case .area: 5
            case .theme: 6
            }
        return MatchKey([lacks.count, place])
    }
}
