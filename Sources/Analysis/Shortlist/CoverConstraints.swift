/// What a shortlist must keep to. Everything is off but the size.
public struct CoverConstraints: Sendable {
    /// Candidates of one kind (a ward, a theme, a legal form), with how many of them are picked.
    public struct Group: Sendable, Hashable {
        public var members: [Int]
        public var atLeast: Int
        public var atMost: Int?

        public init(members: [Int], atLeast: Int = 0, atMost: Int? = nil) {
            self.members = members
            self.atLeast = atLeast
            self.atMost = atMost
        }
    }

    /// One of the constraints, by its place.
    public enum Constraint: Sendable, Hashable {
        case size
        case budget
        /// A candidate that must be picked, or must not.
        case included(Int)
        case excluded(Int)
        /// A group's bound.
        case atLeast(group: Int)
        case atMost(group: Int)
    }

    /// K: at most so many are picked.
    public var size: Int
    /// What the picks may cost together; `nil` for any.
    public var budget: Double?
    /// At least 0, one for each candidate; not needed without a budget.
    public var costs: [Double]
    /// Candidates that are picked in any case, such as those who were asked already and count.
    public var included: Set<Int>
    /// Candidates that are not picked, such as those who declined.
    public var excluded: Set<Int>
    public var groups: [Group]

    public init(
        size: Int, budget: Double? = nil, costs: [Double] = [], included: Set<Int> = [], excluded: Set<Int> = [],
        groups: [Group] = []
    ) {
        self.size = size
        self.budget = budget
        self.costs = costs
        self.included = included
        self.excluded = excluded
        self.groups = groups
    }

    /// Every constraint there is, in a fixed order.
    public var all: [Constraint] {
        var all: [Constraint] = [.size]
        if budget != nil { all.append(.budget) }
        all += included.sorted().map { .included($0) } + excluded.sorted().map { .excluded($0) }
        for (index, group) in groups.enumerated() {
            if group.atLeast > 0 { all.append(.atLeast(group: index)) }
            if group.atMost != nil { all.append(.atMost(group: index)) }
        }
        return all
    }

    /// The same constraints but one.
    public func without(_ constraint: Constraint, candidateCount: Int) -> CoverConstraints {
        var others = self
        switch constraint {
        case .size: others.size = candidateCount
        case .budget: others.budget = nil
        case .included(let candidate): others.included.remove(candidate)
        case .excluded(let candidate): others.excluded.remove(candidate)
        case .atLeast(let group): others.groups[group].atLeast = 0
        case .atMost(let group): others.groups[group].atMost = nil
        }
        return others
    }

    /// Whether a set keeps to all of them.
    public func allow(_ picks: some Collection<Int>) -> Bool {
        let set = Set(picks)
        guard set.count <= size, included.isSubset(of: set), excluded.isDisjoint(with: set) else { return false }
        if let budget, set.sorted().reduce(0, { $0 + costs[$1] }) > budget * (1 + Self.tolerance) { return false }
        return groups.allSatisfy { group in
            let count = Set(group.members).intersection(set).count
            return count >= group.atLeast && count <= group.atMost ?? count
        }
    }

    /// Sums of costs such as 0.1 are not exact.
    static let tolerance = 1e-9

    /// Whether there is nothing but the size and candidates that are left out or in.
    var isPlain: Bool { budget == nil && groups.allSatisfy { $0.atLeast <= 0 && $0.atMost == nil } }
}
