internal import BenchmarkSupport

/// Linking of lists whose true pairs are known: how many are found, how long it takes, and what others make of them.
@main
enum Linkage {
    static func main() throws {
        let arguments = try Arguments(known: ["scratch", "runs", "peer-runs", "python", "program", "data", "peers"])
        try Comparison(arguments).run()
    }
}
