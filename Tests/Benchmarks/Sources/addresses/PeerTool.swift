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
    let version: String
    private let peer: Peer
    private let python: String
    private let scratch: Scratch
    /// What it made of the list.
    private let folder: String
    private let rows: Int

    private static let script = "Peers/addresses.py"

    /// `nil` where it isn't installed, or can't use the list.
    init?(_ peer: Peer, _ arguments: Arguments, scratch: Scratch, list: String, mark: String) {
        self.peer = peer
        self.scratch = scratch
        python = arguments["python"] ?? "python3"
        rows = arguments.integer(peer.usualRows.option, default: peer.usualRows.count)
        folder = "\(scratch.path)/\(peer.rawValue)-\(mark)"
        guard rows > 0, let asked = try? ChildProcess(python, [Self.script, peer.rawValue, "version"]),
            asked.status == 0
        else {
            BenchmarkLog.line("\(peer.rawValue) is left out, or not installed for \(python)")
            return nil
        }
        version = asked.output.split(separator: "\n").joined()
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
            let measured = try Measurement(python, [Self.script, peer.rawValue, "build", list, unfinished], runs: 1)
            BenchmarkLog.line("\(version): \(measured.time), \(measured.memory)")
        }
    }

    /// - Returns: where its results are, of how many addresses, and how long it read at them.
    func read(_ cases: String, name: String) throws -> (path: String, rows: Int, seconds: Double) {
        let sample = "\(scratch.path)/sample-\(peer.rawValue).csv"
        let path = "\(scratch.path)/\(peer.rawValue)-\(name).csv"
        _ = try Measurement(Arguments.program, ["sample", cases, sample, "--count", "\(rows)"], runs: 1)
        let measured = try Measurement(
            python, [Self.script, peer.rawValue, "read", folder, sample, path], runs: 1)
        let figures = measured.output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard figures.count == 2 else { throw BenchmarkError("\(version): \(measured.output)") }
        return (path, Int(figures[0]), figures[1])
    }
}
