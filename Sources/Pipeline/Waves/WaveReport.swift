public import FoundationEssentials
internal import Glibc
public import Model

/// How one wave of a folder ended.
public struct WaveReport: Sendable {
    public enum Status: String, Sendable, CaseIterable {
        case done
        /// With findings of severity `error`.
        case doneWithErrors = "done_with_errors"
        case failed
        /// Since the wave whose output it needs has none, or because of an interruption.
        case notRun = "not_run"
        case interrupted
    }

    /// What was counted, as the wave's run said.
    public struct Counts: Sendable, Decodable, Equatable {
        public let organizations: Int
        public let asked: Int
        public let answered: Int
        public let members: Int
        public let picks: Int
        public let findings: Int
        public let errors: Int
        public let warnings: Int
    }

    /// Why there is no output, or no new one.
    public enum Reason: Sendable, Equatable {
        /// The first thing that the wave's run said.
        case message(String)
        case signal(Int32)
        /// The process couldn't be started.
        case notStarted(String)
        /// The wave that it was to follow, by the name of its folder.
        case earlierFailed(String)
    }

    /// Name of its folder.
    public let name: String
    public let id: String
    public let label: String
    public let output: URL
    public let status: Status
    /// 128 and the number of the signal that ended it, as a shell has it; `nil` where nothing ran.
    public let exitStatus: Int32?
    public let counts: Counts?
    public let reason: Reason?
}

extension WaveReport.Reason {
    public func sentence(in language: Language) -> String {
        switch self {
        case .message(let text): text
        case .signal(let number): Self.sentence(signal: number, in: language)
        case .notStarted(let text):
            Self.words("プロセスを始められません（\(text)）", "the process could not be started (\(text))", language)
        case .earlierFailed(let name):
            Self.words(
                "前回にあたる「\(name)」が終わらなかったので、実行していません",
                "not run, since the wave before it, \"\(name)\", did not end well", language)
        }
    }

    private static func sentence(signal number: Int32, in language: Language) -> String {
        let (japanese, english) =
            switch number {
            case SIGKILL:
                (
                    "外から強制終了されました（SIGKILL）。メモリが足りないときにも起こります",
                    "killed from outside (SIGKILL), which also happens when memory runs out"
                )
            case SIGINT, SIGTERM, SIGHUP, SIGQUIT: ("外から止められました（\(number)）", "stopped from outside (\(number))")
            case SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS:
                (
                    "プログラムの誤りで止まりました（シグナル \(number)）。開発者に知らせてください",
                    "stopped by a fault in the program (signal \(number)); please tell its developers"
                )
            case SIGXCPU: ("使える計算時間の上限に達しました（SIGXCPU）", "the limit on computing time was reached (SIGXCPU)")
            case SIGXFSZ: ("書けるファイルの大きさの上限に達しました（SIGXFSZ）", "the limit on the size of files was reached (SIGXFSZ)")
            default: ("シグナル \(number) で止まりました", "ended by signal \(number)")
            }
        return words(japanese, english, language)
    }

    private static func words(_ japanese: String, _ english: String, _ language: Language) -> String {
        language == .japanese ? japanese : english
    }
}

/// How the waves of a folder ended.
public struct BatchOutcome: Sendable {
    /// In the order of their folders' names.
    public let reports: [WaveReport]
    /// `waves.csv`
    public let table: URL
    public let isInterrupted: Bool

    public func reports(_ status: WaveReport.Status) -> [WaveReport] { reports.filter { $0.status == status } }
}
