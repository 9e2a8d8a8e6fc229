internal import BenchmarkSupport

enum Peer: String, CaseIterable {
    case splink
    /// With a rule against siblings in one office.
    case splinkWithRule = "splink-rule"
    case rapidfuzz
}

/// A tool of Python's that links lists, after Japanese normalisation.
struct PeerTool {
    private let tool: PythonPeer
    private let data: String

    /// `nil` where it isn't installed, or isn't among `--peers`.
    init?(_ peer: Peer, _ arguments: Arguments, data: String) {
        guard let tool = PythonPeer(peer.rawValue, script: "Peers/linkage.py", arguments) else { return nil }
        self.tool = tool
        self.data = data
    }

    var version: String { tool.version }

    func link(_ a: String, _ b: String, to output: String) throws -> Measurement {
        try tool.measure([data, a, b, output])
    }
}
