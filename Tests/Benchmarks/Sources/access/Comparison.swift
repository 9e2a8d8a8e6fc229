internal import BenchmarkSupport

/// The table: Tsunagi and its peers on one city after the other, each in a process of its own.
struct Comparison {
    private let arguments: Arguments
    private let scratch: Scratch
    private let program: String
    private let runs: Int
    private let seed: UInt64

    static let catchment = "2000"
    static let sigma = "1000"

    init(_ arguments: Arguments) throws {
        self.arguments = arguments
        scratch = try Scratch("\(arguments["scratch"] ?? "scratch")/access")
        runs = arguments.integer("runs", default: 5)
        seed = UInt64(arguments.integer("seed", default: 1))
        guard let program = arguments["program"] else { throw BenchmarkError("--program names no tsunagi") }
        self.program = program
    }

    func run() throws {
        let cities = City.all.filter { arguments.words.isEmpty || arguments.words.contains($0.name) }
        guard !cities.isEmpty else {
            throw BenchmarkError("no such city: \(arguments.words.joined(separator: ", "))")
        }
        let peers = Peer.allCases.compactMap { PeerTool($0, arguments) }
        let report = Report(
            title: "Access",
            columns: [
                "city", "tool", "measures", "time", "× Tsunagi", "processor", "peak memory", "largest difference",
            ])
        for city in cities { try compare(city, peers, report) }
    }

    private func compare(_ city: City, _ peers: [PeerTool], _ report: Report) throws {
        let files = try city.files(scratch, seed: seed)
        let own = "\(scratch.path)/own.csv"
        var times: [Double] = []
        for measures in ["e2sfca", "e2sfca,bfca,count,nearest"] {
            let measured = try Measurement(
                program,
                [
                    "access", "--demand", files.demand, "--supply", files.supply, "--catchment", Self.catchment,
                    "--weights", "gaussian:\(Self.sigma)", "--measures", measures, "--output", own, "--force",
                    "--quiet",
                ], runs: runs)
            times.append(measured.seconds)
            report.row(
                [
                    city.name, "`tsunagi access`", measures, measured.time, "1", measured.processorTime,
                    measured.memory, "",
                ])
        }
        let values = try ResultTable(own)
        BenchmarkLog.line("\(city.name): \(Int(values.sum("count"))) pairs")
        for peer in peers {
            let output = "\(scratch.path)/\(peer.name).csv"
            do {
                let measured = try peer.measure(files.demand, files.supply, to: output)
                // Against as much as the peer measures.
                let ratio = measured.seconds / max(peer.measuresAll ? times[1] : times[0], 0.001)
                report.row([
                    city.name, peer.version, peer.measures, measured.time, ratio.text(decimals: 0),
                    measured.processorTime, measured.memory, try values.difference(from: ResultTable(output)),
                ])
            } catch {
                report.remark("\(city.name), \(peer.version): \(error)")
            }
        }
    }
}
