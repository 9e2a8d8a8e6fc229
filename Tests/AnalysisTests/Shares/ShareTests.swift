import Analysis
import Foundation
import TestSupport
import Testing

@Suite struct ShareTests {
    @Test func everyShareIsRoundedHalfUpAsAnExactFraction() throws {
        for base in 1...300 {
            for count in 0...base {
                // Tenths of a per cent by long division: a remainder of a half or more goes up.
                let (tenths, remainder) = (count * 1000).quotientAndRemainder(dividingBy: base)
                let rounded = remainder * 2 >= base ? tenths + 1 : tenths
                #expect(Share.percent(count, of: base) == Double("\(rounded / 10).\(rounded % 10)"), "\(count)/\(base)")
            }
        }
    }

    @Test(arguments: [
        (1, 16, 6.3), (3, 16, 18.8), (1, 8, 12.5), (1, 2000, 0.1), (1, 2001, 0.0), (145, 619, 23.4), (0, 7, 0),
        (7, 7, 100),
        (1, 400, 0.3), (3, 400, 0.8),
    ])
    func halvesGoUpEvenWhereABinaryFractionFallsShort(count: Int, base: Int, percent: Double) {
        #expect(Share.percent(count, of: base) == percent)
    }

    @Test(arguments: [0, -1]) func anEmptyBaseHasNoShare(base: Int) {
        #expect(Share.percent(0, of: base) == nil)
        #expect(Share.interval(0, of: base, population: 10) == nil)
    }

    @Test func theReportOfTheSurveyComesOutToTheDigit() throws {
        let file = RepositoryFolder.root.appending(path: "Tests/Fixtures/truth/published-r6.csv")
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        #expect(lines.count >= 17)
        for line in lines {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            let (base, count) = (try #require(Int(cells[3])), try #require(Int(cells[4])))
            #expect(Share.percent(count, of: base) == Double(cells[5]), "\(line)")
        }
    }

    @Test(arguments: [(42.857, 42.9), (0.05, 0.1), (0.04, 0), (2.25, 2.3), (99.95, 100), (0, 0), (100, 100)])
    func printedFiguresHaveOneDecimal(percent: Double, printed: Double) {
        #expect(Share.rounded(percent) == printed)
    }
}
