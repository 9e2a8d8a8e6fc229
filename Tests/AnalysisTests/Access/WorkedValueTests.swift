import Analysis
import Foundation
import TestSupport
import Testing

/// Values that were worked out elsewhere; `nil` where they are not beside the repository.
private let workedValues: URL? = {
    let folder = RepositoryFolder.root.deletingLastPathComponent().appending(path: "shared/bench/access")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

/// 1000 points of demand and 600 of supply, with values that NumPy and SciPy worked out.
@Suite(.enabled(if: workedValues != nil, "the worked values are not beside the repository"))
struct WorkedValueTests {
    private static func rows(_ name: String) throws -> [[Double]] {
        let file = try #require(workedValues).appending(path: name)
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { line in line.split(separator: ",").compactMap { Double($0) } }
    }

    @Test func everyValueAgrees() throws {
        func points(_ name: String) throws -> AccessPoints {
            AccessPoints(try Self.rows(name).map { ($0[1], $0[2], $0[3]) })
        }
        let result = try #require(
            CatchmentAccess(catchment: 2000, weights: .gaussian(sigma: 1000)).reach(
                demand: points("e2sfca_1000_demand.csv"), supply: points("e2sfca_1000_supply.csv"), [.e2sfca, .bfca]))
        let right = try Self.rows("e2sfca_1000_ref.csv")
        #expect(right.count == 1000)
        #expect(areClose(result.e2sfca, right.map { $0[1] }, within: 1e-11))
        #expect(areClose(result.bfca, right.map { $0[2] }, within: 1e-11))
        #expect(result.capacity == right.map { $0[4] })
    }
}
