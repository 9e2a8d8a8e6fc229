import Tabular
import Testing

/// Rows that are written cell by cell, from bytes and numbers.
@Suite("CSV cells")
struct CSVWriterCellTests {
    private func text(_ write: (inout CSVWriter) -> Void) -> String {
        var writer = CSVWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("numbers have the decimals that are asked for, and no more digits than they need before the point")
    func numbers() {
        let values: [(Double, Int, String)] = [
            (0, 0, "0"), (0, 2, "0.00"), (0.005, 2, "0.01"), (-0.004, 2, "0.00"), (-27355.758, 2, "-27355.76"),
            (130.7078966, 6, "130.707897"), (9.9999996, 6, "10.000000"), (999_999_999_999, 0, "999999999999"),
            (.nan, 2, ""), (.infinity, 2, ""), (1e12, 2, ""), (-0.5, 0, "-1"),
        ]
        for (value, decimals, expected) in values {
            #expect(text { $0.cell(value, decimals: decimals) } == expected, "\(value)")
        }
        #expect(
            text {
                for number in [0, 7, -10, 1_234_567, .max, .min] { $0.cell(number) }
            } == "0,7,-10,1234567,9223372036854775807,-9223372036854775808")
    }

    @Test("cells one by one give the same row as cells together")
    func sameRow() {
        let rows = [["a", "b,c", ""], [""], [], ["\"x\"", "line\nend"], ["\u{FEFF}mark"]]
        let together = text { writer in for row in rows { writer.row(row) } }
        let apart = text { writer in
            for row in rows {
                for cell in row {
                    if cell.isEmpty {
                        writer.emptyCell()
                    } else {
                        Array(cell.utf8).withUnsafeBufferPointer { writer.cell($0) }
                    }
                }
                writer.endRow()
            }
        }
        #expect(together == apart && together.hasPrefix("a,\"b,c\",\n\"\"\n\n"))
    }

    @Test("a row that follows what was handed over is written like the first")
    func drained() {
        var writer = CSVWriter(byteOrderMark: true)
        writer.row(["a"])
        var taken: [UInt8] = []
        writer.drain { taken += $0 }
        writer.row([""])
        #expect(taken == [0xEF, 0xBB, 0xBF, 0x61, 0x0A] && writer.bytes == Array("\"\"\n".utf8))
        #expect(writer.takeBytes() == Array("\"\"\n".utf8) && writer.bytes.isEmpty)
    }
}
