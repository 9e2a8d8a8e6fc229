internal import BenchmarkSupport

/// Addresses against a national gazetteer: import, start, a million of them, what is right, and what nobody wrote.
@main
enum Addresses {
    static func main() throws {
        let arguments = try Arguments(
            known: [
                "scratch", "runs", "python", "program", "data", "list", "count", "core", "case-count", "peer-rows",
                "slow-peer-rows", "failures",
            ])
        let words = arguments.words
        let count = arguments.integer("count", default: 1_000_000)
        switch words.first {
        case "write" where words.count == 3: try WrittenFiles.addresses(count, of: words[1], to: words[2])
        case "cases" where words.count == 3: try WrittenFiles.cases(count, of: words[1], to: words[2])
        case "sample" where words.count == 3: try WrittenFiles.sample(count, of: words[1], to: words[2])
        case "robustness" where words.count == 3:
            print(try Robustness(gazetteer: words[1], data: words[2]).run(count, failures: arguments["failures"]).line)
        case "score" where words.count >= 4:
            let scoring = try Scoring(gazetteer: words[1], data: words[2], cases: words[3])
            print(try scoring.run(peers: Array(words[4...]), failures: arguments["failures"]).line)
        case let word? where !word.hasSuffix(".csv"): throw BenchmarkError("\(words.joined(separator: " "))?")
        default: try Comparison(arguments).run()
        }
    }
}
