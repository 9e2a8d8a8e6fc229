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
        #expect(code { _ = try OutputFolder(folder, wave: "r6") } == .outputNotOurs)
        try scratch.write(#"{"program":"something else"}"#, to: "out/manifest.json")
        #expect(code { _ = try OutputFolder(folder, wave: "r6") } == .outputNotOurs)
        #expect(try folder.contents().count == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["out"])
    }

    private static func manifest(wave: String = "r6") -> String {
        #"{"program":"tsunagi","configuration":{"wave":"\#(wave)"},"outputs":[{"file":"public/index.html"}]}"#
    }

    @Test("an output in which somebody put a file of their own is left alone, and the file is named")
    func foreignFile() throws {
        let scratch = try ScratchFolder()
        try scratch.write(Self.manifest(), to: "out/manifest.json")
        try scratch.write("x", to: "out/public/index.html")
        try scratch.write("x", to: "out/~$planner.xlsx")
        let folder = scratch.url.appending(path: "out")
        #expect(code { _ = try OutputFolder(folder, wave: "r6") } == nil)
        for path in ["会議メモ.docx", "public/notes.txt", "wave/wave.yaml"] {
            try scratch.write("x", to: "out/" + path)
            let error = #expect(throws: StageError.self) { try OutputFolder(folder, wave: "r6") }
            #expect(error?.problems.first?.code == .outputHoldsOthers)
            #expect(error?.problems.first?.found == path.split(separator: "/wave.yaml").first.map(String.init))
            try FileManager.default.removeItem(at: folder.appending(path: path))
            if path.hasPrefix("wave") { try FileManager.default.removeItem(at: folder.appending(path: "wave")) }
        }
    }

    @Test("the output of another wave is left alone")
    func otherWave() throws {
        let scratch = try ScratchFolder()
        try scratch.write(Self.manifest(wave: "r7"), to: "out/manifest.json")
        #expect(code { _ = try OutputFolder(scratch.url.appending(path: "out"), wave: "r6") } == .outputOfOtherWave)
    }

    @Test("a link is followed: its target is replaced and the link stays")
    func link() throws {
        let scratch = try ScratchFolder()
        try scratch.write(Self.manifest(), to: "real/manifest.json")
        let link = scratch.url.appending(path: "out")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: scratch.url.appending(path: "real"))
        let output = try OutputFolder(link, wave: "r6")
        try Data("new".utf8).write(to: output.staging.appending(path: "a.txt"))
        _ = try output.publish()
        #expect(try scratch.url.appending(path: "real").contents().keys.sorted() == ["a.txt"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path).hasSuffix("real"))
    }

    @Test("a file in the place of the folder is left alone")
    func file() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write("x", to: "out")
        #expect(code { _ = try OutputFolder(file, wave: "r6") } == .outputNotOurs)
        #expect(try String(contentsOf: file, encoding: .utf8) == "x")
    }

    @Test("an empty folder and a new name are taken, parents are made")
    func freeNames() throws {
        let scratch = try ScratchFolder()
        for name in ["empty", "new", "deep/er/new"] {
            let url = scratch.url.appending(path: name)
            if name == "empty" { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
            let output = try OutputFolder(url, wave: "r6")
            try Data("{}".utf8).write(to: output.staging.appending(path: "a.json"))
            #expect(try output.publish() == false)
            #expect(try url.contents().keys.sorted() == ["a.json"])
        }
    }

    @Test("a second run is told that the folder is busy, and the lock goes with its holder")
    func busy() throws {
        let scratch = try ScratchFolder()
        let url = scratch.url.appending(path: "out")
        try withExtendedLifetime(OutputFolder(url, wave: "r6")) {
            #expect(code { _ = try OutputFolder(url, wave: "r6") } == .outputBusy)
        }
        #expect(code { _ = try OutputFolder(url, wave: "r6") } == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).isEmpty)
    }

    @Test("what an interrupted run left is cleared, and a half-done exchange is taken back")
    func recovery() throws {
        let scratch = try ScratchFolder()
        let url = scratch.url.appending(path: "out")
        try scratch.write("half", to: ".out.tsunagi-new/report.html")
        try scratch.write(Self.manifest(), to: ".out.tsunagi-old/manifest.json")
        try withExtendedLifetime(OutputFolder(url, wave: "r6")) {
            #expect(FileManager.default.fileExists(atPath: url.appending(path: "manifest.json").path))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["out"])
    }

    @Test("an old output is never given up for a folder that isn't ours, and goes back into an empty one")
    func recoveryIntoEmpty() throws {
        let scratch = try ScratchFolder()
        let url = scratch.url.appending(path: "out")
        try scratch.write(Self.manifest(), to: ".out.tsunagi-old/manifest.json")
        try scratch.write("x", to: "out/mine.txt")
        #expect(code { _ = try OutputFolder(url, wave: "r6") } == .outputNotOurs)
        #expect(try scratch.url.contents()[".out.tsunagi-old/manifest.json"] != nil)
        try FileManager.default.removeItem(at: url.appending(path: "mine.txt"))
        #expect(code { _ = try OutputFolder(url, wave: "r6") } == nil)
        #expect(try url.contents().keys.sorted() == ["manifest.json"])
    }

    @Test("a folder that can't be written to is said", .enabled(if: geteuid() != 0, "root may write anywhere"))
    func readOnly() throws {
        let scratch = try ScratchFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: scratch.url.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: scratch.url.path) }
        #expect(code { _ = try OutputFolder(scratch.url.appending(path: "out"), wave: "r6") } == .outputUnwritable)
    }

    @Test("where folders can't be exchanged in one step it takes two, and nothing is left over")
    func twoSteps() throws {
        let scratch = try ScratchFolder()
        try scratch.write(Self.manifest(), to: "out/manifest.json")
        let url = scratch.url.appending(path: "out")
        let output = try OutputFolder(url, wave: "r6")
        try Data("new".utf8).write(to: output.staging.appending(path: "a.txt"))
        #expect(try output.publish(exchange: { _, _ in EINVAL }))
        #expect(try url.contents().keys.sorted() == ["a.txt"])
        #expect(!FileManager.default.fileExists(atPath: scratch.url.appending(path: ".out.tsunagi-old").path))
    }

    @Test("a disk that refuses the exchange leaves the previous output")
    func refusedExchange() throws {
        let scratch = try ScratchFolder()
        try scratch.write(Self.manifest(), to: "out/manifest.json")
        let url = scratch.url.appending(path: "out")
        #expect(code { _ = try OutputFolder(url, wave: "r6").publish(exchange: { _, _ in EIO }) } == .outputUnwritable)
        #expect(try url.contents().keys.sorted() == ["manifest.json"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["out"])
    }

    @Test("files are for their owner alone, public ones for everybody")
    func modes() throws {
        let wave = try DemoWave.few()
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
        let wave = try SmallWave([SmallWave.Answer(name: "ひまわりの会", themes: ["こども"])])
        try wave.run()
        let before = try wave.output.contents()
        let asked = Counter()
        #expect(throws: RunCancelled.self) { try wave.run { asked.next() > stage } }
        #expect(try wave.output.contents() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: wave.scratch.url.path).sorted() == ["out", "wave"])
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
