internal import BenchmarkSupport

enum Peer: String, CaseIterable {
    case splink
    /// With a rule against siblings in one office.
    case splinkWithRule = "splink-rule"
    case rapidfuzz
}

/// A tool of Python's that links lists, after Japanese normalisation.
struct PeerTool {
    let version: String
    private let peer: Peer
    private let python: String
    private let data: String
    private let runs: Int

    private static let script = "Peers/linkage.py"

    /// `nil` where it isn't installed, or isn't among `--peers`.
    init?(_ peer: Peer, _ arguments: Arguments, data: String) {
        self.peer = peer
        self.data = data
        python = arguments["python"] ?? "python3"
        runs = arguments.integer("peer-runs", default: 1)
        let wanted = arguments["peers"]?.split(separator: ",").map(String.init)
        guard wanted?.contains(peer.rawValue) != false else { return nil }
        guard let asked = try? ChildProcess(python, [Self.script, peer.rawValue, "version"]), asked.status == 0 else {
            BenchmarkLog.line("\(peer.rawValue) is not installed for \(python)")
            return nil
        }
        version = asked.output.split(separator: "\n").joined()
    }

    func link(_ a: String, _ b: String, to output: String) throws -> Measurement {
        try Measurement(python, [Self.script, peer.rawValue, data, a, b, output], runs: runs)
    }
}
