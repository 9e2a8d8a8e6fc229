internal import BenchmarkSupport

enum Peer: String, CaseIterable {
    /// PySAL's, with the pairs that SciPy's k-d tree finds.
    case access
    /// NumPy and SciPy, part by part, without a list of all pairs.
    case stream
}

/// A tool of Python's that measures the same.
struct PeerTool {
    private let peer: Peer
    private let tool: PythonPeer
    /// Address space in GB, beyond which the peer is stopped.
    private let memory: String

    /// `nil` where it isn't installed, or isn't among `--peers`.
    init?(_ peer: Peer, _ arguments: Arguments) {
        guard let tool = PythonPeer(peer.rawValue, script: "Peers/access.py", arguments) else { return nil }
        self.peer = peer
        self.tool = tool
        memory = arguments["memory"] ?? "14"
    }

    var name: String { tool.name }
    var version: String { tool.version }
    var measures: String { measuresAll ? "e2sfca,bfca,count" : "e2sfca" }
    var measuresAll: Bool { peer == .stream }

    func measure(_ demand: String, _ supply: String, to output: String) throws -> Measurement {
        try tool.measure([demand, supply, Comparison.catchment, Comparison.sigma, output, memory])
    }
}
