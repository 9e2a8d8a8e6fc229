import Analysis
import Model
import TestSupport
import Testing

@Suite("Why gaps change")
struct GapAttributionTests {
    typealias Presence = GapAttribution.Presence
    typealias Cause = GapChange.Cause

    private static func presence(
        member: Bool = false, listed: Bool = true, areas: [Int] = [0], _ activities: [Int] = [0], names: Bool? = nil
    ) -> Presence {
        Presence(
            isMember: member, isListed: listed, areas: areas, activities: activities,
            namesAny: names ?? !activities.isEmpty)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let before: Presence?
        let now: Presence?
        let earlier: GapKind
        let later: GapKind
        let cause: Cause
        var aspect: GapChange.Aspect?
        var testDescription: String { "\(cause) \(earlier) \(later)" }
    }

    /// One organisation, one area, two activities; the cell is that of the first.
    static let cases = [
        Case(
            before: presence(), now: presence(member: true), earlier: .recruitable, later: .thin, cause: .memberJoined),
        Case(before: nil, now: presence(member: true), earlier: .unknown, later: .thin, cause: .memberJoined),
        Case(
            before: presence(member: true), now: presence(), earlier: .thin, later: .recruitable, cause: .memberLeft),
        Case(before: presence(member: true), now: nil, earlier: .thin, later: .absent, cause: .memberLeft),
        Case(
            before: presence(member: true, [1]), now: presence(member: true), earlier: .unknown, later: .thin,
            cause: .memberAnswerChanged, aspect: .activity),
        Case(
            before: presence(member: true), now: presence(member: true, areas: []), earlier: .thin, later: .unknown,
            cause: .memberAnswerChanged, aspect: .area),
        Case(
            before: presence(member: true, []), now: presence(member: true), earlier: .checkMember, later: .thin,
            cause: .newlyKnown),
        Case(
            before: presence(member: true), now: presence(member: true, []), earlier: .thin, later: .checkMember,
            cause: .notAnsweredNow),
        Case(before: presence([]), now: presence(), earlier: .absent, later: .recruitable, cause: .newlyKnown),
        Case(
            before: presence([1]), now: presence(), earlier: .absent, later: .recruitable, cause: .answerChanged,
            aspect: .activity),
        Case(before: presence(), now: nil, earlier: .recruitable, later: .unknown, cause: .leftList),
        Case(
            before: presence(listed: false), now: nil, earlier: .recruitable, later: .unknown, cause: .notAnsweredNow),
        Case(before: presence(), now: presence([]), earlier: .recruitable, later: .absent, cause: .notAnsweredNow),
        Case(
            before: presence(), now: presence([1]), earlier: .recruitable, later: .absent, cause: .answerChanged,
            aspect: .activity),
        Case(
            before: presence(member: true, []), now: presence(member: true, [1]), earlier: .checkMember,
            later: .unknown, cause: .memberAnswered),
        Case(
            before: presence([]), now: presence(member: true, []), earlier: .unknown, later: .checkMember,
            cause: .memberJoined),
    ]

    @Test("a change that one organisation made has one reason, and it is that organisation's", arguments: cases)
    func single(_ example: Case) {
        let attribution = GapAttribution(
            earlier: [nil, example.before], later: [nil, example.now], areaCount: 1, isRelabelled: [false, false])
        let reasons = attribution.reasons(for: [
            GapAttribution.Cell(area: 0, activity: 0, earlier: example.earlier, later: example.later)
        ])[0]
        #expect(reasons.map(\.cause) == [example.cause] && reasons.map(\.organization) == [1])
        #expect(reasons.map(\.aspect) == [example.aspect])
    }

    @Test("where nobody is known both times, only the expectation is different")
    func expectation() {
        let attribution = GapAttribution(
            earlier: [Self.presence([1])], later: [nil], areaCount: 1, isRelabelled: [true, false])
        let reasons = attribution.reasons(for: [
            GapAttribution.Cell(area: 0, activity: 0, earlier: .unknown, later: .absent)
        ])
        #expect(reasons.map { $0.map(\.cause) } == [[.expectation]])
    }

