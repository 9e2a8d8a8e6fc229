import Model
import Tabular
import TestSupport
import Testing

@Suite("XLSX: rows one after another")
struct RowStreamTests {
    @Test("rows that share a long text come one by one, each whole and at its place", arguments: [1, 100, 100_000])
    func sharedText(length: Int) throws {
        let text = String(repeating: "a", count: length)
        let rows = (1...100).map { row in
            #"<row r="\#(2 * row)"><c t="s"><v>0</v></c><c r="D\#(2 * row)"><v>\#(row)</v></c></row>"#
        }
        let reader = try TableReader(
            bytes: OddWorkbook(rows.joined(), strings: "<si><t>\(text)</t></si>").bytes, name: "a.xlsx")
        var row = Row()
        for number in 1...100 {
            #expect(try reader.next(into: &row))
            #expect(row.number == 2 * number && row.count == 4)
            #expect(row[0] == text && row[3] == String(number))
        }
        #expect(try !reader.next(into: &row))
    }

    @Test("what is wrong behind many rows is still said")
    func damageBehind() throws {
        let row = #"<row><c t="s"><v>0</v></c></row>"#
        let book = OddWorkbook(
            String(repeating: row, count: 100) + "</row>",
            strings: "<si><t>\(String(repeating: "a", count: 100_000))</t></si>")
        #expect(refusal { _ = try cells(book.bytes, name: "a.xlsx") }?.code == .fileDamaged)
    }

    @Test("a cell outside of any row is none")
    func strayCells() throws {
        let book = OddWorkbook(#"<c><row r="5"><c><v>1</v></c></row></c><c><v>9</v></c>"#)
        #expect(try numbered(TableReader(bytes: book.bytes, name: "a.xlsx")) == [5: ["1"]])
    }
}
