import Foundation
import Tabular
import TestSupport
import Testing

/// The command on a demonstration wave.
@Suite("tsunagi forget", .serialized) struct ForgetCommandTests {
    private static let name = "あさぎり仮設住宅見守り隊くまもと"

    private func ran() throws -> (wave: WaveFolder, arguments: [String]) {
        let wave = try WaveFolder()
        try #require(try Program.run(["run", wave.path, "--out", wave.out.path]).status == 0)
        let file = wave.out.appending(path: "organizations.csv")
        let rows = try HeaderedTable(path: file.path, name: "organizations", requiring: ["organization_id", "name"])
        let id = try #require(rows.records.first { $0["name"] == Self.name }?["organization_id"])
        return (wave, ["forget", id, "--wave", wave.path, "--out", wave.out.path])
    }

    /// Files of the output that name it.
    private func naming(_ wave: WaveFolder) throws -> [String] {
        try wave.scratch.url.contents().filter { path, bytes in
            !path.hasPrefix("wave/") && bytes.range(of: Data(Self.name.utf8)) != nil
        }.keys.sorted()
    }

    @Test("says what it did in both languages, without the name, and the second time that it is done")
    func words() throws {
        let (wave, arguments) = try ran()
        #expect(try naming(wave).contains("out/report.html"))
        let dry = try Program.run(arguments + ["--dry-run", "--lang", "en"])
        #expect(dry.status == 0 && dry.output.contains("Nothing was written"))
        #expect(dry.output.contains("rows of the register would be taken out"))
        let result = try Program.run(arguments)
        #expect(result.status == 0 && result.errors.isEmpty)
        for words in ["照合値 1 行を加えました", "消したファイル：", "調査のファイルには残っています", "tsunagi run で"] {
            #expect(result.output.contains(words), "\(words)")
        }
        #expect(!(dry.output + result.output).contains(Self.name))
        #expect(try naming(wave).isEmpty)
        let again = try Program.run(arguments)
        #expect(again.status == 0 && again.output == "すでに忘れています。することはありません。\n")
        let rerun = try Program.run(["run", wave.path, "--out", wave.out.path])
        #expect(rerun.status == 0 && rerun.errors.contains("忘れることにした団体の行"))
        #expect(try naming(wave).isEmpty)
        #expect(try wave.namesBeside() == ["out", "wave"])
    }

    @Test("as JSON, one line with the counts")
    func json() throws {
        let (wave, arguments) = try ran()
        let result = try Program.run(arguments + ["--json"])
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(result.output.contains(#""decisions_added":1"#) && result.output.contains(#""already":0"#))
        #expect(try Program.run(arguments + ["--json"]).output.contains(#""already":1"#))
        #expect(try naming(wave).isEmpty)
    }

    @Test("what is missing or can't be written is said, and nothing is changed")
    func mistakes() throws {
        let (wave, arguments) = try ran()
        let before = try wave.scratch.url.contents()
        let name = try Program.run(["forget", Self.name, "--wave", wave.path, "--out", wave.out.path])
        #expect(name.status == 2 && name.errors.contains("団体ID「\(Self.name)」はこの出力にありません"))
        for (missing, words) in [("--wave", "--wave に"), ("--out", "--out に")] {
            var rest = arguments
            rest.removeSubrange(rest.firstIndex(of: missing)!...(rest.firstIndex(of: missing)! + 1))
            let result = try Program.run(rest)
            #expect(result.status == 2 && result.errors.contains(words))
        }
        let record = try Program.run(arguments + ["--record", wave.out.appending(path: "findings.csv").path])
        #expect(record.status == 2 && record.errors.contains("--force"))
        #expect(try wave.scratch.url.contents() == before)
    }

    @Test("killed at random points, the same call ends it", arguments: [2024, 2025])
    func kills(seed: UInt64) throws {
        let (wave, arguments) = try ran()
        let saved = wave.scratch.url.appending(path: "saved")
        try FileManager.default.copyItem(at: wave.out, to: saved)
        let start = ContinuousClock.now
        try #require(try Program.run(arguments).status == 0)
        let elapsed = (ContinuousClock.now - start).components
        let length = min(3_000_000, elapsed.seconds * 1_000_000 + elapsed.attoseconds / 1_000_000_000_000)
        var generator = SeededGenerator(seed: seed)
        var killed = 0
        for _ in 0..<8 {
            try FileManager.default.removeItem(at: wave.out)
            try FileManager.default.copyItem(at: saved, to: wave.out)
            try? FileManager.default.removeItem(at: wave.url.appending(path: "decisions.csv"))
            let process = try Program.prepared(arguments)
            try process.run()
            usleep(UInt32.random(in: 0...UInt32(max(1, length)), using: &generator))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            killed += process.terminationReason == .uncaughtSignal ? 1 : 0
            #expect(try Program.run(arguments).status == 0)
            #expect(try naming(wave).allSatisfy { $0.hasPrefix("saved/") })
            let decisions = try String(contentsOf: wave.url.appending(path: "decisions.csv"), encoding: .utf8)
            #expect(decisions.split(separator: "\n").count == 2)
            #expect(try wave.namesBeside() == ["out", "saved", "wave"])
        }
        #expect(killed > 1, "the kills came too late to say anything")
    }
}
