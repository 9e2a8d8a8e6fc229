import Model
import Tabular
import TestSupport
import Testing

/// Whatever bytes come, a file is read or refused: no crash, no invalid text, no row without end.
@Suite("Mutated files")
struct MutationTests {
    static let rounds = 10

    private func mutate(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let interesting: [UInt8] = [0, 0x0A, 0x22, 0x2C, 0x3C, 0x3E, 0x7F, 0x80, 0xFF]
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes[place] = interesting.randomElement(using: &generator) ?? 0
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(interesting.randomElement(using: &generator) ?? 0, at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &generator)))
            }
        }
        return bytes
    }

    /// Reads everything and checks what a reader promises.
    private func readAll(_ bytes: [UInt8], _ name: String, _ options: TableOptions = TableOptions()) {
        do {
            let reader = try TableReader(bytes: bytes, name: name, options: options)
            var row = Row()
            var last = 0
            while try reader.next(into: &row) {
                for cell in 0..<row.count {
                    row.withBytes(at: cell) { text in
                        #expect(String(validating: text, as: UTF8.self) != nil)
                        #expect(!text.contains(0))
                    }
                }
                if reader.sheet == nil {
                    #expect(row.number == last + 1)
                    last = row.number
                }
            }
        } catch {
            #expect(!error.problems.isEmpty)
        }
    }

    @Test("texts", arguments: 0..<20 as Range<UInt64>, TextEncoding.allCases)
    func texts(seed: UInt64, encoding: TextEncoding) {
        var generator = SeededGenerator(seed: seed)
        var writer = CSVWriter()
        for row in RoundTripTests.table(seed: seed) { writer.row(row) }
        let bytes = encoded(String(decoding: writer.bytes, as: UTF8.self), encoding)
        for _ in 0..<Self.rounds {
            let mutant = mutate(bytes, &generator)
            readAll(mutant, "a.csv")
            readAll(mutant, "a.csv", TableOptions(encoding: encoding))
        }
    }

    @Test("parts of a workbook", arguments: 0..<20 as Range<UInt64>)
    func parts(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var book = OddWorkbook(
            styled: ["45586.5", "8600806", "0.5", "1"], formats: ["yyyy/m/d h:mm", "000-0000", "0%"])
        book.strings = "<si><t>熊本_x000D_</t><rPh sb=\"0\" eb=\"1\"><t>クマ</t></rPh></si>"
        book.sheets[0].rows +=
            "<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>_x0041_</t></is></c></row>"
        book.sheets[0].tail = "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>"
        let all = book.allParts.sorted { $0.key < $1.key }
        for _ in 0..<Self.rounds {
            let (path, text) = all.randomElement(using: &generator) ?? ("", "")
            book.parts = [path: String(decoding: mutate(Array(text.utf8), &generator), as: UTF8.self)]
            readAll(book.bytes, "a.xlsx")
        }
    }

    @Test("archives", arguments: 0..<20 as Range<UInt64>)
    func archives(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bytes = OddWorkbook("<row r=\"1\"><c><v>1</v></c></row>", strings: "<si><t>a</t></si>").bytes
        for _ in 0..<Self.rounds { readAll(mutate(bytes, &generator), "a.xlsx") }
    }

    @Test("number formats", arguments: 0..<20 as Range<UInt64>)
    func formats(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = [
            "0", "#", "?", ".", ",", ";", "[", "]", "\"", "\\", "_", "*", "y", "m", "d", "h", "s", "g", "e", "E+", "%",
            "<=", "9", "-", "@", "General", "AM/PM", "$-411", "h]", "年",
        ]
        let values = ["0", "1", "-1", "45586.5", "1E+15", "1E-300", "9999999999", "1E+305", "0.999999999", "x"]
        for _ in 0..<Self.rounds {
            let format = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            let codes = [String](repeating: format.joined(), count: values.count)
            readAll(OddWorkbook(styled: values, formats: codes).bytes, "a.xlsx")
        }
    }
}
