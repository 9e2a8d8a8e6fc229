internal import BenchmarkSupport

/// The table: Tsunagi and its peers on one pair of lists after the other, each in a process of its own.
struct Comparison {
    private let arguments: Arguments
    private let scratch: Scratch
    private let program: String
    private let data: String
    private let runs: Int

    /// Two lists and the pairs of records that are one organisation.
    private struct Task {
        let a: String
        let b: String
        let truth: String
    }

    init(_ arguments: Arguments) throws {
        self.arguments = arguments
        scratch = try Scratch("\(arguments["scratch"] ?? "scratch")/linkage")
        data = arguments["data"] ?? "../../Data"
        runs = arguments.integer("runs", default: 3)
        guard let program = arguments["program"] else { throw BenchmarkError("--program names no tsunagi") }
        self.program = program
    }

    func run() throws {
        let files = arguments.words.map(arguments.absolute)
        guard !files.isEmpty else {
            BenchmarkLog.line("No lists, nothing is measured: run linkage A.csv B.csv PAIRS.csv …. See README.md.")
            return
        }
        guard files.count % 3 == 0 else { throw BenchmarkError("lists come in threes: A.csv B.csv PAIRS.csv …") }
        let tasks = stride(from: 0, to: files.count, by: 3).map {
            Task(a: files[$0], b: files[$0 + 1], truth: files[$0 + 2])
        }
        let peers = Peer.allCases.compactMap { PeerTool($0, arguments, data: data) }
        let report = Report(
            title: "Linkage",
            columns: ["lists", "tool", "F1", "precision", "recall", "time", "× Tsunagi", "processor", "peak memory"])
        for task in tasks { try compare(task, peers, report) }
    }

    private func compare(_ task: Task, _ peers: [PeerTool], _ report: Report) throws {
        let name = task.a.split(separator: "/").last.map(String.init) ?? task.a
        let links = "\(scratch.path)/pairs.csv"
        let measured = try link(task, to: links, [])
        func row(_ tool: String, _ score: Score?, _ other: Measurement) {
            report.row(
                [name, tool] + (score?.cells ?? ["", "", ""]) + [
                    other.time, (other.seconds / max(measured.seconds, 0.001)).text(decimals: 1), other.processorTime,
                    other.memory,
                ])
        }
        row("`tsunagi link`", try Score(links: links, truth: task.truth), measured)
        try train(task, row)
        for peer in peers {
            do {
                let theirs = try peer.link(task.a, task.b, to: links)
                row(peer.version, try Score(links: links, truth: task.truth), theirs)
            } catch {
                report.remark("\(peer.version): \(error)")
            }
        }
    }

    /// With the weights that the same lists teach.
    private func train(_ task: Task, _ row: (String, Score?, Measurement) -> Void) throws {
        let (model, links) = ("\(scratch.path)/weights.json", "\(scratch.path)/trained.csv")
        let training: Measurement
        do {
            training = try Measurement(
                program, ["link", "train", task.a, task.b, "--output", model, "--force", "--quiet"], runs: runs,
                accepting: [0, 1])
        } catch {
            // Lists that share too little teach nothing.
            BenchmarkLog.line("\(error)")
            return
        }
        row("`tsunagi link train`", nil, training)
        let measured = try link(task, to: links, ["--model", model])
        row("`tsunagi link --model` with these weights", try Score(links: links, truth: task.truth), measured)
    }

    private func link(_ task: Task, to output: String, _ options: [String]) throws -> Measurement {
        try Measurement(
            program, ["link", task.a, task.b, "--output", output, "--force", "--quiet"] + options, runs: runs,
            accepting: [0, 1])
    }
}
