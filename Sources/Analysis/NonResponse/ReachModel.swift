/// Where organisations reach, by group and office: the whole report, or parts of it.
///
/// Shares of small groups are drawn towards those of larger ones, as if so many further answers had said what these say.
struct ReachModel {
    /// Chance that an organisation of a group, with an office in an area, reaches all areas: `[group][office]`, the last
    /// office is elsewhere.
    private let wholeChance: [[Double]]
    /// Chance that an organisation which reaches a part reaches an area: `[office][area]`.
    private let partChance: [[Double]]

    private static let weight = 6.0

    init(_ organizations: [SurveyedOrganization], groupCount: Int, areaCount: Int) {
        let elsewhere = areaCount
        var whole = [[Double]](repeating: [Double](repeating: 0, count: areaCount + 1), count: groupCount)
        var answered = whole
        var part = [[Double]](repeating: [Double](repeating: 0, count: areaCount), count: areaCount + 1)
        var partAnswered = [Double](repeating: 0, count: areaCount + 1)
        for organization in organizations {
            guard let answer = organization.answer else { continue }
            let office = organization.office ?? elsewhere
            answered[organization.group][office] += 1
            if answer.areas.count == areaCount {
                whole[organization.group][office] += 1
            } else {
                partAnswered[office] += 1
                for area in answer.areas { part[office][area] += 1 }
            }
        }
        wholeChance = Self.wholeChances(whole, of: answered)
        partChance = Self.partChances(part, of: partAnswered)
    }

    private static func wholeChances(_ whole: [[Double]], of answered: [[Double]]) -> [[Double]] {
        let all = (whole.reduce(0) { $0 + sum($1) } + 0.5) / (answered.reduce(0) { $0 + sum($1) } + 1)
        return zip(whole, answered).map { whole, answered in
            let group = (sum(whole) + weight * all) / (sum(answered) + weight)
            return zip(whole, answered).map { ($0 + weight * group) / ($1 + weight) }
        }
    }

    /// Of all offices, the chance to reach the area of one's own and that to reach any other one are what small ones are
    /// drawn to.
    private static func partChances(_ part: [[Double]], of answered: [Double]) -> [[Double]] {
        let areaCount = part.count - 1
        var (own, ownAnswered) = (0.0, 0.0)
        for area in 0..<areaCount {
            own += part[area][area]
            ownAnswered += answered[area]
        }
        let other = part.reduce(0) { $0 + sum($1) } - own
        let ownShare = (own + 1) / (ownAnswered + 2)
        let otherShare = (other + 0.5) / max(sum(answered) * Double(areaCount) - ownAnswered + 1, 1)
        return part.indices.map { office in
            (0..<areaCount).map { area in
                let share = area == office ? ownShare : otherShare
                return min(1, (part[office][area] + weight * share) / (answered[office] + weight))
            }
        }
    }

    private static func sum(_ values: [Double]) -> Double { values.reduce(0, +) }

    func wholeChance(group: Int, office: Int) -> Double { wholeChance[group][office] }
    func partChance(office: Int, area: Int) -> Double { partChance[office][area] }
}
