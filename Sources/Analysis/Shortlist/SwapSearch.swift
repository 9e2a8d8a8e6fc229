/// Improves a set by exchanging one pick for one other candidate, until no exchange is better.
enum SwapSearch {
    /// - Parameter movable: picks that may go.
    static func improve(_ state: inout CoverState, allowed: [Bool], movable: [Bool]) {
        var bonus = [Double](repeating: 0, count: state.problem.candidateCount)
        var sinceBetter = 0
        var next = 0
        state.refreshGains()
        var top = state.mostAdding(allowed)
        while sinceBetter < state.picks.count, !state.picks.isEmpty {
            if next >= state.picks.count { next = 0 }
            let pick = state.picks[next]
            guard movable[pick], let better = best(for: pick, state, allowed, top: top, &bonus) else {
                next += 1
                sinceBetter += 1
                continue
            }
            state.remove(pick)
            state.add(better)
            top = state.mostAdding(allowed)
            sinceBetter = 0
        }
        // Dropping a pick in an exchange can leave room, such as in a budget.
        if state.rows.count > 0 { GreedySearch.fill(&state, allowed: allowed) }
    }

    /// The candidate that adds most in place of a pick, where that is more than the pick adds; of equal ones the first.
    ///
    /// - Parameter top: what adds most now; of the candidates that would gain nothing by the exchange, no other matters.
    private static func best(
        for pick: Int, _ state: CoverState, _ allowed: [Bool], top: Int?, _ bonus: inout [Double]
    ) -> Int? {
        let touched = freed(by: pick, state, &bonus)
        var best: Int?
        var most = touched.loss + max(1e-10 * touched.loss, state.leastGain)
        func consider(_ candidate: Int, _ bonus: [Double]) {
            let gain = state.gains[candidate] + bonus[candidate]
            guard gain >= most, allowed[candidate], !state.isPicked[candidate],
                gain > most || candidate < best ?? 0
            else { return }
            guard
                state.rows.count == 0
                    || state.hasRoom(for: candidate, without: pick) && state.mayGo(pick, for: candidate)
            else { return }
            (best, most) = (candidate, gain)
        }
        if state.rows.count == 0 {
            for candidate in touched.candidates { consider(candidate, bonus) }
            if let top { consider(top, bonus) }
        } else {
            for candidate in state.gains.indices { consider(candidate, bonus) }
        }
        for candidate in touched.candidates { bonus[candidate] = 0 }
        return best
    }

    /// What a pick adds to the others, and how much more each candidate would add if it went.
    static func freed(
        by pick: Int, _ state: CoverState, _ bonus: inout [Double]
    ) -> (loss: Double, candidates: [Int]) {
        let problem = state.problem
        var loss = 0.0
        var touched: [Int] = []
        for place in problem.byCandidate.row(pick) {
            let cell = Int(problem.byCandidate.indices[place])
            let freed =
                state.open(cell: cell, without: pick, probability: problem.byCandidate.values[place])
                - state.open[cell]
            guard freed > 0 else { continue }
            loss += freed
            for entry in problem.byCell.row(cell) {
                let candidate = Int(problem.byCell.indices[entry])
                if bonus[candidate] == 0 { touched.append(candidate) }
                bonus[candidate] += freed * problem.byCell.values[entry]
            }
        }
        return (loss, touched)
    }

    /// Shakes a set that no exchange improves: takes some picks away at random, forbids them for the filling up, and
    /// improves again; what is not worse is kept. The seed and the number of rounds are fixed, so the result is.
    static func shake(
        _ state: inout CoverState, allowed: [Bool], movable: [Bool], rounds: Int, seed: UInt64
    ) {
        var random = SplitMix(seed: seed)
        var best = state
        var bestValue = state.value
        var value = bestValue
        for _ in 0..<rounds {
            var trial = state
            var refill = allowed
            let candidates = trial.picks.filter { movable[$0] }
            guard candidates.count > 1 else { return }
            let count = min(candidates.count, 2 + Int(random.next() % UInt64(max(1, min(4, candidates.count / 3)))))
            for _ in 0..<count {
                let pick = candidates[Int(random.next() % UInt64(candidates.count))]
                trial.remove(pick)
                refill[pick] = false
            }
            GreedySearch.fill(&trial, allowed: refill)
            improve(&trial, allowed: allowed, movable: movable)
            guard trial.keepsLowerBounds else { continue }
            let tried = trial.value
            if tried >= value * (1 - 1e-4) {
                (state, value) = (trial, tried)
            }
            if tried > bestValue * (1 + 1e-12) { (best, bestValue) = (trial, tried) }
        }
        state = best
    }
}

extension CoverState {
    /// The candidate that would add most; of equal ones the first.
    func mostAdding(_ allowed: [Bool]) -> Int? {
        var (best, most) = (-1, leastGain)
        gains.withUnsafeBufferPointer { gains in
            for candidate in gains.indices where gains[candidate] > most && allowed[candidate] && !isPicked[candidate] {
                (best, most) = (candidate, gains[candidate])
            }
        }
        return best >= 0 ? best : nil
    }
}
