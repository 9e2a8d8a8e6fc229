internal import BenchmarkSupport

enum Peer: String, CaseIterable {
    case jageocoder, normalizer

    /// How many addresses of a file it gets, unless told otherwise: some read two a second.
    var usualRows: (option: String, count: Int) {
        switch self {
        case .jageocoder: ("peer-rows", 1000)
        case .normalizer: ("slow-peer-rows", 50)
        }
    }
}

/// A tool of Python's, with what it made of the list of towns.
struct PeerTool {
    private let tool: PythonPeer
    private let scratch: Scratch
    /// What it made of the list.
    private let folder: String
    private let rows: Int

    var version: String { tool.version }

    /// `nil` where it isn't installed, or can't use the list.
    init?(_ peer: Peer, _ arguments: Arguments, scratch: Scratch, list: String, mark: String) {
        rows = arguments.integer(peer.usualRows.option, default: peer.usualRows.count)
        guard rows > 0, let tool = PythonPeer(peer.rawValue, script: "Peers/addresses.py", arguments) else {
            return nil
        }
        self.tool = tool
        self.scratch = scratch
        folder = "\(scratch.path)/\(peer.rawValue)-\(mark)"
        do {
            try build(list)
        } catch {
            BenchmarkLog.line("\(version) is left out: \(error)")
            return nil
        }
    }

    private func build(_ list: String) throws {
        let name = String(folder.dropFirst(scratch.path.count + 1))
        _ = try scratch.file(name) { unfinished in
            BenchmarkLog.line("\(version) makes its dictionary")
            let measured = try tool.measure(["build", list, unfinished], runs: 1)
            BenchmarkLog.line("\(version): \(measured.time), \(measured.memory)")
        }
    }

    /// - Returns: where its results are, of how many addresses, and how long it read at them.
    func read(_ cases: String, name: String) throws -> (path: String, rows: Int, seconds: Double) {
        let sample = "\(scratch.path)/sample-\(tool.name).csv"
        let path = "\(scratch.path)/\(tool.name)-\(name).csv"
        _ = try Measurement(Arguments.program, ["sample", cases, sample, "--count", "\(rows)"], runs: 1)
        let measured = try tool.measure(["read", folder, sample, path], runs: 1)
        let figures = measured.output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard figures.count == 2 else { throw BenchmarkError("\(version): \(measured.output)") }
        return (path, Int(figures[0]), figures[1])
    }
}
