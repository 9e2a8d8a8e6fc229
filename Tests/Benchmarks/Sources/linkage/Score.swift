internal import BenchmarkSupport
internal import Model
internal import Tabular

/// How the links that a tool wrote agree with the true ones.
struct Score {
    let precision: Double
    let recall: Double

    var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

    /// - Parameters:
    ///   - links: a CSV with `id_a`, `id_b` and perhaps `probability`; links are those of .5 and more.
    ///   - truth: a CSV with `id_a` and `id_b`.
    init(links: String, truth: String) throws {
        let linked = try Self.pairs(links)
        let right = try Self.pairs(truth)
        let found = Double(linked.intersection(right).count)
        precision = linked.isEmpty ? 0 : found / Double(linked.count)
        recall = right.isEmpty ? 0 : found / Double(right.count)
    }

    private static func pairs(_ path: String) throws -> Set<[String]> {
        var pairs: Set<[String]> = []
        for record in try HeaderedTable(path: path, name: path, requiring: ["id_a", "id_b"]).records {
            guard (Double(record["probability"]) ?? 1) >= 0.5 else { continue }
            pairs.insert([record["id_a"], record["id_b"]])
        }
        return pairs
    }

    /// Three cells of a table: F1, precision, recall.
    var cells: [String] { [f1, precision, recall].map { $0.text(decimals: 4) } }
}
