import Foundation
import TestSupport
import Testing

/// The program killed without warning, and two of it at once, while decisions wait to be taken in.
@Suite("Killed and concurrent runs")
struct InterruptedRunTests {
    private let scratch: ScratchFolder
    private let data: URL

    init() throws {
        scratch = try ScratchFolder()
        data = try SmallData.make(in: scratch.url)
    }

    private func decidedWave() throws -> DecidedWave {
        let root = scratch.url.appending(path: "planning")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        return try DecidedWave(in: root, data: data)
    }

    /// When a run is killed.
    private enum Moment {
        case after(microseconds: UInt32)
        /// Once so many files of the new output are there.
        case written(files: Int)
        /// While the decision is being written, or shortly after.
        case takingIn
    }

    @Test(
        "killed at 50 points each, the output is whole, no decision is lost, and the next run works", arguments: 1...4)
    func kills(seed: UInt64) throws {
        let wave = try decidedWave()
        try wave.decide()
        let start = ContinuousClock.now
        try #require(try wave.run().status == 0)
        let elapsed = (ContinuousClock.now - start).components
        try wave.checkTakenIn()
        let length = UInt32(min(3_000_000, elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000))
        let fileCount = try wave.out.contents().count
        var generator = SeededGenerator(seed: seed)
        var killed = 0
        for kill in 0..<50 {
            if try !wave.isDecisionWaiting() { try wave.decide() }
            let moment: Moment =
                switch kill % 5 {
                case 0, 1, 2: .after(microseconds: .random(in: 0...length, using: &generator))
                case 3: .written(files: .random(in: 0...fileCount, using: &generator))
                default: .takingIn
                }
            killed += try self.kill(wave, at: moment) ? 1 : 0
            try wave.checkNothingLost()
        }
        #expect(killed > 20, "the kills came too late to say anything")
        try #require(try wave.run().status == 0)
        try wave.checkTakenIn()
    }

    /// - Returns: whether the run was still going on.
    private func kill(_ wave: DecidedWave, at moment: Moment) throws -> Bool {
        let process = try Program.prepared(wave.arguments())
        try process.run()
        switch moment {
        case .after(let microseconds): usleep(microseconds)
        case .written(let files):
            let staging = wave.root.appending(path: ".out.tsunagi-new").path
            while process.isRunning, (try? FileManager.default.subpathsOfDirectory(atPath: staging).count) ?? 0 < files
            {
                usleep(100)
            }
        case .takingIn:
            let temporary = wave.wave.url.appending(path: ".decisions.csv.tsunagi-new").path
            let before = try? Data(contentsOf: wave.wave.decisions)
            while process.isRunning, !FileManager.default.fileExists(atPath: temporary),
                (try? Data(contentsOf: wave.wave.decisions)) == before
            { usleep(50) }
        }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }

    /// Starts them all, and gives how each ended.
    private func runAtOnce(_ calls: [[String]]) throws -> [Int32] {
        let processes = try calls.map { try Program.prepared($0) }
        for process in processes { try process.run() }
        for process in processes { process.waitUntilExit() }
        return processes.map(\.terminationStatus)
    }

    @Test("of two runs at once into one folder each ends well or says that it is busy, and the decision is in once")
    func concurrent() throws {
        let wave = try decidedWave()
        for _ in 0..<3 {
            try wave.decide()
            let statuses = try runAtOnce(Array(repeating: wave.arguments(), count: 3))
            #expect(statuses.contains(0))
            #expect(statuses.allSatisfy { $0 == 0 || $0 == 2 })
            try wave.checkTakenIn()
        }
    }

    @Test("two runs of one wave at once into two folders take in each decision once")
    func twoFolders() throws {
        let wave = try decidedWave()
        let other = scratch.url.appending(path: "other")
        for _ in 0..<3 {
            try wave.decide()
            try? FileManager.default.removeItem(at: other)
            try FileManager.default.copyItem(at: wave.out, to: other)
            #expect(try runAtOnce([wave.arguments(), wave.arguments(to: other)]) == [0, 0])
            try wave.checkTakenIn()
        }
    }
}
