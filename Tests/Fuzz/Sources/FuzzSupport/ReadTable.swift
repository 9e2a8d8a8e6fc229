public import Model
public import Tabular

/// A table read to its end, or to where it was refused, with what every reader promises checked on the way.
public struct ReadTable {
    public var rows: [[[UInt8]]] = []
    public var numbers: [Int] = []
    public var problems: [Problem] = []
    public var encoding: TextEncoding?
    /// Why reading ended early, or never began.
    public var refusal: StageError?

    public init(_ bytes: some Sequence<UInt8>, name: String, _ options: TableOptions) {
        do {
            try read(TableReader(bytes: Array(bytes), name: name, options: options))
        } catch {
            refusal = error
            expect(!error.problems.isEmpty, "a refusal says why")
        }
        for problem in problems + (refusal?.problems ?? []) {
            expect(problem.location.file == name, "a problem names its file")
            for language in Language.allCases { expect(!problem.message(in: language).isEmpty, "a problem has words") }
        }
    }

    private mutating func read(_ reader: TableReader) throws(StageError) {
        defer {
            problems = reader.problems
            encoding = reader.encoding
        }
        var row = Row()
        while try reader.next(into: &row) {
            expect(row.count <= 16_384 || reader.sheet == nil, "a sheet has no more columns than Excel's")
            rows.append((0..<row.count).map { checkedCell(row, $0) })
            numbers.append(row.number)
        }
        expect(row.count == 0, "the row is empty at the end")
        expect(try !reader.next(into: &row), "a reader that has ended stays at its end")
    }

    private func checkedCell(_ row: Row, _ index: Int) -> [UInt8] {
        row.withBytes(at: index) { text in
            expect(String(validating: text, as: UTF8.self) != nil, "a cell is UTF-8")
            expect(!text.contains(0), "a cell holds no NUL")
            return Array(text)
        }
    }
}
