import TestSupport

@testable import Analysis

/// Organisations of which everything is known, so that what a model says of the silent can be held against the truth.
struct KnownWorld {
    struct Settings {
        var organizations = 619
        var areas = 5
        var activities = 24
        /// How many of the activities hardly anybody does, and nobody at all.
        var niche = 0
        var none = 0
        /// Median share of organisations that do one of the others, and the spread of its logarithm.
        var median = 0.05
        var spread = 0.9
        /// Share of organisations that reach all areas.
        var whole = 0.35
    }

    struct Member {
        let group: Int
        let office: Int?
        let areas: [Int]
        let activities: [Int]
    }

    static let groupCount = 4
    private static let wholeByGroup = [1.2, 1.1, 0.7, 1]
    private static let responseByGroup = [1.4, 0.6, 0.75, 0.8]
    let settings: Settings
    let members: [Member]
    private let responseByOffice: [Double]

    init(_ settings: Settings, using random: inout SeededGenerator) {
        self.settings = settings
        let shares = (0..<settings.activities).map { index -> Double in
            if index < settings.none { return 0 }
            if index < settings.niche { return exponential(logarithm(0.0006) + 0.8 * random.normal()) }
            return min(0.35, exponential(logarithm(settings.median) + settings.spread * random.normal()))
        }
        func factors(_ count: Int, _ spread: Double) -> [[Double]] {
            (0..<count).map { _ in
                (0..<settings.activities).map { _ in exponential(spread * random.normal() - spread * spread / 2) }
            }
        }
        let byGroup = factors(Self.groupCount, 0.55)
        let byKind = factors(8, 0.9)
        let byArea = factors(settings.areas, 0.45)
        members = (0..<settings.organizations).map { _ in
            let group = [0, 0, 0, 0, 1, 2, 2, 2, 2, 3].randomElement(using: &random) ?? 0
            let kind = Int.random(in: 0..<8, using: &random)
            let place = Int.random(in: 0...settings.areas, using: &random)
            let wholeShare = settings.whole * Self.wholeByGroup[group]
            let isWhole = Double.random(in: 0..<1, using: &random) < wholeShare
            var areas: Set<Int> = []
            if isWhole {
                areas = Set(0..<settings.areas)
            } else {
                if place == settings.areas {
                    areas.insert(Int.random(in: 0..<settings.areas, using: &random))
                } else if Double.random(in: 0..<1, using: &random) < 0.9 {
                    areas.insert(place)
                }
                if Double.random(in: 0..<1, using: &random) < 0.15 {
                    areas.insert(Int.random(in: 0..<settings.areas, using: &random))
                }
            }
            let activities = (0..<settings.activities).filter { activity in
                let local =
                    isWhole || areas.isEmpty
                    ? 1 : areas.reduce(0) { $0 + byArea[$1][activity] } / Double(areas.count)
                let chance = shares[activity] * byGroup[group][activity] * byKind[kind][activity] * local
                return Double.random(in: 0..<1, using: &random) < min(0.9, chance)
            }
            return Member(
                group: group, office: place == settings.areas ? nil : place, areas: areas.sorted(),
                activities: activities)
        }
        responseByOffice = (0...settings.areas).map { _ in Double.random(in: 0.7...1.3, using: &random) }
    }

    /// Who answers: by type and ward, about 145 of 619.
    func respondents(using random: inout SeededGenerator) -> [Bool] {
        members.map { member in
            let office = responseByOffice[member.office ?? settings.areas]
            let chance = 0.235 * Self.responseByGroup[member.group] * office
            return Double.random(in: 0..<1, using: &random) < chance
        }
    }

    func survey(_ answers: [Bool]) -> [SurveyedOrganization] {
        zip(members, answers).map { member, answers in
            SurveyedOrganization(
                group: member.group, office: member.office,
                answer: answers
                    ? SurveyedOrganization.Answer(areas: member.areas, activities: member.activities) : nil)
        }
    }

    /// How many of those with that mark do each activity in each area.
    func counts(_ answers: [Bool], answered: Bool) -> [[Int]] {
        var counts = [[Int]](
            repeating: [Int](repeating: 0, count: settings.areas), count: settings.activities)
        for (member, mark) in zip(members, answers) where mark == answered {
            for activity in member.activities { for area in member.areas { counts[activity][area] += 1 } }
        }
        return counts
    }
}

/// How well forecasts of the silent hold over many draws of respondents.
struct ForecastScore {
    private(set) var cells = 0
    private(set) var inside = 0
    private(set) var unknown = 0
    private(set) var empty = 0
    private(set) var absent = 0
    private(set) var absentEmpty = 0
    private var brier = 0.0
    private var constantBrier = 0.0

    var coverage: Double { Double(inside) / Double(cells) }
    var precision: Double { Double(absentEmpty) / Double(absent) }
    var found: Double { Double(absentEmpty) / Double(empty) }
    var brierScore: Double { brier / Double(unknown) }
    /// Of the rule that gives every cell the share that nobody does among all unknown cells of that draw, which nobody can
    /// know.
    var constantBrierScore: Double { constantBrier / Double(unknown) }

    mutating func add(_ forecasts: [[CountForecast]], known: [[Int]], silent: [[Int]], threshold: Double = 0.8) {
        var outcomes: [(chance: Double, isEmpty: Bool)] = []
        for (activity, forecasts) in forecasts.enumerated() {
            for (area, forecast) in forecasts.enumerated() {
                cells += 1
                if forecast.interval.contains(silent[activity][area]) { inside += 1 }
                guard known[activity][area] == 0 else { continue }
                outcomes.append((forecast.probabilityOfNone, silent[activity][area] == 0))
            }
        }
        let share = Double(outcomes.count { $0.isEmpty }) / Double(max(outcomes.count, 1))
        for outcome in outcomes {
            let truth = outcome.isEmpty ? 1.0 : 0
            unknown += 1
            brier += (outcome.chance - truth) * (outcome.chance - truth)
            constantBrier += (share - truth) * (share - truth)
            if outcome.isEmpty { empty += 1 }
            if outcome.chance >= threshold {
                absent += 1
                if outcome.isEmpty { absentEmpty += 1 }
            }
        }
    }
}

extension SeededGenerator {
    /// Box and Muller.
    mutating func normal() -> Double {
        let radius = (-2 * logarithm(1 - Double.random(in: 0..<1, using: &self))).squareRoot()
        return radius * cosine(2 * Double.pi * Double.random(in: 0..<1, using: &self))
    }
}
