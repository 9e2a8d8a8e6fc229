import Foundation
import TestSupport
import Testing

/// The program as a shell sees it.
@Suite("Exit status and streams")
struct ExitStatusTests {
    @Test("0 when all is well: the summary on standard output, findings on standard error")
    func done() throws {
        let wave = try WaveFolder()
        let result = try Program.run(["run", wave.path, "--out", wave.out.path])
        #expect(result.status == 0)
        #expect(result.output.contains("調査対象 619、回答 145、PF参加 18"))
        #expect(result.output.contains("\(wave.out.path)/report.html"))
        #expect(result.errors.contains("double_answer"))
        #expect(!result.errors.contains("\u{1B}"), "no progress without a terminal")
    }

    @Test("1 when done with findings of severity error, and the output is there")
    func doneWithErrors() throws {
        let wave = try WaveFolder()
        try wave.append("2024/11/10,,所在地,096-000-0000,1,4,,1,5,,5,2,1,2,,1,2,1\n", to: "04_メール回答.csv")
        let result = try Program.run(["run", wave.path, "--out", wave.out.path])
        #expect(result.status == 1)
        #expect(result.errors.contains("エラー 1件 name_missing　例：04_メール回答.csv 9行「団体名」"))
        #expect(FileManager.default.fileExists(atPath: wave.out.appending(path: "report.html").path))
    }

    @Test("2 when it can't run, and nothing is written", arguments: ["ja", "en"])
    func couldNotRun(language: String) throws {
        let wave = try WaveFolder()
        try FileManager.default.removeItem(at: wave.url.appending(path: "04_メール回答.csv"))
        let result = try Program.run(["run", wave.path, "--out", wave.out.path, "--lang", language])
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(
            result.errors.contains(
                language == "ja"
                    ? "エラー wave.yaml 105行「file」：ファイル「04_メール回答.csv」がありません。近い名前：02_Web回答.csv"
                    : "error wave.yaml row 105 \"file\": no such file \"04_メール回答.csv\"; the nearest name: 02_"))
        #expect(!FileManager.default.fileExists(atPath: wave.out.path))
    }

    @Test(
        "2 for wrong arguments, in the language of the reader",
        arguments: [
            (["run"], "引数 <wave> が足りません"), (["run", "x"], "引数 --out <folder> が足りません"), (["rum"], "知らないコマンド"),
            (["run", "x", "--out", "y", "--ouput", "z"], "というオプションはありません。もしかして '--out' ですか"),
            (["check", "x", "--lang", "fr"], "に 'fr' は使えません"), (["run", "", "--out", "y"], "フォルダ名が空です"),
            (["run", "--lang=en"], "Missing expected argument"),
        ])
    func wrongArguments(arguments: [String], expected: String) throws {
        let result = try Program.run(arguments)
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(expected), "\(result.errors)")
    }

    @Test("check writes nothing and lists the sources")
    func check() throws {
        let wave = try WaveFolder()
        let before = try wave.scratch.url.contents()
        let result = try Program.run(["check", wave.path])
        #expect(result.status == 0)
        #expect(result.output.contains("01_調査対象名簿.xlsx［名簿］ 調査対象名簿 626行"))
        #expect(result.output.split(separator: "\n").count == 5)
        #expect(try wave.scratch.url.contents() == before)
    }

    @Test("130 when interrupted, and nothing is left behind")
    func interrupted() throws {
        let wave = try WaveFolder()
        let process = try Program.prepared(["run", wave.path, "--out", wave.out.path])
        try process.run()
        // The signal may come before the handler is there or after the end; both are ends of their own.
        usleep(20_000)
        process.interrupt()
        process.waitUntilExit()
        #expect([0, 130, SIGINT].contains(process.terminationStatus))
        if process.terminationReason == .exit, process.terminationStatus == 130 {
            #expect(!FileManager.default.fileExists(atPath: wave.out.path))
        }
        #expect(try Program.run(["run", wave.path, "--out", wave.out.path]).status == 0)
        #expect(try wave.namesBeside() == ["out", "wave"])
    }

    @Test("--json gives an object a line, from the first stage to the end")
    func json() throws {
        let wave = try WaveFolder()
        let result = try Program.run(["run", wave.path, "--out", wave.out.path, "--json"])
        let events = try result.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(events.first?["event"] as? String == "stage_began")
        #expect(events.last?["event"] as? String == "done")
        #expect(events.last?["asked"] as? Int == 619)
        #expect(events.contains { $0["stage"] as? String == "coverage" && $0["seconds"] is Double })
    }

    @Test("the log names stages and never a value of a cell")
    func log() throws {
        let wave = try WaveFolder()
        let result = try Program.run(["run", wave.path, "--out", wave.out.path, "--log-level", "trace"])
        let log = result.errors.split(separator: "\n").filter { $0.contains("debug") || $0.contains("trace") }
        #expect(log.contains { $0.contains("stage=geocode") })
        #expect(!log.contains { $0.contains("096-") || $0.contains("代表") || $0.contains("@example.jp") })
    }
}
