import Analysis
import TestSupport
import Testing

@Suite("Whom to invite")
struct InvitationListTests {
    /// Two areas and three activities; who does what is drawn, and so are needs, members and chances.
    private static func random(
        _ generator: inout SeededGenerator, chance: ClosedRange<Double> = 1...1
    ) -> InvitationProblem {
        let (areas, activities) = (2, 3)
        var members = [Int](repeating: 0, count: activities)
        let cells = (0..<areas * activities).map { place in
            let count = Int.random(in: 0...2, using: &generator)
            members[place % activities] = max(members[place % activities], count)
            return InvitationProblem.Cell(
                area: place / activities, activity: place % activities,
                need: Double(Int.random(in: 0...4, using: &generator)), members: count)
        }
        let candidates = (0..<6).map { _ in
            let claims = cells.indices.filter { _ in Bool.random(using: &generator) }
                .map { InvitationProblem.Claim(cell: $0) }
            return InvitationProblem.Candidate(claims: claims, chance: Double.random(in: chance, using: &generator))
        }
        return InvitationProblem(cells: cells, candidates: candidates, areaCount: areas, membersOfActivity: members)
    }

    private static let aims: [[InvitationAim]] = [
        [.activitiesWithoutMember, .activitiesWithOneMember, .cells(thin: 0)], [.cells(thin: 0)], [.cells(thin: 0.5)],
        [.mostOpenAreas, .areasAboveAverage, .cells(thin: 0)],
    ]

    private static func sets(_ count: Int, of candidates: Int) -> [[Int]] {
        (0..<(1 << candidates)).filter { $0.nonzeroBitCount <= count }.map { set in
            (0..<candidates).filter { set >> $0 & 1 == 1 }
        }
    }

    @Test(
        "the aims are met in their order as well as any set can, and the bounds say so", arguments: 0..<40, aims)
    func byTryingAll(seed: UInt64, aims: [InvitationAim]) throws {
        var generator = SeededGenerator(seed: 400 + seed)
        let problem = Self.random(&generator)
        let list = try InvitationList(problem, aims: aims, CoverConstraints(size: 3), solver: CoverSearch())
        var sets = Self.sets(3, of: 6)
        for (aim, reached) in zip(aims, list.aims) {
            let cover = problem.cover.weighted(problem.weights(for: aim))
            let values = sets.map { cover.value(of: $0) }
            let best = values.max() ?? 0
            #expect(abs(reached.value - best) < 1e-9 && abs(reached.upperBound - best) < 1e-9)
            sets = zip(sets, values).filter { $1 >= best - 1e-9 }.map(\.0)
        }
        #expect(abs(list.picks.reduce(0) { $0 + $1.gain } - list.last.value) < 1e-9)
    }

    @Test("with chances of joining, no set is worth more than the bounds", arguments: 0..<40, aims)
    func expected(seed: UInt64, aims: [InvitationAim]) throws {
        var generator = SeededGenerator(seed: 900 + seed)
        let problem = Self.random(&generator, chance: 0.3...0.95)
        let list = try InvitationList(problem, aims: aims, CoverConstraints(size: 3), solver: CoverSearch())
        let first = problem.cover.weighted(problem.weights(for: aims[0]))
        let best = Self.sets(3, of: 6).map { first.value(of: $0) }.max() ?? 0
        #expect(list.aims[0].value >= best - first.weights.reduce(0, +) * 2e-4)
        #expect(list.aims.allSatisfy { $0.upperBound >= $0.value } && list.aims[0].upperBound >= best * (1 - 1e-9))
    }

    @Test("what is said of a pick is what the list would be without it", arguments: 0..<40, aims)
    func withoutAPick(seed: UInt64, aims: [InvitationAim]) throws {
        var generator = SeededGenerator(seed: 1300 + seed)
        let problem = Self.random(&generator, chance: 0.5...1)
        let list = try InvitationList(problem, aims: aims, CoverConstraints(size: 3), solver: CoverSearch())
        let last = problem.cover.weighted(problem.weights(for: aims[aims.count - 1]))
        let picks = list.picks.map(\.candidate)
        for pick in list.picks {
            let others = picks.filter { $0 != pick.candidate }
            #expect(abs(pick.loss - (last.value(of: picks) - last.value(of: others))) < 1e-9)
            #expect(
                pick.onlyCells.allSatisfy { cell in
                    last.weights[cell] > 0 && !others.contains { problem.cover.cells(of: $0).contains(cell) }
                })
            for substitute in pick.substitutes {
                #expect(!picks.contains(substitute))
                let instead = last.value(of: others + [substitute])
                #expect(instead >= last.value(of: picks) - pick.loss * (1 - InvitationList.nearlyAll) - 1e-9)
            }
            #expect(Set(pick.tiedWith).isSubset(of: pick.substitutes))
        }
    }

    @Test("one more candidate never makes the list worth less", arguments: 0..<20)
    func moreCandidates(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 70 + seed)
        let problem = Self.random(&generator, chance: 0.4...1)
        let fewer = InvitationProblem(
            cells: problem.cells, candidates: problem.candidates.dropLast(), areaCount: problem.areaCount,
            membersOfActivity: problem.membersOfActivity)
        func value(_ problem: InvitationProblem) throws -> Double {
            try InvitationList(
                problem, aims: [.cells(thin: 0.5)], CoverConstraints(size: 2), solver: CoverSearch()
            ).last.value
        }
        #expect(try value(problem) >= value(fewer) - 1e-12)
    }

    /// Area 0 has all of its need open, area 1 a quarter; the whole has five eighths.
    @Test("the areas where members leave most open come first, worked by hand")
    func openAreas() {
        let members = [0, 0, 0, 1, 1, 3]
        let problem = InvitationProblem(
            cells: (0..<6).map { place in
                InvitationProblem.Cell(
                    area: place / 2, activity: place % 2, need: place < 2 ? 2 : place == 2 ? 1 : 3,
                    members: members[place])
            }, candidates: [], areaCount: 3, membersOfActivity: [1, 3])
        #expect(problem.openShares == [1, 0.25, 0])
        #expect(problem.weights(for: .mostOpenAreas) == [2, 2, 0, 0, 0, 0, 0, 0])
        #expect(problem.weights(for: .areasAboveAverage) == [2, 2, 0, 0, 0, 0, 0, 0])
        #expect(problem.weights(for: .cells(thin: 0.5)) == [2, 2, 1, 1.5, 1.5, 0, 0, 0])
        #expect(problem.weights(for: .activitiesWithOneMember) == [0, 0, 0, 0, 0, 0, 75, 0])
        #expect(problem.weights(for: .activitiesWithoutMember).allSatisfy { $0 == 0 })
    }
}

