import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite("Output folder")
struct OutputFolderTests {
    private func code(_ body: () throws -> Void) -> ProblemCode? {
        do {
            try body()
            return nil
        } catch let error as StageError {
            return error.problems.first?.code
        } catch {
            return nil
        }
    }

    @Test("a folder that isn't ours is left alone")
    func foreignFolder() throws {
        let scratch = try ScratchFolder()
        try scratch.write("大事な書類", to: "out/予算.txt")
        let folder = scratch.url.appending(path: "out")
        #expect(code { _ = try OutputFolder(folder) } == .outputNotOurs)
        try scratch.write(#"{"program":"something else"}"#, to: "out/manifest.json")
        #expect(code { _ = try OutputFolder(folder) } == .outputNotOurs)
        #expect(try folder.contents().count == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["out"])
    }

    @Test("a file in the place of the folder is left alone")
    func file() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write("x", to: "out")
        #expect(code { _ = try OutputFolder(file) } == .outputNotOurs)
        #expect(try String(contentsOf: file, encoding: .utf8) == "x")
    }

    @Test("an empty folder and a new name are taken, parents are made")
    func freeNames() throws {
        let scratch = try ScratchFolder()
        for name in ["empty", "new", "deep/er/new"] {
            let url = scratch.url.appending(path: name)
            if name == "empty" { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
            let output = try OutputFolder(url)
            try Data("{}".utf8).write(to: output.staging.appending(path: "a.json"))
            #expect(try output.publish() == false)
            #expect(try url.contents().keys.sorted() == ["a.json"])
        }
    }

    @Test("a second run is told that the folder is busy, and the lock goes with its holder")
    func busy() throws {
        let scratch = try ScratchFolder()
        let url = scratch.url.appending(path: "out")
        try withExtendedLifetime(OutputFolder(url)) {
            #expect(code { _ = try OutputFolder(url) } == .outputBusy)
        }
        #expect(code { _ = try OutputFolder(url) } == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
    }

    @Test("what an interrupted run left is cleared, and a half-done exchange is taken back")
    func recovery() throws {
        let scratch = try ScratchFolder()
        let url = scratch.url.appending(path: "out")
        try scratch.write("half", to: ".out.tsunagi-new/report.html")
        try scratch.write(#"{"program":"tsunagi"}"#, to: ".out.tsunagi-old/manifest.json")
        try withExtendedLifetime(OutputFolder(url)) {
            #expect(FileManager.default.fileExists(atPath: url.appending(path: "manifest.json").path))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["out"])
    }

    @Test("a folder that can't be written to is said", .enabled(if: geteuid() != 0, "root may write anywhere"))
    func readOnly() throws {
        let scratch = try ScratchFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: scratch.url.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: scratch.url.path) }
        #expect(code { _ = try OutputFolder(scratch.url.appending(path: "out")) } == .outputUnwritable)
    }

    @Test("files are for their owner alone, public ones for everybody")
    func modes() throws {
        let wave = try DemoWave()
        try wave.run()
        for path in try wave.output().contents().keys {
            let file = wave.output().appending(path: path).path
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == (path.hasPrefix("public/") ? 0o644 : 0o600), "\(path)")
        }
        let folder = try FileManager.default.attributesOfItem(atPath: wave.output().path)[.posixPermissions] as? Int
        #expect(folder == 0o700)
    }

    @Test("a run that is asked to stop leaves the previous output and nothing else", arguments: 1...9)
    func cancellation(stage: Int) throws {
        let wave = try DemoWave()
        try wave.run()
        let before = try wave.output().contents()
        let asked = Counter()
        var options = try wave.options()
        options.isCancelled = { asked.next() > stage }
        #expect(throws: RunCancelled.self) { try Run(options).run() }
        #expect(try wave.output().contents() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: wave.scratch.url.path).sorted() == ["out", "r6"])
    }
}

private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0
    func next() -> Int {
        lock.withLock {
            value += 1
            return value
        }
    }
}
