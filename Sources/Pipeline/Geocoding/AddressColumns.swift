internal import Model
internal import Tabular
internal import Text

/// Which columns of a table hold its addresses.
struct AddressColumns {
    let name: String
    let titles: [String]
    private let indexes: [Int]
    private let joined = JoinedAddress()

    /// Rows above the titles that may say what the table is.
    private static let mostRowsAbove = 20
    /// What a column of addresses is called, when nobody says which one it is.
    private static let words = ["所在地", "住所", "address"]

    /// Finds the row of titles: the first one that has all columns that are wanted.
    ///
    /// - Parameter row: afterwards the row of titles; the rows that follow are the table's.
    /// - Throws: `headerMissing`, `columnMissing` with the nearest titles, `columnAmbiguous`.
    init(of table: TableReader, name: String, wanted: [String], row: inout Row) throws(StageError) {
        var first: [String]?
        var firstNumber = 1
        var rowsRead = 0
        while rowsRead <= Self.mostRowsAbove, try table.next(into: &row) {
            guard !row.isBlank else { continue }
            rowsRead += 1
            let titles = (0..<row.count).map { row[$0] }
            if first == nil { (first, firstNumber) = (titles, row.number) }
            let found = wanted.isEmpty ? Self.named(titles).map { [$0] } : Self.indexes(of: wanted, in: titles)
            guard let found else { continue }
            (self.name, self.titles, indexes) = (name, titles, found)
            return
        }
        let location = CellLocation(file: name, sheet: table.sheet, row: firstNumber)
        guard let first else { throw StageError(.headerMissing, at: location, expected: "1") }
        throw Self.failure(wanted, first, location)
    }

    /// Lends the address of a row, the cells put together where it stands in several.
    func withAddress(in row: Row, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
        guard indexes.count > 1 else {
            let isBlank = row.isBlank(indexes[0])
            try row.withBytes(at: indexes[0]) { try body(isBlank ? UnsafeBufferPointer(rebasing: $0[..<0]) : $0) }
            return
        }
        joined.bytes.removeAll(keepingCapacity: true)
        for index in indexes where !row.isBlank(index) {
            row.withBytes(at: index) { joined.bytes.append(contentsOf: $0) }
        }
        try joined.bytes.withUnsafeBufferPointer(body)
    }

    /// Memory that is used again from row to row.
    private final class JoinedAddress {
        var bytes: [UInt8] = []
    }

    private static func indexes(of wanted: [String], in titles: [String]) -> [Int]? {
        let found = wanted.compactMap { title -> Int? in
            let places = places(of: title, in: titles)
            return places.count == 1 ? places.first : nil
        }
        return found.count == wanted.count ? found : nil
    }

    /// Columns with a title; where there is none, a number says the column itself.
    private static func places(of title: String, in titles: [String]) -> [Int] {
        let key = NearestNames.titleKey(title)
        let places = titles.indices.filter { NearestNames.titleKey(titles[$0]) == key }
        guard places.isEmpty, let number = Int(key), titles.indices.contains(number - 1),
            !NearestNames.titleKey(titles[number - 1]).isEmpty
        else { return places }
        return [number - 1]
    }

    /// The only column whose title has one of the words in it.
    private static func named(_ titles: [String]) -> Int? {
        let candidates = candidates(titles)
        return candidates.count == 1 ? candidates.first : nil
    }

    private static func candidates(_ titles: [String]) -> [Int] {
        titles.indices.filter { index in
            let key = NearestNames.titleKey(titles[index])
            return words.contains { key.contains($0) } && !key.contains("mail") && !key.contains("メール")
        }
    }

    private static func options(_ places: [Int]) -> String {
        places.map { "--column \($0 + 1)" }.joined(separator: ", ")
    }

    private static func failure(_ wanted: [String], _ titles: [String], _ location: CellLocation) -> StageError {
        if wanted.isEmpty {
            let candidates = candidates(titles)
            return candidates.isEmpty
                ? StageError(
                    .columnMissing, at: location, found: words[0],
                    expected: titles.prefix(20).joined(separator: ", "))
                : StageError(
                    .columnAmbiguous, at: location, found: candidates.map { titles[$0] }.joined(separator: ", "),
                    expected: options(candidates))
        }
        return StageError(
            wanted.compactMap { title in
                let places = places(of: title, in: titles)
                if places.count == 1 { return nil }
                return places.isEmpty
                    ? Problem(
                        .columnMissing, at: location, found: title,
                        expected: NearestNames.suggestions(for: title, among: titles).joined(separator: ", "))
                    : Problem(.columnAmbiguous, at: location, found: title, expected: Self.options(places))
            })
    }
}
