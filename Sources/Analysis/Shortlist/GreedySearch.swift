/// Picks what adds most, one after another (Nemhauser, Wolsey and Fisher 1978: at least 1 − 1/e of the best where the
/// size is the only constraint). Ties go to the candidate that comes first.
enum GreedySearch {
    /// Fills up a state. Candidates that are not allowed are passed over; what adds nothing is not picked, unless a lower
    /// bound asks for it.
    ///
    /// - Parameter byCost: whether the gain for what a candidate uses of the rows counts, in place of the gain.
    static func fill(_ state: inout CoverState, allowed: [Bool], byCost: Bool = false) {
        // Gains are kept up to date, so looking for the largest is all there is to do.
        while state.picks.count < state.rows.size {
            let wanting = state.rows.count > 0 ? Deficit(state, allowed) : nil
            var (best, score) = (-1, 0.0)
            for candidate in state.gains.indices where allowed[candidate] && !state.isPicked[candidate] {
                var gain = state.gains[candidate]
                guard gain > score || wanting?.isUrgent == true else { continue }
                guard state.hasRoom(for: candidate) else { continue }
                if let wanting, wanting.isUrgent {
                    let helps = wanting.help(of: candidate, state.rows)
                    guard helps > 0 else { continue }
                    gain = gain + helps * wanting.bonus
                }
                if byCost { gain /= state.share(of: candidate) }
                if gain > score || (best < 0 && wanting?.isUrgent == true) { (best, score) = (candidate, gain) }
            }
            guard best >= 0, state.gains[best] > state.leastGain || wanting?.isUrgent == true else { return }
            state.add(best)
        }
    }

    /// Lower bounds that are not met yet.
    private struct Deficit {
        let isUrgent: Bool
        let bonus: Double
        private let missing: [Double]

        init(_ state: CoverState, _ allowed: [Bool]) {
            missing = state.used.indices.map { max(0, state.rows.lower[$0] - state.used[$0]) }
            let places = Double(state.rows.size - state.picks.count)
            // Each pick may serve several lower bounds; those of one column are disjoint, so their sum is what is needed.
            isUrgent = missing.reduce(0, +) >= places && missing.contains { $0 > CoverConstraints.tolerance }
            bonus = 2 * (state.gains.max() ?? 0) + 1
        }

        func help(of candidate: Int, _ rows: ConstraintRows) -> Double {
            rows.byCandidate.row(candidate).reduce(0) { sum, place in
                let row = Int(rows.byCandidate.indices[place])
                return missing[row] > 0 ? sum + min(missing[row], rows.byCandidate.values[place]) : sum
            }
        }
    }
}

extension CoverState {
    /// The largest share of what is left of a row that a candidate would use; a small number where it uses none.
    func share(of candidate: Int) -> Double {
        rows.byCandidate.row(candidate).reduce(1e-6) { share, place in
            let row = Int(rows.byCandidate.indices[place])
            guard rows.upper[row].isFinite else { return share }
            return max(share, rows.byCandidate.values[place] / max(rows.upper[row] - used[row], 1e-9))
        }
    }
}
