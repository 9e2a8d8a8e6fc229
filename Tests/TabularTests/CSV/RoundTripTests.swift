import Tabular
import TestSupport
import Testing

/// What is written is read again, for cells made of everything that a reader can stumble over.
@Suite("CSV: round trips")
struct RoundTripTests {
    static let morsels = [
        "a", "熊", "本", "髙", "①", "～", "ソ", "表", "ｱ", ",", "\"", "\n", "\r", "\r\n", " ", "\t", ";", "\"\"",
    ]

    static func table(seed: UInt64) -> [[String]] {
        var generator = SeededGenerator(seed: seed)
        return (0..<Int.random(in: 1...60, using: &generator)).map { _ in
            (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...8, using: &generator)).map { _ in morsels.randomElement(using: &generator) ?? ""
                }
                .joined()
            }
        }
    }

    @Test("every encoding", arguments: 0..<25 as Range<UInt64>, TextEncoding.allCases)
    func encodings(seed: UInt64, encoding: TextEncoding) throws {
        let table = Self.table(seed: seed)
        var writer = CSVWriter()
        for row in table { writer.row(row) }
        let bytes = encoded(String(decoding: writer.bytes, as: UTF8.self), encoding)
        let options = TableOptions(encoding: encoding, delimiter: UInt8(ascii: ","))
        let reader = try TableReader(bytes: bytes, name: "a.csv", options: options)
        #expect(try cells(reader) == table)
        #expect(reader.problems.isEmpty)
    }

    @Test("every line end", arguments: 0..<25 as Range<UInt64>, ["\n", "\r\n", "\r"])
    func lineEnds(seed: UInt64, lineEnd: String) throws {
        let table = Self.table(seed: seed &+ 1000)
        var text = ""
        for row in table {
            var writer = CSVWriter()
            writer.row(row)
            text += String(decoding: writer.bytes.dropLast(), as: UTF8.self) + lineEnd
        }
        #expect(try cells(text, TableOptions(delimiter: UInt8(ascii: ","))) == table)
    }

    @Test("with a mark, which is no part of the first cell")
    func byteOrderMark() throws {
        var writer = CSVWriter(byteOrderMark: true)
        writer.row(["団体", "b"])
        #expect(writer.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(try cells(writer.bytes) == [["団体", "b"]])
    }

    @Test("a cell that begins with U+FEFF is not taken for a mark")
    func markInACell() throws {
        var writer = CSVWriter()
        for _ in 0..<2 { writer.row(["\u{FEFF}a", "b"]) }
        for row in try cells(writer.bytes) {
            #expect(row.map { Array($0.unicodeScalars) } == [["\u{FEFF}", "a"], ["b"]])
        }
    }

    @Test("quotes only where needed, LF")
    func form() {
        var writer = CSVWriter()
        writer.row(["a", "b c", "d,e", "f\"g", "h\ni", "", "心の健康;不登校"])
        writer.row([""])
        writer.row([String]())
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == "a,b c,\"d,e\",\"f\"\"g\",\"h\ni\",,心の健康;不登校\n\"\"\n\n")
    }

    @Test("in pieces it is the same")
    func pieces() {
        var (whole, pieces) = (CSVWriter(byteOrderMark: true), CSVWriter(byteOrderMark: true))
        var taken: [UInt8] = []
        for row in Self.table(seed: 7) {
            whole.row(row)
            pieces.row(row)
            taken += pieces.takeBytes()
        }
        #expect(taken == whole.bytes)
    }
}
