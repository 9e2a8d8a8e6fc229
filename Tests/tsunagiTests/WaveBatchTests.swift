import Foundation
import TestSupport
import Testing

/// Many waves in a folder, each in a process of its own.
@Suite("The waves of a folder")
struct WaveBatchTests {
    private let scratch: ScratchFolder
    private let data: URL
    private var folder: URL { scratch.url.appending(path: "waves") }
    private var out: URL { scratch.url.appending(path: "out") }

    init() throws {
        scratch = try ScratchFolder()
        data = try SmallData.make(in: scratch.url)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    @discardableResult
    private func wave(_ name: String, id: String = "t1", previous: String? = nil) throws -> TinyWave {
        try TinyWave(folder.appending(path: name), id: id, previous: previous)
    }

    private func run(_ arguments: [String] = []) throws -> Program.Result {
        try run(folder, arguments)
    }

    private func run(_ wave: URL, to place: URL? = nil, _ arguments: [String] = []) throws -> Program.Result {
        try Program.run(argumentsOfRun(wave, to: place) + arguments)
    }

    private func argumentsOfRun(_ wave: URL, to place: URL? = nil) -> [String] {
        ["run", wave.path, "--out", (place ?? out).path, "--data", data.path]
    }

    /// Rows of `waves.csv`, without its header.
    private func table() throws -> [[String]] {
        try String(contentsOf: out.appending(path: "waves.csv"), encoding: .utf8)
            .split(separator: "\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private func status(_ name: String) throws -> String? { try table().first { $0[0] == name }?[3] }

    @Test("all fine: 0, and the same bytes as each wave alone")
    func allFine() throws {
        // Two may have the same id, and what isn't a wave is left alone.
        for name in ["い", "ろ"] { try wave(name) }
        try wave(".隠し")
        try scratch.write("x", to: "waves/メモ/読んでください.txt")
        let result = try run(["--jobs", "2", "-k", "2"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(
            try table().map { Array($0.prefix(6)) } == ["い", "ろ"].map { [$0, "t1", "第1回調査（令和8年度）", "done", "0", "7"] })
        #expect(try FileManager.default.contentsOfDirectory(atPath: out.path).sorted() == ["waves.csv", "い", "ろ"])
        let alone = scratch.url.appending(path: "alone")
        #expect(
            try run(folder.appending(path: "い"), to: alone, ["-k", "2"]).status == 0)
        let expected = try withoutManifest(alone)
        for name in ["い", "ろ"] { #expect(try withoutManifest(out.appending(path: name)) == expected) }
        let before = try Data(contentsOf: out.appending(path: "waves.csv"))
        #expect(try run(["--jobs", "1", "-k", "2"]).status == 0)
        #expect(try Data(contentsOf: out.appending(path: "waves.csv")) == before)
    }

    /// The manifest holds times.
    private func withoutManifest(_ folder: URL) throws -> [String: Data] {
        var contents = try folder.contents()
        contents["manifest.json"] = nil
        return contents
    }

    @Test("a broken wave leaves the others alone: 3, and why, with its name", arguments: ["ja", "en"])
    func oneBroken(language: String) throws {
        for name in ["a", "b", "c"] { try wave(name) }
        try TinyWave(folder.appending(path: "b")).breakApart()
        let result = try run(["--lang", language])
        #expect(result.status == 3)
        #expect(
            try table().map { [$0[0], $0[3], $0[4]] } == [
                ["a", "done", "0"], ["b", "failed", "2"], ["c", "done", "0"],
            ])
        let message =
            language == "ja"
            ? "名簿.csv 1行：列「名前」が見つかりません" : "名簿.csv row 1: no column \"名前\""
        #expect(
            result.errors.contains("] b")
                && result.errors.contains("\n  \(language == "ja" ? "エラー" : "error") \(message)"))
        #expect(try table()[1].last?.replacing("\"", with: "") == message.replacing("\"", with: ""))
        #expect(result.output.contains(language == "ja" ? "実行できませんでした 1（b）" : "could not run 1 (b)"))
        #expect(!FileManager.default.fileExists(atPath: out.appending(path: "b").path))
    }

    @Test("1 where a wave has findings of severity error")
    func withErrors() throws {
        try wave("a")
        try wave("b").edit("回答.csv") { $0 + "2026-10-23,,ひばり市若葉4-5,,任意団体,市内全域,,こども,,訪問\n" }
        #expect(try run().status == 1)
        #expect(try status("b") == "done_with_errors")
    }

    @Test("a wave runs after the one whose output it needs, whatever they are called")
    func order() throws {
        try wave("a", id: "r9", previous: "../../out/b")
        try wave("b", id: "r8", previous: "../../out/c")
        try wave("c", id: "r7")
        let result = try run(["--jobs", "3", "--json"])
        #expect(result.status == 0, "\(result.errors)")
        let events = try result.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(events.compactMap { $0["wave_folder"] as? String } == ["c", "b", "a"])
        #expect(events.last?["done"] as? Int == 3)
        let manifest = try String(contentsOf: out.appending(path: "a/manifest.json"), encoding: .utf8)
        #expect(manifest.contains("\"previous\""))
    }

    @Test("a wave isn't run when the one before it failed, and says so")
    func earlierFailed() throws {
        try wave("a", id: "r9", previous: "../../out/b")
        try wave("b", id: "r8", previous: "../../out/c")
        try wave("c", id: "r7").breakApart()
        try wave("d")
        let result = try run()
        #expect(result.status == 3)
        #expect(try table().map { $0[3] } == ["not_run", "not_run", "failed", "done"])
        #expect(result.errors.contains("b：実行していません　前回にあたる「c」が終わらなかったので、実行していません"))
        #expect(result.errors.contains("前回にあたる「b」"))
    }

    @Test("waves that wait for each other are an error that names them, and nothing is written")
    func circle() throws {
        try wave("a", previous: "../../out/b")
        try wave("b", previous: "../../out/c")
        try wave("c", previous: "../../out/b")
        let result = try run()
        #expect(result.status == 2)
        #expect(result.errors.contains("b/wave.yaml「previous」：previous が輪になっています（b → c → b）"))
        #expect(!FileManager.default.fileExists(atPath: out.path))
    }

    @Test(
        "arguments that make no sense are refused",
        arguments: [
            (["--jobs", "0"], "--jobs は 1 以上です"), (["--jobs", "abc"], "'--jobs <N>' に 'abc' は使えません"),
            (["--previous", "x"], "--previous は使えません"),
        ])
    func refused(arguments: [String], message: String) throws {
        try wave("a")
        let result = try run(arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: out.path))
    }

    @Test("a folder without waves says what was looked for; an earlier output is no wave")
    func noWave() throws {
        let wave = try wave("a")
        #expect(try run(wave.url, to: folder.appending(path: "b")).status == 0)
        let description = try Data(contentsOf: wave.url.appending(path: "wave.yaml"))
        try description.write(to: folder.appending(path: "b/wave.yaml"))
        try FileManager.default.moveItem(at: wave.url, to: folder.appending(path: ".a"))
        try FileManager.default.createDirectory(at: folder.appending(path: "c"), withIntermediateDirectories: true)
        let result = try run()
        #expect(result.status == 2)
        #expect(result.errors.contains("\(folder.path)：調査フォルダに wave.yaml がありません。すぐ下のフォルダ（1 を見ました）にもありません"))
        #expect(!FileManager.default.fileExists(atPath: out.path))
    }

    @Test("the place for the outputs is neither that of one wave nor the folder itself, and holds no other waves.csv")
    func place() throws {
        let wave = try wave("a")
        #expect(
            try run(folder, to: folder).errors.contains("出力先は Tsunagi の出力フォルダではない"))
        #expect(try run(wave.url).status == 0)
        let before = try out.contents()
        #expect(try run().errors.contains("一つの調査回の出力フォルダです"))
        #expect(try out.contents() == before)
        let other = scratch.url.appending(path: "other")
        try scratch.write("name,wave\n", to: "other/waves.csv")
        let result = try run(folder, to: other)
        #expect(result.status == 2)
        #expect(result.errors.contains("「waves.csv」があります"))
        #expect(try other.contents().count == 1)
    }

    @Test("of two at once into one place, the second says that it is busy")
    func busy() throws {
        for number in 1...4 { try wave("\(number)") }
        let processes = try (0..<2).map { _ in
            try Program.prepared(argumentsOfRun(folder) + ["--jobs", "1"])
        }
        for process in processes { try process.run() }
        for process in processes { process.waitUntilExit() }
        #expect(processes.map(\.terminationStatus).sorted() == [0, 2])
        #expect(try table().map { $0[3] } == Array(repeating: "done", count: 4))
    }

    @Test(
        "interrupted: 130, the waves end well or not at all, and nothing is left behind", arguments: [SIGINT, SIGTERM])
    func interrupted(signal: Int32) throws {
        for number in 1...3 { try wave("\(number)") }
        let process = try Program.prepared(argumentsOfRun(folder) + ["--jobs", "1"])
        try process.run()
        // The first waves are under way once the place for them is there.
        while !FileManager.default.fileExists(atPath: out.path), process.isRunning { usleep(1000) }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        let names = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
        #expect(names.allSatisfy { !$0.hasPrefix(".") }, "\(names)")
        #expect(try table().count == 3)
        #expect(try status("3") == "not_run")
        for name in names where name != "waves.csv" {
            #expect(try status(name) == "done")
            #expect(FileManager.default.fileExists(atPath: out.appending(path: "\(name)/manifest.json").path))
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted() == ["Data", "out", "waves"])
        #expect(try run().status == 0)
    }

    @Test("a wave whose process is killed counts as failed, and the signal is named")
    func killed() throws {
        for name in ["a", "b"] { try wave(name) }
        let process = try Program.prepared(argumentsOfRun(folder) + ["--jobs", "1"])
        try process.run()
        let children = "/proc/\(process.processIdentifier)/task/\(process.processIdentifier)/children"
        var victim: Int32?
        while victim == nil, process.isRunning {
            victim = (try? String(contentsOfFile: children, encoding: .utf8))?.split(separator: " ").first
                .flatMap { Int32($0) }
        }
        kill(try #require(victim), SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationStatus == 3)
        #expect(try table().map { [$0[0], $0[3], $0[4]] } == [["a", "failed", "137"], ["b", "done", "0"]])
        #expect(try table()[0].last == "外から強制終了されました（SIGKILL）。メモリが足りないときにも起こります")
        #expect(try FileManager.default.contentsOfDirectory(atPath: out.path).contains("a") == false)
    }
}
