internal import BenchmarkSupport

/// Cells and gap kinds of made municipalities: how long they take, and whether twice as many take twice as long.
@main
enum Coverage {
    static func main() throws {
        let arguments = try Arguments(
            known: ["scratch", "runs", "python", "program", "case", "seed", "organizations"])
        if let count = arguments["case"].flatMap({ Int($0) }) {
            try Country(
                municipalities: count, organizations: arguments.integer("organizations", default: 600),
                seed: UInt64(arguments.integer("seed", default: 1))
            ).run()
            return
        }
        let report = Report(
            title: "Coverage", columns: ["municipalities", "cells", "time", "a cell", "processor", "peak memory"])
        for count in [435, 870, 1741] {
            let measured = try Measurement(
                Arguments.program, ["--case", "\(count)"] + passedOn(arguments),
                runs: arguments.integer("runs", default: 3))
            let cells = Double(measured.output.split(separator: " ").first ?? "") ?? 0
            report.row([
                "\(count)", "\(Int(cells))", measured.time,
                (measured.seconds / cells * 1e6).text(decimals: 2) + " µs", measured.processorTime, measured.memory,
            ])
            report.remark(measured.output)
        }
    }

    private static func passedOn(_ arguments: Arguments) -> [String] {
        ["seed", "organizations"].flatMap { key in arguments[key].map { ["--\(key)", $0] } ?? [] }
    }
}
