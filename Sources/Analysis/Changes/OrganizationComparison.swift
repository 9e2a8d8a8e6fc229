public import Model

/// Which changes there are about an organisation, from what two waves know of it.
public enum OrganizationComparison {
    /// What one wave knows of it.
    public struct Standing: Sendable, Hashable {
        public let isListed: Bool
        public let isMember: Bool
        /// Whether the list says that it has closed.
        public let isClosed: Bool

        public init(isListed: Bool, isMember: Bool, isClosed: Bool) {
            self.isListed = isListed
            self.isMember = isMember
            self.isClosed = isClosed
        }

        static let unknown = Standing(isListed: false, isMember: false, isClosed: false)
    }

    /// What its name and address say, where both waves have them.
    public struct Differences: OptionSet, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let office = Differences(rawValue: 1)
        public static let name = Differences(rawValue: 2)
        public static let legalFormGained = Differences(rawValue: 4)
        public static let legalForm = Differences(rawValue: 8)
    }

    /// - Parameters:
    ///   - earlier: `nil` where the wave before has no row of it.
    ///   - later: `nil` where this wave has none.
    ///   - isKnown: whether any earlier wave had a row of it.
    /// - Returns: in the order of the kinds.
    public static func kinds(
        earlier: Standing?, later: Standing?, isKnown: Bool, _ differences: Differences
    ) -> [OrganizationChange.Kind] {
        let (before, now) = (earlier ?? .unknown, later ?? .unknown)
        let isInBoth = earlier != nil && later != nil
        return OrganizationChange.Kind.allCases.filter { kind in
            switch kind {
            case .new: now.isListed && !before.isListed && !isKnown
            case .added: now.isListed && !before.isListed && isKnown
            case .leftList: before.isListed && !now.isListed
            case .closed: now.isClosed && !before.isClosed
            case .moved: isInBoth && differences.contains(.office)
            case .renamed: isInBoth && differences.contains(.name)
            case .incorporated: isInBoth && differences.contains(.legalFormGained)
            case .legalFormChanged: isInBoth && differences.contains(.legalForm)
            case .joined: now.isMember && !before.isMember
            case .left: before.isMember && !now.isMember
            }
        }
    }
}
