internal import BenchmarkSupport

/// The table: every file through our reader and through those that it is compared with.
struct Comparison {
    private let scratch: Scratch
    private let arguments: Arguments
    private let rows: Int

    init(_ arguments: Arguments) throws {
        self.arguments = arguments
        scratch = try Scratch(arguments["scratch"] ?? "scratch")
        // A million rows of CSV, and a fifth of that of a workbook.
        rows = arguments.integer("rows", default: 1_000_000)
    }

    func run() throws {
        let folder = try Scratch("\(scratch.path)/wave-\(rows)")
        let utf8 = try folder.file("answers.csv") { try make("csv", $0, rows) }
        let cp932 = try scratch.file("answers-\(rows)-cp932.csv") { path in
            let converted = try ChildProcess("sh", ["-c", #"iconv -f UTF-8 -t CP932 "$1" >"$2""#, "sh", utf8, path])
            guard converted.status == 0 else { throw BenchmarkError("iconv: \(converted.status)") }
        }
        let wide = try scratch.file("wide-\(rows / 5).xlsx") { try make("wide", $0, rows / 5) }
        let narrow = try scratch.file("narrow-\(rows / 5).xlsx") { try make("narrow", $0, rows / 5) }
        try Files.writeWave(folder.path, csv: "answers.csv")

        let report = Report(title: "Reading", columns: ["file", "reader", "time", "processor", "speed", "peak memory"])
        try text("CSV, UTF-8", utf8, encoding: "utf-8", report)
        try text("CSV, CP932", cp932, encoding: "cp932", report)
        try workbook("XLSX, 20 columns", wide, report)
        try workbook("XLSX, 5 columns", narrow, report)
        try wholeCommand(folder.path, utf8, report)
    }

    private func make(_ kind: String, _ path: String, _ rows: Int) throws {
        BenchmarkLog.line("making \(path)")
        _ = try Measurement(Arguments.program, [kind, path, "--rows", String(rows)], runs: 1)
    }

    private func text(_ title: String, _ path: String, encoding: String, _ report: Report) throws {
        try ours(title, path, report)
        for peer in ["csv", "pandas"] { try theirs(peer, title, path, [encoding], report) }
    }

    private func workbook(_ title: String, _ path: String, _ report: Report) throws {
        try ours(title, path, report)
        for peer in ["calamine", "openpyxl"] { try theirs(peer, title, path, [], report) }
    }

    private func ours(_ title: String, _ path: String, _ report: Report) throws {
        for (task, name) in [("rows", "**Tsunagi**, rows"), ("texts", "Tsunagi, a string for every cell")] {
            let runs = arguments.integer("runs", default: 3)
            line(title, path, name, try Measurement(Arguments.program, [task, path], runs: runs), report)
        }
    }

    /// A reader of Python's, where it is installed.
    private func theirs(
        _ peer: String, _ title: String, _ path: String, _ options: [String], _ report: Report
    ) throws {
        guard let tool = PythonPeer(peer, script: "Peers/ingest.py", arguments) else { return }
        line(title, path, tool.version, try tool.measure([path] + options), report)
    }

    private func line(_ title: String, _ path: String, _ reader: String, _ measured: Measurement, _ report: Report) {
        let size = Scratch.size(of: path)
        let count = measured.output.split(whereSeparator: \.isWhitespace).first.flatMap { Int($0) } ?? 0
        // Bytes of a workbook are packed.
        let speed = path.hasSuffix(".xlsx") ? measured.speed(count: count) : measured.speed(bytes: size)
        let file = "\(title), \(count) rows, \((Double(size) / 1e6).text(decimals: 0)) MB"
        report.row([file, reader, measured.time, measured.processorTime, speed, measured.memory])
    }

    private func wholeCommand(_ wave: String, _ csv: String, _ report: Report) throws {
        guard let program = arguments["program"] else {
            report.remark("--program names no tsunagi: the whole command is left out")
            return
        }
        // 1 is done, with findings.
        let measured = try Measurement(
            program, ["check", wave, "--quiet"], runs: arguments.integer("runs", default: 3), accepting: [0, 1])
        let size = Scratch.size(of: csv)
        report.row([
            "the same CSV, UTF-8", "`tsunagi check`", measured.time, measured.processorTime,
            measured.speed(bytes: size), measured.memory,
        ])
    }
}
