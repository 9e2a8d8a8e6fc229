internal import BenchmarkSupport

/// The figures of a file of cases. They go from one process to another as a line of numbers.
struct Score {
    struct Peer {
        var rows = 0
        var right = 0
    }

    var rows = 0
    var right = 0
    /// Says something that isn't so; what is neither right nor wrong says less.
    var wrong = 0
    /// Wrong, with a confidence above .9.
    var surelyWrong = 0
    var peers: [Peer] = []

    init(rows: Int) { self.rows = rows }

    init(line: String) throws(BenchmarkError) {
        let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        guard numbers.count >= 4, numbers.count % 2 == 0 else { throw BenchmarkError("\(line)?") }
        (rows, right, wrong, surelyWrong) = (numbers[0], numbers[1], numbers[2], numbers[3])
        peers = stride(from: 4, to: numbers.count, by: 2).map { Peer(rows: numbers[$0], right: numbers[$0 + 1]) }
    }

    var line: String {
        ([rows, right, wrong, surelyWrong] + peers.flatMap { [$0.rows, $0.right] }).map { "\($0)" }
            .joined(separator: " ")
    }

    static func += (sum: inout Score, score: Score) {
        sum.rows += score.rows
        sum.right += score.right
        sum.wrong += score.wrong
        sum.surelyWrong += score.surelyWrong
        if sum.peers.isEmpty { sum.peers = score.peers.map { _ in Peer() } }
        for index in sum.peers.indices where index < score.peers.count {
            sum.peers[index].rows += score.peers[index].rows
            sum.peers[index].right += score.peers[index].right
        }
    }

    static func share(_ right: Int, of rows: Int) -> String {
        rows > 0 ? (Double(right) / Double(rows)).text(decimals: 4) : "–"
    }
}
