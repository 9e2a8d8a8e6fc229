import Analysis
import Foundation
import Solving
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite(.serialized) struct SilenceTests {
    /// Results go to standard output, so the library may not write there.
    @Test func theSolverLibraryPrintsNothing() throws {
        let problem = try CoverFixture.problem()
        let folder = try ScratchFolder()
        let path = folder.url.appending(path: "stdout").path
        let printed = try Self.standardOutput(to: path) {
            _ = try? MixedIntegerSolver().solve(problem, CoverConstraints(size: 18))
        }
        // Other tests may speak at the same time; CBC names itself or its parts whenever it does.
        for word in ["Cbc0", "Cbc3", "Clp0", "Clp1", "Cgl0", "Coin0", "Welcome to the CBC", "objective value"] {
            #expect(!printed.contains(word), "\(printed)")
        }
    }

    private static func standardOutput(to path: String, during work: () -> Void) throws -> String {
        fflush(nil)
        let kept = dup(STDOUT_FILENO)
        let file = open(path, O_CREAT | O_RDWR | O_TRUNC, 0o600)
        try #require(kept >= 0 && file >= 0)
        dup2(file, STDOUT_FILENO)
        work()
        fflush(nil)
        dup2(kept, STDOUT_FILENO)
        close(kept)
        close(file)
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        FileHandle.standardOutput.write(Data(text.utf8))
        return text
    }
}
