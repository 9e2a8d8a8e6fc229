/// A tool of Python's that does the same, by a script in `Peers` that takes its name and a task; the task `version` says
/// what it is.
public struct PythonPeer {
    public let name: String
    public let version: String
    private let python: String
    private let script: String
    private let runs: Int

    /// `nil` where it isn't installed, or isn't among `--peers`.
    public init?(_ name: String, script: String, _ arguments: Arguments) {
        self.name = name
        self.script = script
        python = arguments["python"] ?? "python3"
        runs = arguments.integer("peer-runs", default: 1)
        let wanted = arguments["peers"]?.split(separator: ",").map(String.init)
        guard wanted?.contains(name) != false else { return nil }
        guard let asked = try? ChildProcess(python, [script, name, "version"]), asked.status == 0 else {
            BenchmarkLog.line("\(name) is not installed for \(python)")
            return nil
        }
        version = asked.output.split(separator: "\n").joined()
    }

    /// - Parameter runs: `nil` for those of `--peer-runs`.
    /// - Throws: `BenchmarkError` when a run fails.
    public func measure(_ task: [String], runs: Int? = nil) throws(BenchmarkError) -> Measurement {
        try Measurement(python, [script, name] + task, runs: runs ?? self.runs)
    }
}
