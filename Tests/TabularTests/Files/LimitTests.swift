import Model
import Tabular
import TestSupport
import Testing

/// Files made to take more memory or time than they should are refused by their sizes.
@Suite("Limits")
struct LimitTests {
    private func refused(_ bytes: [UInt8], _ change: (inout Limits) -> Void = { _ in }) -> Problem? {
        var options = TableOptions()
        change(&options.limits)
        return refusal { _ = try cells(bytes, name: "a.xlsx", options) }
    }

    private func bomb(in path: String, count: Int, claiming size: Int? = nil) -> [UInt8] {
        var zip = ZipBuilder()
        for (name, text) in OddWorkbook("", strings: "").allParts where name != path { zip.add(name, Array(text.utf8)) }
        zip.addSpaces(path, count: count, after: "<a>")
        return zip.finished()
    }

    @Test("packed too well", arguments: ["xl/worksheets/sheet0.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
    func ratio(path: String) {
        let problem = refused(bomb(in: path, count: 20 << 20)) { $0.compressionRatio = 100 }
        #expect(problem?.code == .fileTooLarge && problem?.expected == "100 : 1")
    }

    @Test("too large unpacked", arguments: ["xl/worksheets/sheet0.xml", "xl/sharedStrings.xml"])
    func unpackedSize(path: String) {
        let problem = refused(bomb(in: path, count: 2 << 20)) { $0.unpackedBytes = 1 << 20 }
        #expect(problem?.code == .fileTooLarge && problem?.expected == "\(1 << 20) bytes")
    }

    @Test("too many parts")
    func entries() {
        var zip = ZipBuilder()
        for index in 0..<50 { zip.add("\(index)", []) }
        #expect(refused(zip.finished()) { $0.archiveEntries = 49 }?.code == .fileTooLarge)
    }

    @Test("too much shared text, also as millions of empty strings")
    func sharedStrings() {
        let text = OddWorkbook("", strings: "<si><t>\(String(repeating: "長", count: 50_000))</t></si>")
        #expect(refused(text.bytes) { $0.sharedStringBytes = 100_000 }?.code == .fileTooLarge)
        let empty = OddWorkbook("", strings: String(repeating: "<si/>", count: 30_000))
        #expect(refused(empty.bytes) { $0.sharedStringBytes = 100_000 }?.code == .fileTooLarge)
    }

    @Test("a row that is too long: one cell, or one long text many times")
    func rowSize() {
        let cell = OddWorkbook(
            "<row r=\"1\"><c t=\"inlineStr\"><is><t>\(String(repeating: "x", count: 200_000))</t></is></c></row>")
        #expect(refused(cell.bytes) { $0.rowBytes = 100_000 }?.code == .fileTooLarge)
        let many = OddWorkbook(
            "<row r=\"1\">" + String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100) + "</row>",
            strings: "<si><t>\(String(repeating: "x", count: 2_000))</t></si>")
        #expect(refused(many.bytes) { $0.rowBytes = 100_000 }?.code == .fileTooLarge)
    }

    @Test("a tag that is too long")
    func tokenSize() {
        let book = OddWorkbook("<row r=\"1\" x=\"\(String(repeating: "x", count: 6 << 20))\"></row>")
        #expect(refused(book.bytes)?.code == .fileDamaged)
    }

    @Test("merged ranges one upon the other, and formats that never end, take no time")
    func timeBombs() throws {
        let merges = String(repeating: "<mergeCell ref=\"A1:XFD1\"/>", count: 20_000)
        var book = OddWorkbook("<row r=\"1\"><c s=\"1\"><v>1</v></c></row>", tail: "<mergeCells>\(merges)</mergeCells>")
        book.formats = [String(repeating: "g", count: 1_000_000)]
        #expect(try cells(book.bytes, name: "a.xlsx").first?.count == 16_384)
    }

    @Test("a small part that is large")
    func largeSmallPart() {
        let problem = refused(bomb(in: "xl/styles.xml", count: 70 << 20))
        #expect(problem?.code == .fileTooLarge && problem?.expected == "\(64 << 20) bytes")
    }

    @Test("an archive that lies about a size")
    func lyingSize() {
        var zip = ZipBuilder()
        let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 1_000)
        for (path, text) in OddWorkbook(rows).allParts {
            let bytes = Array(text.utf8)
            // A stored part can't lie, a packed one can; here one block without compression.
            let length = UInt16(bytes.count)
            let block =
                [1, UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)] + bytes
            let isSheet = path.hasSuffix("sheet0.xml")
            zip.add(
                path, isSheet ? block : bytes, method: isSheet ? 8 : 0, size: isSheet ? 10 : bytes.count,
                checksum: isSheet ? 0 : nil)
        }
        #expect(refused(zip.finished())?.code == .fileDamaged)
    }
}