@Suite("How firm a list of invitations is")
struct InvitationStabilityTests {
    private func problem(isRecoded: Bool, blank: Int = 0) -> InvitationProblem {
        InvitationProblem(
            cells: [
                InvitationProblem.Cell(area: 0, activity: 0, need: 10, members: 0, membersBlank: blank),
                InvitationProblem.Cell(area: 0, activity: 1, need: 0.1, members: 0),
            ],
            candidates: [
                InvitationProblem.Candidate(claims: [InvitationProblem.Claim(cell: 0, isRecoded: isRecoded)]),
                InvitationProblem.Candidate(claims: [InvitationProblem.Claim(cell: 1)]),
            ], areaCount: 1, membersOfActivity: [0, 0])
    }

    private func share(_ problem: InvitationProblem, samples: Int = 1000) throws -> Double {
        let stability = try InvitationStability(
            problem, aims: [.cells(thin: 0)], CoverConstraints(size: 1), samples: samples, seed: 5)
        #expect(abs(stability.shares.reduce(0, +) - 1) < 1e-9)
        return stability.shares[0]
    }

    @Test(
        "a pick that nothing comes near always stays, one that was coded from a text stays as often as such codes are true"
    )
    func coded() throws {
        #expect(try share(problem(isRecoded: false)) == 1)
        #expect(abs(try share(problem(isRecoded: true)) - InvitationStability.recodeProbability) < 0.025)
    }

    @Test("where members left the question blank, the cell is covered half the time")
    func blank() throws {
        #expect(abs(try share(problem(isRecoded: false, blank: 2)) - 0.5) < 0.05)
    }

    @Test("a candidate without a rival stays on the list, and rivals share its place")
    func rivals() throws {
        let problem = InvitationProblem(
            cells: [100, 1, 1.0].enumerated().map { place, need in
                InvitationProblem.Cell(area: 0, activity: place, need: need, members: 0)
            },
            candidates: (0..<3).map { InvitationProblem.Candidate(claims: [InvitationProblem.Claim(cell: $0)]) },
            areaCount: 1, membersOfActivity: [0, 0, 0])
        let shares = try InvitationStability(
            problem, aims: [.cells(thin: 0)], CoverConstraints(size: 2), samples: 400, seed: 3
        ).shares
        #expect(shares[0] > 0.97 && (0.4...0.6).contains(shares[1]))
        #expect(abs(shares.reduce(0, +) - 2) < 1e-9)
    }

    @Test("the same numbers come every time")
    func repeatable() throws {
        let one = problem(isRecoded: true, blank: 1)
        #expect(try share(one, samples: 50) == share(one, samples: 50))
    }
}

@Suite("The chance of joining")
struct JoiningRateTests {
    @Test("16 of 18 give .85 and .67 to .97; nothing known gives all chances alike")
    func published() {
        let rate = JoiningRate(invited: 18, joined: 16)
        #expect(abs(rate.mean - 0.85) < 1e-12)
        #expect(abs(rate.interval.lowerBound - 0.6686) < 1e-4 && abs(rate.interval.upperBound - 0.9662) < 1e-4)
        let none = JoiningRate(invited: 0, joined: 0)
        #expect(none.mean == 0.5 && abs(none.interval.lowerBound - 0.025) < 1e-12)
    }

    /// Beta(1, n + 1) and Beta(n + 1, 1) have their quantiles in closed form.
    @Test("nobody and everybody, by formula", arguments: [1, 4, 30, 2000])
    func closedForm(invited: Int) {
        let power = 1 / Double(invited + 1)
        func root(_ x: Double) -> Double { JoiningRateTests.power(x, power) }
        let all = JoiningRate(invited: invited, joined: invited).interval
        #expect(abs(all.lowerBound - root(0.025)) < 1e-9 && abs(all.upperBound - root(0.975)) < 1e-9)
        let nobody = JoiningRate(invited: invited, joined: 0).interval
        #expect(abs(nobody.lowerBound - (1 - root(0.975))) < 1e-9 && abs(nobody.upperBound - (1 - root(0.025))) < 1e-9)
    }

    /// x^y by halving, without a library of mathematics.
    private static func power(_ x: Double, _ y: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        let exponent = Int((1 / y).rounded())
        for _ in 0..<200 {
            let middle = (low + high) / 2
            if (0..<exponent).reduce(1.0, { product, _ in product * middle }) < x {
                low = middle
            } else {
                high = middle
            }
        }
        return (low + high) / 2
    }
}
