import Foundation
import TestSupport
import Testing

/// The program killed without warning, and two of it at once.
@Suite("Killed and concurrent runs", .serialized)
struct InterruptedRunTests {
    @Test(
        "killed at fifty random points, the previous output is untouched or the new one complete",
        arguments: [2024, 2025])
    func kills(seed: UInt64) throws {
        let wave = try WaveFolder()
        let arguments = ["run", wave.path, "--out", wave.out.path]
        #expect(try Program.run(arguments).status == 0)
        let start = ContinuousClock.now
        #expect(try Program.run(arguments).status == 0)
        let elapsed = (ContinuousClock.now - start).components
        // On a busy machine a run takes long, and the others will be over before.
        let length = min(3_000_000, elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000)
        var before = try wave.out.contents()
        before["manifest.json"] = nil
        var generator = SeededGenerator(seed: seed)
        var killed = 0
        for _ in 0..<25 {
            let process = try Program.prepared(arguments)
            try process.run()
            usleep(UInt32.random(in: 0...UInt32(max(1, length)), using: &generator))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            killed += process.terminationReason == .uncaughtSignal ? 1 : 0
            var after = try wave.out.contents()
            #expect(after.removeValue(forKey: "manifest.json") != nil)
            #expect(after == before)
        }
        #expect(killed > 5, "the kills came too late to say anything")
        #expect(try Program.run(arguments).status == 0)
        #expect(try wave.namesBeside() == ["out", "wave"])
    }

    @Test("of two runs at once into one folder each ends well or says that it is busy")
    func concurrent() throws {
        let wave = try WaveFolder()
        let arguments = ["run", wave.path, "--out", wave.out.path]
        let processes = try (0..<4).map { _ in try Program.prepared(arguments) }
        for process in processes { try process.run() }
        for process in processes { process.waitUntilExit() }
        let statuses = processes.map(\.terminationStatus)
        #expect(statuses.contains(0))
        #expect(statuses.allSatisfy { $0 == 0 || $0 == 2 })
        #expect(try wave.namesBeside() == ["out", "wave"])
        #expect(FileManager.default.fileExists(atPath: wave.out.appending(path: "report.html").path))
    }
}
