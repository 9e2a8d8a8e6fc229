import Analysis
import Model
import Testing

@Suite("What changed about organisations")
struct OrganizationComparisonTests {
    typealias Standing = OrganizationComparison.Standing

    static let standings: [Standing?] =
        [nil]
        + [false, true].flatMap { listed in
            [false, true].flatMap { member in
                [false, true].map { Standing(isListed: listed, isMember: member, isClosed: $0) }
            }
        }

    @Test("nothing changed where both waves say the same", arguments: standings)
    func same(_ standing: Standing?) {
        #expect(OrganizationComparison.kinds(earlier: standing, later: standing, isKnown: true, []) == [])
    }

    @Test("the list gains and loses, the platform gains and loses, and never both", arguments: standings, standings)
    func gainsAndLosses(_ before: Standing?, _ now: Standing?) {
        for isKnown in [false, true] {
            let kinds = OrganizationComparison.kinds(earlier: before, later: now, isKnown: isKnown, [])
            let isAdded = kinds.contains(.new) || kinds.contains(.added)
            #expect(isAdded == (now?.isListed == true && before?.isListed != true))
            #expect(!(kinds.contains(.new) && (isKnown || kinds.contains(.added))))
            #expect(kinds.contains(.leftList) == (before?.isListed == true && now?.isListed != true))
            #expect(kinds.contains(.joined) == (now?.isMember == true && before?.isMember != true))
            #expect(kinds.contains(.left) == (before?.isMember == true && now?.isMember != true))
            // Only a list that says so has an organisation closed; leaving it is none.
            #expect(kinds.contains(.closed) == (now?.isClosed == true && before?.isClosed != true))
        }
    }

    @Test("names and addresses are compared where both waves have the organisation")
    func differences() {
        let all: OrganizationComparison.Differences = [.office, .name, .legalFormGained, .legalForm]
        let standing = Standing(isListed: true, isMember: false, isClosed: false)
        #expect(
            OrganizationComparison.kinds(earlier: standing, later: standing, isKnown: true, all)
                == [.moved, .renamed, .incorporated, .legalFormChanged])
        #expect(OrganizationComparison.kinds(earlier: nil, later: standing, isKnown: false, all) == [.new])
        #expect(OrganizationComparison.kinds(earlier: standing, later: nil, isKnown: true, all) == [.leftList])
    }
}
