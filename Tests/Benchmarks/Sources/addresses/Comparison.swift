internal import BenchmarkSupport

/// The tables: what the program takes, and how much is right, beside those that it is compared with.
struct Comparison {
    private let arguments: Arguments
    private let scratch: Scratch
    private let program: String
    private let data: String
    private let runs: Int

    init(_ arguments: Arguments) throws {
        self.arguments = arguments
        scratch = try Scratch("\(arguments["scratch"] ?? "scratch")/addresses")
        data = arguments["data"] ?? "../../Data"
        runs = arguments.integer("runs", default: 3)
        guard let program = arguments["program"] else { throw BenchmarkError("--program names no tsunagi") }
        self.program = program
    }

    func run() throws {
        guard let list = arguments.path("list") else {
            BenchmarkLog.line("--list names no national list of towns: nothing is measured. See README.md.")
            return
        }
        let report = Report(title: "Addresses", columns: ["what", "bar", "time", "processor", "speed", "peak memory"])
        let gazetteer = "\(scratch.path)/national.gazetteer"
        try importing(list, gazetteer, report)
        try start(gazetteer, report)
        try million(gazetteer, report)
        try robustness(gazetteer, report)

        // The same list has the same files.
        let mark = "\(Scratch.size(of: list))"
        let count = arguments.integer("case-count", default: 20_000)
        let generated = try scratch.file("cases-\(count)-\(mark).csv") { path in
            _ = try Measurement(Arguments.program, ["cases", gazetteer, path, "--count", "\(count)"], runs: 1)
        }
        let peers = Peer.allCases.compactMap { peer in
            PeerTool(peer, arguments, scratch: scratch, list: list, mark: mark)
        }
        let accuracy = Accuracy(arguments, scratch: scratch, gazetteer: gazetteer, data: data, peers: peers)
        try accuracy.run([generated] + arguments.words.map(arguments.absolute))
    }

    // MARK: Rows of the table

    private func importing(_ list: String, _ gazetteer: String, _ report: Report) throws {
        let measured = try Measurement(
            program, ["gazetteer", "import", list, "--output", gazetteer, "--force"], runs: runs, accepting: [0, 1])
        report.row([
            "import of the list, \(megabytes(list)), into \(megabytes(gazetteer))", "2 s", measured.time,
            measured.processorTime, "", measured.memory,
        ])
    }

    private func start(_ gazetteer: String, _ report: Report) throws {
        let one = "\(scratch.path)/one.csv"
        try OutputFile.write("所在地\n熊本県熊本市中央区手取本町1-1\n", to: one)
        let measured = try Measurement(
            program, ["geocode", one, "--gazetteer", gazetteer, "--quiet"], runs: runs * 3, accepting: [0, 1])
        report.row([
            "start: `tsunagi geocode` of one address", "0.1 s, 200 MB", "\(measured.seconds.text(decimals: 3)) s",
            "\(measured.processorSeconds.text(decimals: 3)) s", "", measured.memory,
        ])
    }

    private func million(_ gazetteer: String, _ report: Report) throws {
        let count = arguments.integer("count", default: 1_000_000)
        let file = try scratch.file("addresses-\(count)-\(Scratch.size(of: gazetteer)).csv") { path in
            BenchmarkLog.line("making \(path)")
            _ = try Measurement(Arguments.program, ["write", gazetteer, path, "--count", "\(count)"], runs: 1)
        }
        let core = arguments["core"] ?? "0"
        let measured = try Measurement(
            "taskset",
            [
                "-c", core, program, "geocode", file, "--gazetteer", gazetteer, "--output",
                "\(scratch.path)/located.csv", "--force", "--quiet",
            ], runs: runs, accepting: [0, 1])
        report.row([
            "`tsunagi geocode` of \(count) addresses, \(megabytes(file)), on one core", "200,000/s", measured.time,
            measured.processorTime,
            "\(measured.speed(count: count)); \(measured.processorSpeed(count: count)) of the processor",
            measured.memory,
        ])
    }

    private func robustness(_ gazetteer: String, _ report: Report) throws {
        let count = arguments.integer("count", default: 1_000_000)
        let failures = "\(scratch.path)/slowest.txt"
        let measured = try Measurement(
            Arguments.program,
            ["robustness", gazetteer, data, "--count", "\(count)", "--failures", failures], runs: 1)
        let result = try Robustness.Result(line: measured.output)
        let slowest = (Double(result.slowest) / 1e6).text(decimals: 3)
        let mean = (Double(result.sum) / Double(max(1, result.count)) / 1000).text(decimals: 1)
        report.row([
            "\(result.count) mutated addresses, \(result.bytes / max(1, result.count)) bytes each, no crash",
            "1 ms the slowest", "\(slowest) ms the slowest (\(result.slowestSize) bytes), \(mean) µs the mean",
            measured.processorTime, "\(result.overBar) over the bar", measured.memory,
        ])
        BenchmarkLog.line("the slowest ones: \(failures)")
    }

    private func megabytes(_ file: String) -> String {
        "\((Double(Scratch.size(of: file)) / 1e6).text(decimals: 0)) MB"
    }
}
