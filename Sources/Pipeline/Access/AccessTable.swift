internal import Analysis
internal import Model
internal import Tabular

/// The measures as a table: a row for each of the demand's, in its order, and a column for each measure.
struct AccessTable {
    let measures: [AccessMeasure]
    let demand: PointTable
    let result: AccessResult

    private static let chunk = 1 << 18

    /// - Parameter file: `nil` for standard output, where no byte order mark is written.
    func write(to file: OutputFile?) throws(StageError) {
        var writer = CSVWriter(byteOrderMark: file != nil)
        writer.row(["id"] + measures.map(\.title))
        let columns = measures.map { result.values(of: $0) }
        var buffer: [UInt8] = []
        var unused = demand.unusedRows[...]
        var point = 0
        for row in 0..<demand.rowCount {
            demand.ids.withID(at: row) { writer.cell($0) }
            if unused.first == row {
                unused.removeFirst()
                for _ in columns { writer.emptyCell() }
            } else {
                for column in columns { writer.cell(shortest: column[point], &buffer) }
                point += 1
            }
            writer.endRow()
            if writer.bytes.count >= Self.chunk { try writer.flush(to: file) }
        }
        try writer.flush(to: file)
    }
}

extension AccessResult {
    /// A number for each point of demand; infinite where a provider is too far to be seen.
    func values(of measure: AccessMeasure) -> [Double] {
        switch measure {
        case .e2sfca: e2sfca
        case .bfca: bfca
        case .count: count
        case .supply: capacity
        case .nearest(let count): nearest[count] ?? []
        }
    }
}
