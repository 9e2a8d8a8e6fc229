public import Model

/// What `wave.yaml` says of the shortlist: how long it is, what it closes first, and what it must keep to.
public struct ShortlistDescription: Sendable {
    /// What gaps are counted in. The raw values are those of `cells:`.
    public enum Cells: String, Sendable, CaseIterable {
        case theme
        case supportType = "support_type"
        case pair
    }

    /// A name as written, and where.
    public struct Name: Sendable {
        public let text: String
        public let location: CellLocation
    }

    /// At least or at most so many of a kind.
    public struct Bound: Sendable {
        /// The raw values are the keys.
        public enum Kind: String, Sendable, CaseIterable {
            case area, theme
            case supportType = "support_type"
            case organizationType = "organization_type"
            case legalForm = "legal_form"
        }

        public let kind: Kind
        public let value: Name
        /// 0…1000
        public let count: Int
    }

    /// How earlier invitations ended, where there is no ledger.
    public struct Acceptance: Sendable {
        public let invited: Int
        public let joined: Int
        public let source: String
    }

    /// Of `preset: own`, each 0…1.
    public struct Weights: Sendable {
        /// Of a cell that hangs on one member; one without a member is 1.
        public let oneMember: Double
        /// How far an organisation that works in the whole report fills a cell; one of a part fills it in full.
        public let wholeCity: Double
    }

    /// K, 1…1000.
    public let size: Int
    public let preset: ShortlistPreset
    public let cells: Cells
    /// Of `preset: own`.
    public let ownWeights: Weights?
    /// Organisations by name or id.
    public let must: [Name]
    public let mustNot: [Name]
    public let budget: Double?
    /// A table of organisations and what inviting each costs.
    public let costs: FileReference?
    /// Of those that the table doesn't name.
    public let costEach: Double?
    public let atLeast: [Bound]
    public let atMost: [Bound]
    public let acceptance: Acceptance?
    /// After so many waves those who declined may be proposed again; `nil` for never.
    public let declinedReturnAfter: Int?
    public let location: CellLocation?

    static let usualSize = 10
}

extension ShortlistDescription {
    init(_ node: ConfigNode?) {
        let mapping = node?.mapping(of: ConfigKeys.shortlist)
        func names(_ key: String) -> [Name] {
            mapping?[key]?.list().compactMap { node in
                node.text().map { Name(text: $0, location: node.location) }
            } ?? []
        }
        func bounds(_ key: String) -> [Bound] { mapping?[key]?.list().compactMap(Self.bound) ?? [] }
        preset = mapping?["preset"].flatMap(Self.preset) ?? .balance
        ownWeights = Self.ownWeights(mapping, preset)
        size = mapping?["size"]?.integer(in: 1...1000) ?? Self.usualSize
        cells = mapping?["cells"]?.value(of: Cells.self) ?? .theme
        (must, mustNot) = (names("must"), names("must_not"))
        (atLeast, atMost) = (bounds("at_least"), bounds("at_most"))
        budget = mapping?["budget"]?.number(in: 0...Self.largestCost)
        costs = mapping?["costs"]?.fileReference()
        costEach = mapping?["cost_each"]?.number(in: 0...Self.largestCost)
        if let mapping, budget != nil, mapping["costs"] == nil, mapping["cost_each"] == nil {
            _ = mapping.required("costs")
        }
        acceptance = mapping?["acceptance"].flatMap(Self.acceptance)
        declinedReturnAfter = mapping?["declined_return_after"]?.integer(in: 1...100)
        location = node?.location
    }

    /// Yen.
    private static let largestCost = 1e12

    private static func preset(_ node: ConfigNode) -> ShortlistPreset? {
        guard let text = node.text() else { return nil }
        if let preset = ShortlistPreset(written: text) { return preset }
        node.report(
            .valueUnknown, found: text,
            expected: ShortlistPreset.allCases.map { "\($0.rawValue)（\($0.label)）" }.joined(separator: ", "))
        return nil
    }

    private static func ownWeights(_ mapping: ConfigMapping?, _ preset: ShortlistPreset) -> Weights? {
        guard let node = mapping?["weights"] else {
            if preset == .own { _ = mapping?.required("weights") }
            return nil
        }
        let own = node.mapping(of: ConfigKeys.shortlistWeights)
        return Weights(
            oneMember: own["one_member"]?.number(in: 0...1) ?? 0,
            wholeCity: own["whole_city"]?.number(in: 0.01...1) ?? 1)
    }

    /// - Returns: `nil` for weights of one's own that are not stated.
    public func weights(of preset: ShortlistPreset) -> Weights? {
        switch preset {
        case .balance, .gaps, .fair: Weights(oneMember: 0, wholeCity: 1)
        case .thin: Weights(oneMember: 0.5, wholeCity: 1)
        case .local: Weights(oneMember: 0, wholeCity: 0.5)
        case .own: ownWeights
        }
    }

    /// `{area: 北区, count: 2}`
    private static func bound(_ node: ConfigNode) -> Bound? {
        let mapping = node.mapping(of: ConfigKeys.shortlistBound)
        let kinds = Bound.Kind.allCases.filter { mapping[$0.rawValue] != nil }
        guard let kind = kinds.first, let value = mapping[kind.rawValue] else {
            node.report(.keyMissing, expected: Bound.Kind.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        if kinds.count > 1 {
            mapping[kinds[1].rawValue]?.report(.keysExclusive, found: kinds[1].rawValue, expected: kind.rawValue)
        }
        guard let text = value.text(), let count = mapping.required("count")?.integer(in: 0...1000) else { return nil }
        return Bound(kind: kind, value: Name(text: text, location: value.location), count: count)
    }

    private static func acceptance(_ node: ConfigNode) -> Acceptance? {
        let mapping = node.mapping(of: ConfigKeys.shortlistAcceptance)
        let invited = mapping.required("invited")?.integer(in: 1...100_000)
        let joined = mapping.required("joined")?.integer(in: 0...100_000)
        let source = mapping.required("source")?.text()
        guard let invited, let joined, let source else { return nil }
        guard joined <= invited else {
            mapping["joined"]?.report(.valueUnknown, found: "\(joined)", expected: "≤ \(invited)")
            return nil
        }
        return Acceptance(invited: invited, joined: joined, source: source)
    }
}
