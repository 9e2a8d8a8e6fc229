internal import BenchmarkSupport

/// Floating catchment areas of made cities: how long they take, and whether others get the same values.
@main
enum Access {
    static func main() throws {
        let arguments = try Arguments(
            known: ["scratch", "runs", "peer-runs", "python", "program", "data", "peers", "memory", "seed"])
        try Comparison(arguments).run()
    }
}
