internal import BenchmarkSupport
internal import Geo
internal import Model
internal import Tabular

/// How many of a file of cases are right: prefecture, municipality and town, all three.
///
/// Columns: `input`, `prefecture`, `municipality`, `town`; besides `prior`, the five digits of the municipality that is
/// told to Tsunagi (peers can't be told), and `finer_town`, which is right as well.
struct Scoring {
    private let cases: HeaderedTable
    private let gazetteer: Gazetteer
    private let prefectures: Prefectures
    private let folded: FoldedName
    private let name: String

    init(gazetteer path: String, data: String, cases: String) throws {
        self.cases = try HeaderedTable(
            path: cases, name: cases, requiring: ["input", "prefecture", "municipality", "town"])
        gazetteer = try Gazetteer(path: path, name: path)
        prefectures = try Prefectures.load(path: "\(data)/areas/prefectures.csv", name: "prefectures.csv")
        folded = try FoldedName(data: data)
        name = cases
    }

    struct Answer {
        var prefecture = ""
        var municipality = ""
        var town = ""
        var confidence = 0.0
    }

    enum Verdict: String {
        case right
        /// All that is said is so, but not all is said.
        case less
        case wrong
    }

    /// - Parameters:
    ///   - peers: what they wrote, of all cases or of a ``Sample``.
    ///   - failures: gets what isn't right; `nil` keeps nothing.
    func run(peers: [String], failures: String?) throws -> Score {
        var score = Score(rows: cases.records.count)
        var writer = CSVWriter()
        writer.row(["file", "verdict", "confidence", "input", "expected", "read"])
        for (record, answer) in zip(cases.records, ours()) {
            let verdict = verdict(answer, record)
            switch verdict {
            case .right: score.right += 1
            case .less: break
            case .wrong:
                score.wrong += 1
                if answer.confidence > 0.9 { score.surelyWrong += 1 }
            }
            guard verdict != .right else { continue }
            writer.row([
                name, verdict.rawValue, answer.confidence.text(decimals: 2), record["input"],
                ["prefecture", "municipality", "town"].map { record[$0] }.joined(separator: "/"),
                [answer.prefecture, answer.municipality, answer.town].joined(separator: "/"),
            ])
        }
        if let failures { try OutputFile(failures).write(writer.takeBytes()) }
        score.peers = try peers.map(theirs)
        return score
    }

    private func ours() -> [Answer] {
        var readers: [String: AddressReader] = [:]
        return cases.records.map { record in
            let prior = record["prior"]
            let reader =
                readers[prior]
                ?? AddressReader(
                    gazetteers: [gazetteer], prefectures: prefectures, home: prior.isEmpty ? nil : prior)
            readers[prior] = reader
            let read = reader.read(record["input"])
            return Answer(
                prefecture: read.prefecture ?? "", municipality: read.municipality ?? "", town: read.town ?? "",
                confidence: read.confidence)
        }
    }

    private func theirs(_ path: String) throws -> Score.Peer {
        let results = try AnswerTable.read(path)
        let rows = Sample.indices(of: cases.records.count, limit: results.count)
        guard rows.count == results.count else { throw BenchmarkError("\(path): \(results.count) rows") }
        let right = zip(rows, results).count { verdict($1, cases.records[$0]) == .right }
        return Score.Peer(rows: rows.count, right: right)
    }

    private func verdict(_ answer: Answer, _ record: HeaderedTable.Record) -> Verdict {
        let read = [answer.prefecture, answer.municipality, answer.town].map { folded($0) }
        let expected = ["prefecture", "municipality", "town"].map { folded(record[$0]) }
        if read == expected { return .right }
        let finer = folded(record["finer_town"])
        if !finer.isEmpty, read[..<2] == expected[..<2], read[2] == finer { return .right }
        // 熊本市 for 熊本市中央区 says less, and nothing wrong.
        let isPart = zip(read, expected).allSatisfy { $0.isEmpty || $0 == $1 }
        let isCity =
            read[0] == expected[0] && read[2].isEmpty && read[1].hasSuffix("市") && expected[1].hasPrefix(read[1])
        return isPart || isCity ? .less : .wrong
    }
}

/// What a peer wrote. Rows of which nothing was found are rows too.
private enum AnswerTable {
    static func read(_ path: String) throws -> [Scoring.Answer] {
        let reader = try TableReader(path: path, name: path)
        var row = Row()
        var answers: [Scoring.Answer] = []
        while try reader.next(into: &row) {
            func cell(_ index: Int) -> String { index < row.count ? row[index] : "" }
            answers.append(Scoring.Answer(prefecture: cell(0), municipality: cell(1), town: cell(2)))
        }
        return Array(answers.dropFirst())
    }
}
