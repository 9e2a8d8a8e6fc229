import Foundation
import Model
import Pipeline
import Synchronization
import Testing

@testable import tsunagi

@Suite("Progress")
struct ProgressReporterTests {
    /// What a reporter writes while the stages begin at the given times after its start, in milliseconds.
    private func written(
        at times: [(Int, Stage)], isQuiet: Bool = false, json: Bool = false, isTerminal: Bool = true
    ) -> [String] {
        let texts = Mutex<[String]>([])
        let start = ContinuousClock.now
        let elapsed = Mutex(0)
        let reporter = ProgressReporter(
            language: .japanese, isQuiet: isQuiet, json: json, isTerminal: isTerminal,
            now: { start + .milliseconds(elapsed.withLock { $0 }) },
            write: { text, _ in texts.withLock { $0.append(text) } })
        for (time, stage) in times {
            elapsed.withLock { $0 = time }
            reporter.report(.began(stage))
        }
        reporter.finish()
        return texts.withLock { $0 }
    }

    @Test("a run of less than half a second shows nothing")
    func short() {
        #expect(written(at: [(0, .prepare), (100, .read), (500, .write)]).isEmpty)
    }

    @Test("a longer one shows a single line that is overwritten and taken off at the end")
    func long() {
        let texts = written(at: [(0, .prepare), (501, .read), (900, .coverage)])
        #expect(texts == ["\r\u{1B}[Kファイルの読み取り…", "\r\u{1B}[K空白の判定…", "\r\u{1B}[K"])
        #expect(!texts.contains { $0.contains("\n") })
    }

    @Test("nothing without a terminal or when quiet", arguments: [(true, true), (false, false), (true, false)])
    func silent(isQuiet: Bool, isTerminal: Bool) {
        #expect(written(at: [(900, .read)], isQuiet: isQuiet, isTerminal: isTerminal).isEmpty)
    }

    @Test("events instead of a line with --json")
    func events() {
        #expect(written(at: [(900, .read)], json: true) == ["{\"event\":\"stage_began\",\"stage\":\"read\"}\n"])
    }
}
