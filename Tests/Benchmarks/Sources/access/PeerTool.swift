internal import BenchmarkSupport

enum Peer: String, CaseIterable {
    /// PySAL's, with the pairs that SciPy's k-d tree finds.
    case access
    /// NumPy and SciPy, part by part, without a list of all pairs.
    case stream
}

/// A tool of Python's that measures the same.
struct PeerTool {
    let version: String
    private let peer: Peer
    private let python: String
    private let runs: Int
    /// Address space in GB, beyond which the peer is stopped.
    private let memory: String

    private static let script = "Peers/access.py"

    /// `nil` where it isn't installed, or isn't among `--peers`.
    init?(_ peer: Peer, _ arguments: Arguments) {
        self.peer = peer
        python = arguments["python"] ?? "python3"
        runs = arguments.integer("peer-runs", default: 1)
        memory = arguments["memory"] ?? "14"
        let wanted = arguments["peers"]?.split(separator: ",").map(String.init)
        guard wanted?.contains(peer.rawValue) != false else { return nil }
        guard let asked = try? ChildProcess(python, [Self.script, peer.rawValue, "version"]), asked.status == 0 else {
            BenchmarkLog.line("\(peer.rawValue) is not installed for \(python)")
            return nil
        }
        version = asked.output.split(separator: "\n").joined()
    }

    var name: String { peer.rawValue }
    var measures: String { measuresAll ? "e2sfca,bfca,count" : "e2sfca" }
    var measuresAll: Bool { peer == .stream }

    func measure(_ demand: String, _ supply: String, to output: String) throws -> Measurement {
        try Measurement(
            python,
            [Self.script, name, demand, supply, Comparison.catchment, Comparison.sigma, output, memory], runs: runs)
    }
}
