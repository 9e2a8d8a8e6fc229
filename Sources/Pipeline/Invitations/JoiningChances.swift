internal import Analysis
internal import Model
internal import Survey

/// The chance that an invited organisation joins, for all or by type.
struct JoiningChances {
    let summary: JoiningChance
    private let byType: [String: Double]

    /// A type needs so many outcomes for a chance of its own,
    static let leastOutcomes = 30
    /// and has to differ by so much from all; below that the difference orders nothing.
    static let leastDifference = 0.1
    /// What is tried where nothing is known.
    static let halfChance = 0.5

    init(_ ledger: InvitationLedger, stated: ShortlistDescription.Acceptance?, profiles: [String: OrganizationProfile])
    {
        let outcomes = ledger.outcomes
        let known = outcomes.joined + outcomes.declined
        if known.isEmpty {
            byType = [:]
            guard let stated else {
                summary = .unknown
                return
            }
            let rate = JoiningRate(invited: stated.invited, joined: stated.joined)
            summary = JoiningChance(
                basis: .stated(source: stated.source), invited: stated.invited, joined: stated.joined, mean: rate.mean,
                interval: rate.interval)
            return
        }
        let rate = JoiningRate(invited: known.count, joined: outcomes.joined.count)
        func type(_ id: String) -> String { profiles[id]?.organization.organizationType ?? "" }
        let invited = Dictionary(grouping: known, by: type)
        let joined = Dictionary(grouping: outcomes.joined, by: type)
        let types = invited.keys.sorted().compactMap { id -> JoiningChance.OfType? in
            guard let ids = invited[id], !id.isEmpty, ids.count >= Self.leastOutcomes else { return nil }
            let own = JoiningRate(invited: ids.count, joined: joined[id]?.count ?? 0)
            guard abs(own.mean - rate.mean) >= Self.leastDifference else { return nil }
            return JoiningChance.OfType(
                typeID: id, label: profiles[ids[0]]?.organizationTypeLabel ?? id, invited: own.invited,
                joined: own.joined, mean: own.mean)
        }
        byType = Dictionary(uniqueKeysWithValues: types.map { ($0.typeID, $0.mean) })
        summary = JoiningChance(
            basis: .ledger(undecided: outcomes.undecided), invited: rate.invited, joined: rate.joined, mean: rate.mean,
            interval: rate.interval, types: types)
    }

    /// Above 0 and at most 1.
    func chance(ofType id: String) -> Double { byType[id] ?? summary.mean }

    /// Another chance that is likely enough to be tried.
    var other: Double { summary.interval?.lowerBound ?? Self.halfChance }
}
