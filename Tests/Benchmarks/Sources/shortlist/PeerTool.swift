internal import BenchmarkSupport

enum Peer: String, CaseIterable {
    case cbc, highs, spopt
}

/// A solver of Python's for weighted maximum cover.
struct PeerTool {
    private let tool: PythonPeer
    private let limit: String

    /// `nil` where it isn't installed, or isn't among `--peers`.
    init?(_ peer: Peer, _ arguments: Arguments) {
        guard let tool = PythonPeer(peer.rawValue, script: "Peers/shortlist.py", arguments) else { return nil }
        self.tool = tool
        limit = arguments["limit"] ?? "100"
    }

    var version: String { tool.version }

    /// One line on its standard output: value and bound.
    func solve(_ tables: Tables, size: Int) throws -> Measurement {
        try tool.measure([tables.cells, tables.organizations, tables.pairs, "\(size)", limit])
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
