internal import BenchmarkSupport

enum Peer: String, CaseIterable {
    case cbc, highs, spopt
}

/// A solver of Python's for weighted maximum cover.
struct PeerTool {
    let peer: Peer
    let version: String
    private let python: String
    private let runs: Int
    private let limit: String

    private static let script = "Peers/shortlist.py"

    /// `nil` where it isn't installed, or isn't among `--peers`.
    init?(_ peer: Peer, _ arguments: Arguments) {
        self.peer = peer
        python = arguments["python"] ?? "python3"
        runs = arguments.integer("peer-runs", default: 1)
        limit = arguments["limit"] ?? "100"
        let wanted = arguments["peers"]?.split(separator: ",").map(String.init)
        guard wanted?.contains(peer.rawValue) != false else { return nil }
        guard let asked = try? ChildProcess(python, [Self.script, peer.rawValue, "version"]), asked.status == 0 else {
            BenchmarkLog.line("\(peer.rawValue) is not installed for \(python)")
            return nil
        }
        version = asked.output.split(separator: "\n").joined()
    }

    /// One line on its standard output: value and bound.
    func solve(_ tables: Tables, size: Int) throws -> Measurement {
        try Measurement(
            python, [Self.script, peer.rawValue, tables.cells, tables.organizations, tables.pairs, "\(size)", limit],
            runs: runs)
    }
}

/// Three tables of one problem: `<prefix>_cells.csv`, `<prefix>_orgs.csv`, `<prefix>_pairs.csv`.
struct Tables {
    let name: String
    let cells: String
    let organizations: String
    let pairs: String

    init(prefix: String) {
        name = prefix.split(separator: "/").last.map(String.init) ?? prefix
        (cells, organizations, pairs) = ("\(prefix)_cells.csv", "\(prefix)_orgs.csv", "\(prefix)_pairs.csv")
    }
}
