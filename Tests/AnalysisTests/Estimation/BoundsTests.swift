import Analysis
import Testing

@Suite struct BoundsTests {
    @Test func theSilentMayAllCountOrNoneOfThem() throws {
        let bounds = try #require(Share.boundsWithoutAssumption(57, of: 145, silent: 474))
        #expect(abs(bounds.lowerBound - 57.0 / 619 * 100) < 1e-12)
        #expect(abs(bounds.upperBound - (57.0 + 474) / 619 * 100) < 1e-12)
    }

    @Test func withNobodySilentNothingIsOpen() {
        #expect(Share.boundsWithoutAssumption(3, of: 8, silent: 0) == 37.5...37.5)
    }

    @Test func withNobodyOfTheBaseAllIsOpen() {
        #expect(Share.boundsWithoutAssumption(0, of: 0, silent: 10) == 0...100)
    }

    @Test(arguments: [(0, 0, 0), (1, 5, -1), (6, 5, 3), (-1, 5, 3)])
    func whatCannotBeHasNoBounds(count: Int, base: Int, silent: Int) {
        #expect(Share.boundsWithoutAssumption(count, of: base, silent: silent) == nil)
    }

    @Test func theyHoldWhateverTheSilentWouldSay() throws {
        for (count, base, silent) in [(0, 4, 3), (2, 4, 3), (4, 4, 3), (0, 0, 3), (1, 1, 5)] {
            let bounds = try #require(Share.boundsWithoutAssumption(count, of: base, silent: silent))
            for joining in 0...silent where base + joining > 0 {
                for counted in 0...joining {
                    let share = Double(count + counted) / Double(base + joining) * 100
                    #expect(bounds.lowerBound <= share + 1e-9 && share <= bounds.upperBound + 1e-9)
                }
            }
        }
    }
}
