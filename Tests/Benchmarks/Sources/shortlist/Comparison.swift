internal import BenchmarkSupport

/// Each problem with each size: Tsunagi's whole command, then the peers' whole processes.
struct Comparison {
    private let arguments: Arguments
    private let program: String
    private let runs: Int
    private let acceptance: String

    init(_ arguments: Arguments) throws {
        self.arguments = arguments
        guard let program = arguments["program"] else { throw BenchmarkError("--program is missing") }
        self.program = program
        runs = arguments.integer("runs", default: 3)
        acceptance = arguments["acceptance"] ?? "1"
        guard !arguments.words.isEmpty else {
            throw BenchmarkError("Name problems by what their tables begin with: …/cover_s for cover_s_cells.csv")
        }
    }

    func run() throws {
        // Others solve the certain case alone.
        let peers = acceptance == "1" ? Peer.allCases.compactMap { PeerTool($0, arguments) } : []
        let report = Report(
            title: "Shortlists, acceptance \(acceptance)",
            columns: ["problem", "K", "tool", "value", "bound", "gap %", "time", "memory", "× Tsunagi"])
        let sizes = (arguments["sizes"] ?? "18,50").split(separator: ",").compactMap { Int($0) }
        for prefix in arguments.words {
            let tables = Tables(prefix: arguments.absolute(prefix))
            for size in sizes {
                let own = try Measurement(program, command(tables, size), runs: runs)
                report.row(row(tables, size, "Tsunagi", own, own))
                for peer in peers {
                    do {
                        report.row(row(tables, size, peer.version, try peer.solve(tables, size: size), own))
                    } catch {
                        report.row([tables.name, "\(size)", peer.version, "no result", "", "", "", "", ""])
                    }
                }
            }
        }
    }

    private func command(_ tables: Tables, _ size: Int) -> [String] {
        [
            "shortlist", "--cells", tables.cells, "--organizations", tables.organizations, "--pairs", tables.pairs,
            "-k",
            "\(size)", "--acceptance", acceptance, "--json", "--quiet",
        ]
    }

    private func row(
        _ tables: Tables, _ size: Int, _ tool: String, _ measured: Measurement, _ own: Measurement
    ) -> [String] {
        let (value, bound) = (number("objective", measured.output), number("upper_bound", measured.output))
        let gap = bound.flatMap { bound in value.map { bound > 0 ? (bound - $0) / bound * 100 : 0 } }
        return [
            tables.name, "\(size)", tool, value?.text(decimals: 2) ?? "–", bound?.text(decimals: 2) ?? "–",
            gap?.text(decimals: 4) ?? "–", measured.time, measured.memory,
            (measured.seconds / own.seconds).text(decimals: 1),
        ]
    }

    /// The number behind a key of a JSON document, at its first place.
    private func number(_ key: String, _ text: String) -> Double? {
        for line in text.split(whereSeparator: { $0 == "\n" || $0 == "," || $0 == "{" || $0 == "}" }) {
            let parts = line.split(separator: ":").map { $0.filter { !" \"".contains($0) } }
            if parts.count == 2, parts[0] == key { return Double(parts[1]) }
        }
        return nil
    }
}
