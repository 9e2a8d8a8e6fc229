import Foundation
import Pipeline

/// Both waves of the demonstration, run one after the other, once for all tests that only read what they leave.
enum DemoPair {
    struct Runs {
        let first: DemoWave
        let second: DemoWave
        let firstOutcome: RunOutcome
        let secondOutcome: RunOutcome
    }

    private static let result = Result {
        let first = try DemoWave("r6")
        let firstOutcome = try first.run()
        let second = try DemoWave("r7")
        return Runs(
            first: first, second: second, firstOutcome: firstOutcome,
            secondOutcome: try second.run(previous: first.output()))
    }

    static func runs() throws -> Runs { try result.get() }
}