    @Test("another wording is a reason beside another answer, and not beside a member that joined")
    func relabelled() {
        func causes(_ before: Presence, _ now: Presence, _ earlier: GapKind) -> [Cause] {
            GapAttribution(earlier: [before], later: [now], areaCount: 1, isRelabelled: [true, false])
                .reasons(for: [GapAttribution.Cell(area: 0, activity: 0, earlier: earlier, later: .thin)])[0]
                .map(\.cause)
        }
        let answered = causes(Self.presence(member: true, [1]), Self.presence(member: true), .unknown)
        #expect(answered == [.memberAnswerChanged, .relabelled])
        #expect(causes(Self.presence(), Self.presence(member: true), .recruitable) == [.memberJoined])
        // Two choices that hung on one member each are one choice now: no organisation did anything.
        #expect(causes(Self.presence(member: true), Self.presence(member: true), .covered) == [.relabelled])
    }

    @Test("the same organisations with another kind leave their cases and the settings")
    func evidence() {
        let same = Self.presence(member: true)
        let attribution = GapAttribution(earlier: [same], later: [same], areaCount: 1, isRelabelled: [false])
        let reasons = attribution.reasons(for: [
            GapAttribution.Cell(area: 0, activity: 0, earlier: .thin, later: .checkMember)
        ])
        #expect(reasons[0].map(\.cause) == [.evidence])
    }

    @Test("every cell that changed has a reason that bears the change out, and no other has any", arguments: 0..<40)
    func worlds(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let (areaCount, activityCount) = (3, 4)
        func wave() -> [Presence?] {
            (0..<12).map { _ in
                if Int.random(in: 0..<6, using: &generator) == 0 { return nil }
                let activities = (0..<activityCount).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
                return Presence(
                    isMember: Int.random(in: 0..<4, using: &generator) == 0,
                    isListed: Bool.random(using: &generator),
                    areas: (0..<areaCount).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 },
                    activities: activities, namesAny: !activities.isEmpty || Bool.random(using: &generator))
            }
        }
        let (earlier, later) = (wave(), wave())
        func kind(_ wave: [Presence?], _ area: Int, _ activity: Int) -> GapKind {
            let here = wave.compactMap { $0 }.filter { $0.areas.contains(area) }
            let known = here.filter { $0.activities.contains(activity) }
            let counts = CellCounts(
                members: known.count(where: \.isMember), known: known.count,
                membersBlank: here.count { $0.isMember && !$0.namesAny })
            return GapRules().kind(counts, probabilityOfNobody: Double.random(in: 0...1, using: &generator))
        }
        let cells = (0..<areaCount * activityCount).map { index in
            let (area, activity) = index.quotientAndRemainder(dividingBy: activityCount)
            return GapAttribution.Cell(
                area: area, activity: activity, earlier: kind(earlier, area, activity),
                later: kind(later, area, activity))
        }
        let reasons = GapAttribution(
            earlier: earlier, later: later, areaCount: areaCount,
            isRelabelled: [Bool](repeating: false, count: activityCount)
        ).reasons(for: cells)
        for (cell, reasons) in zip(cells, reasons) {
            #expect(reasons.isEmpty == (cell.earlier == cell.later))
            #expect(Set(reasons).count == reasons.count)
            // Counts alone made these kinds, so that no reason may be a leftover.
            #expect(!reasons.contains { $0.cause == .evidence || $0.cause == .relabelled })
            for reason in reasons {
                guard let organization = reason.organization else { continue }
                let (before, now) = (earlier[organization], later[organization])
                #expect(before != now)
                switch reason.cause {
                case .memberJoined: #expect(now?.isMember == true && before?.isMember != true)
                case .memberLeft: #expect(before?.isMember == true && now?.isMember != true)
                case .leftList: #expect(before?.isListed == true && now?.isListed != true)
                case .newlyKnown: #expect(before?.namesAny != true && now?.namesAny == true)
                case .notAnsweredNow: #expect(before?.namesAny == true && now?.namesAny != true)
                case .memberAnswerChanged, .memberAnswered:
                    #expect(before?.isMember == true && now?.isMember == true)
                case .answerChanged: #expect(before?.namesAny == true && now?.namesAny == true)
                default: break
                }
            }
        }
    }
}
