/// How access is spread over people.
public enum Inequality {
    /// How many fall short of a floor, and by how much: the measures of Foster, Greer and Thorbecke (1984, "A class of
    /// decomposable poverty measures") for α = 0 and 1, with access in the place of income.
    public struct Shortfall: Sendable, Hashable {
        /// FGT0: the share of people whose access is below the floor, 0…1.
        public let share: Double
        /// FGT1: the mean over all people of (floor − access) / floor, where access is below the floor, 0…1.
        public let depth: Double
    }

    /// - Parameters:
    ///   - access: ≥ 0.
    ///   - people: as many, ≥ 0.
    ///   - floor: > 0; exactly at the floor is no shortfall.
    /// - Returns: `nil` where there are no people.
    public static func shortfall(_ access: [Double], people: [Double], below floor: Double) -> Shortfall? {
        precondition(access.count == people.count && floor > 0)
        var (all, below, depth) = (0.0, 0.0, 0.0)
        for (value, weight) in zip(access, people) {
            all += weight
            guard value < floor else { continue }
            below += weight
            depth += weight * (1 - value / floor)
        }
        return all > 0 ? Shortfall(share: below / all, depth: depth / all) : nil
    }

    /// The Gini coefficient of people's access: 1 − Σ_k p_k (q_k + q_{k−1}), with people in the order of their access,
    /// p_k the share of people at k and q_k the share of all access that the people up to k have (the Lorenz curve joined
    /// by straight lines; Lerman and Yitzhaki 1989, "Improving the accuracy of estimates of Gini coefficients").
    ///
    /// - Parameters:
    ///   - access: ≥ 0, for each person.
    ///   - people: as many, ≥ 0.
    /// - Returns: 0 where everybody has the same, towards 1 where one person has all; `nil` where nobody has any.
    public static func gini(_ access: [Double], people: [Double]) -> Double? {
        precondition(access.count == people.count)
        let all = people.reduce(0, +)
        let total = zip(access, people).reduce(0) { $0 + $1.0 * $1.1 }
        guard all > 0, total > 0 else { return nil }
        // Equal values may stand in any order.
        let order = access.indices.sorted { access[$0] < access[$1] }
        var (sum, area) = (0.0, 0.0)
        for index in order {
            let before = sum
            sum += access[index] * people[index]
            area += people[index] * (before + sum)
        }
        return max(0, 1 - area / (all * total))
    }
}
