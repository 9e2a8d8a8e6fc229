internal import BenchmarkSupport

/// Choosing whom to invite: value, bound and time of whole commands, and what others make of the same tables.
@main
enum Shortlist {
    static func main() throws {
        let arguments = try Arguments(
            known: ["scratch", "runs", "peer-runs", "python", "program", "sizes", "peers", "limit", "acceptance"])
        try Comparison(arguments).run()
    }
}
