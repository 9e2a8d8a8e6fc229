import Foundation
import TestSupport
import Testing

/// Every message that a person can cause: file, sheet, row, column, what was found and what was expected.
@Suite("Mistakes of people")
struct MistakeTests {
    @Test("stop the run, and nothing is written", arguments: Mistake.stopping.map(\.name))
    func stopping(name: String) throws {
        let mistake = try #require(Mistake.stopping.first { $0.name == name })
        let wave = try WaveFolder()
        try mistake.make(wave)
        let before = try wave.scratch.url.contents()
        let result = try Program.run(["run", wave.path, "--out", wave.out.path] + mistake.arguments)
        #expect(result.status == 2)
        #expect(result.errors.contains(mistake.message), "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(try wave.scratch.url.contents() == before)
    }

    @Test("are findings with their row, and the run goes on", arguments: Mistake.findings.map(\.name))
    func findings(name: String) throws {
        let mistake = try #require(Mistake.findings.first { $0.name == name })
        let wave = try WaveFolder()
        try mistake.make(wave)
        let result = try Program.run(["run", wave.path, "--out", wave.out.path] + mistake.arguments)
        #expect(result.status == (mistake.message.hasPrefix("error") ? 1 : 0), "\(result.errors)")
        let findings = try String(contentsOf: wave.out.appending(path: "findings.csv"), encoding: .utf8)
        #expect(findings.replacing("\"", with: "").contains(mistake.message), "\(findings.suffix(3000))")
    }

    @Test("in answers are findings, each with its row")
    func answers() throws {
        let wave = try WaveFolder()
        try wave.append(AnswerMistake.all.map { $0.row + "\n" }.joined(), to: "04_メール回答.csv")
        #expect(try Program.run(["run", wave.path, "--out", wave.out.path]).status == 1)
        let findings = try String(contentsOf: wave.out.appending(path: "findings.csv"), encoding: .utf8)
            .replacing("\"", with: "")
        for (place, mistake) in AnswerMistake.all.enumerated() {
            let finding = mistake.finding.replacing("ROW", with: "\(AnswerMistake.firstRow + place)")
            #expect(findings.contains(finding), "\(mistake.name)")
        }
    }
}
