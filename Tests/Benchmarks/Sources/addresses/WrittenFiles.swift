internal import BenchmarkSupport
internal import Model
internal import Tabular

/// The files that are read.
enum WrittenFiles {
    private static let seed: UInt64 = 20_261_121

    /// A list of organisations with their addresses.
    static func addresses(_ count: Int, of gazetteer: String, to path: String) throws {
        var writer = AddressWriter(try Town.all(in: gazetteer), seed: seed)
        try write(["id", "所在地"], count, to: path) { [String($0 + 1), writer.next().text] }
    }

    /// Addresses of another seed, with what they are.
    static func cases(_ count: Int, of gazetteer: String, to path: String) throws {
        var writer = AddressWriter(try Town.all(in: gazetteer), seed: seed + 1)
        try write(["input", "prefecture", "municipality", "town"], count, to: path) { _ in
            let (text, town) = writer.next()
            return [text, town.prefecture, town.municipality, town.name]
        }
    }

    /// Addresses from all over a file of cases, for a peer that would take too long for all of them.
    static func sample(_ count: Int, of cases: String, to path: String) throws {
        let table = try HeaderedTable(path: cases, name: cases, requiring: ["input"])
        let rows = Sample.indices(of: table.records.count, limit: count)
        // With a second column, because Python passes over lines that are empty.
        try write(["id", "input"], rows.count, to: path) { [String(rows[$0]), table.records[rows[$0]]["input"]] }
    }

    private static func write(
        _ titles: [String], _ count: Int, to path: String, _ row: (Int) throws -> [String]
    ) throws {
        let file = try OutputFile(path)
        var writer = CSVWriter(byteOrderMark: false)
        writer.row(titles)
        for number in 0..<count {
            writer.row(try row(number))
            if number % 1000 == 0 { try file.write(writer.takeBytes()) }
        }
        try file.write(writer.takeBytes())
    }
}

/// Which rows of a file a peer reads.
enum Sample {
    /// As many as wanted, at even distances.
    static func indices(of count: Int, limit: Int) -> [Int] {
        count <= limit ? Array(0..<count) : (0..<limit).map { $0 * count / limit }
    }
}
