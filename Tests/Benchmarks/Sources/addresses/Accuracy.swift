internal import BenchmarkSupport

/// The second table: how many are right, file by file and in all, and how fast the peers were at it.
struct Accuracy {
    private let arguments: Arguments
    private let scratch: Scratch
    private let gazetteer: String
    private let data: String
    private let peers: [PeerTool]

    init(_ arguments: Arguments, scratch: Scratch, gazetteer: String, data: String, peers: [PeerTool]) {
        self.arguments = arguments
        self.scratch = scratch
        self.gazetteer = gazetteer
        self.data = data
        self.peers = peers
    }

    /// - Parameter files: with cases; the generated ones first.
    func run(_ files: [String]) throws {
        let report = Report(
            title: "Right prefecture, municipality and town",
            columns: ["cases", "rows", "Tsunagi", "wrong", "wrong, confidence > .9"] + peers.map(\.version))
        var sum = Score(rows: 0)
        var time = [(rows: Int, seconds: Double)](repeating: (0, 0), count: peers.count)
        for (number, file) in files.enumerated() {
            let name = file.split(separator: "/").last.map { String($0.dropLast(4)) } ?? file
            let results = try peers.enumerated().map { index, peer in
                let result = try peer.read(file, name: name)
                time[index].rows += result.rows
                time[index].seconds += result.seconds
                return result.path
            }
            let measured = try Measurement(
                Arguments.program,
                ["score", gazetteer, data, file] + results + ["--failures", "\(scratch.path)/failures-\(name).csv"],
                runs: 1)
            let score = try Score(line: measured.output)
            row(number == 0 ? "generated" : name, score, report)
            if number > 0 { sum += score }
        }
        if files.count > 2 { row("**all but the generated ones**", sum, report) }
        if !peers.isEmpty {
            let speeds = time.map { (Double($0.rows) / max($0.seconds, 0.001)).text(decimals: 1) + "/s" }
            report.row(["speed without the start", "", "", "", ""] + speeds)
        }
        report.remark("what isn't right: \(scratch.path)/failures-*.csv")
    }

    private func row(_ name: String, _ score: Score, _ report: Report) {
        let theirs = score.peers.map { peer in
            Score.share(peer.right, of: peer.rows) + (peer.rows < score.rows ? " (of \(peer.rows))" : "")
        }
        report.row(
            [
                name, "\(score.rows)", "**\(Score.share(score.right, of: score.rows))**", "\(score.wrong)",
                "\(score.surelyWrong)",
            ] + theirs)
    }
}
