import Foundation
import Model
import Tabular
import TestSupport
import Testing

/// What can't be read is refused with one problem that says so.
@Suite("Refused files")
struct RefusedFileTests {
    @Test("a missing file, with the names next to it")
    func missing() throws {
        let folder = try ScratchFolder()
        for name in ["01_調査対象名簿.xlsx", "02_Web回答.csv", "05_PF参加団体.csv", "まったく別の長い名前の文書.txt"] {
            try folder.write("a", to: name)
        }
        let path = folder.url.appending(path: "02_web回答.csv").path
        let problem = refusal { _ = try TableReader(path: path, name: "r6/02_web回答.csv") }
        #expect(problem?.code == .fileMissing && problem?.location == CellLocation(file: "r6/02_web回答.csv"))
        #expect(problem?.expected.hasPrefix("02_Web回答.csv") == true)
        #expect(problem?.expected.contains("まったく別") == false)
    }

    @Test("a missing folder")
    func missingFolder() {
        let problem = refusal { _ = try TableReader(path: "/no/such/folder/a.csv", name: "a.csv") }
        #expect(problem?.code == .fileMissing)
    }

    @Test("a name in the other Unicode form is the same name")
    func decomposedName() throws {
        let folder = try ScratchFolder()
        try folder.write("a,b\n", to: "ガイド.csv".decomposedStringWithCanonicalMapping)
        let path = folder.url.path + "/ガイド.csv".precomposedStringWithCanonicalMapping
        #expect(try cells(TableReader(path: path, name: "ガイド.csv")) == [["a", "b"]])
    }

    @Test("a folder")
    func folder() throws {
        let folder = try ScratchFolder()
        let problem = refusal { _ = try TableReader(path: folder.url.path, name: "folder") }
        #expect(problem?.code == .fileUnreadable)
    }

    static let oldExcel: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 3_000)

    @Test(
        "formats that are no table",
        arguments: [
            ("xls", oldExcel, "a.xls", "Excel 97-2003 (.xls)"),
            ("PDF named xlsx", Array("%PDF-1.7\n".utf8), "a.xlsx", "PDF"),
            ("web page named xlsx", Array("\u{FEFF}\n<!DOCTYPE html><html>".utf8), "a.xlsx", "HTML"),
            ("web page named csv", Array("<HTML><body>".utf8), "a.csv", "HTML"),
            ("XML of Excel 2003", Array("<?xml version=\"1.0\"?><Workbook>".utf8), "a.xls", "XML"),
            ("text named xlsx", Array("a,b\n".utf8), "名簿.XLSX", "text"),
            ("text named as a template", Array("a,b\n".utf8), "a.xltx", "text"),
            ("symbolic link file", Array("ID;PWXL;N;E\n".utf8), "a.csv", "SYLK (.slk)"),
            ("web archive", Array("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n".utf8), "a.xls", "MHTML"),
            ("data interchange format", Array("TABLE\r\n0,1\r\n\"EXCEL\"\r\n".utf8), "a.csv", "DIF"),
            ("xls without a container", [0x09, 0x08, 0x08, 0x00, 0x00, 0x05], "a.xls", "Excel 5 (.xls)"),
            ("gzip", [0x1F, 0x8B, 0x08], "a.csv", "gzip"),
            ("picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a.csv", "PNG"),
        ] as [(String, [UInt8], String, String)])
    func otherFormats(name: String, bytes: [UInt8], file: String, found: String) {
        let problem = refusal { _ = try TableReader(bytes: bytes, name: file) }
        #expect(
            problem
                == Problem(
                    .formatNotSupported, at: CellLocation(file: file), found: found, expected: "xlsx / csv"), "\(name)")
    }

    @Test("a workbook with a password", arguments: [600, 1_048_560, 1_048_600])
    func encrypted(offset: Int) {
        let name = Array("EncryptedPackage".utf16).flatMap { unit -> [UInt8] in [UInt8(unit), 0] }
        let bytes = Self.oldExcel.prefix(512) + [UInt8](repeating: 0, count: offset - 512) + name
        let problem = refusal { _ = try TableReader(bytes: Array(bytes), name: "a.xlsx") }
        #expect(problem == Problem(.fileEncrypted, at: CellLocation(file: "a.xlsx")))
    }

    @Test("archives of other kinds")
    func otherArchives() {
        func archive(_ parts: [(String, String)]) -> [UInt8] {
            var zip = ZipBuilder()
            for (name, text) in parts { zip.add(name, Array(text.utf8)) }
            return zip.finished()
        }
        func main(_ target: String) -> [(String, String)] {
            [
                ("[Content_Types].xml", "<Types/>"),
                (
                    "_rels/.rels",
                    "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"\(target)\"/></Relationships>"
                ),
            ]
        }
        let kinds: [([UInt8], String)] = [
            (
                archive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]),
                "OpenDocument (.ods)"
            ),
            (archive([("a.csv", "a,b")]), "ZIP"),
            (archive([]), "ZIP"),
            (archive(main("xl/workbook.bin")), "Excel binary (.xlsb)"),
            (archive(main("word/document.xml")), "Word (.docx)"),
            (archive(main("ppt/presentation.xml")), "PowerPoint (.pptx)"),
        ]
        for (bytes, found) in kinds {
            let problem = refusal { _ = try TableReader(bytes: bytes, name: "a.xlsx") }
            #expect(problem?.code == .formatNotSupported && problem?.found == found)
        }
    }

    @Test(
        "parts that are missing",
        arguments: ["xl/workbook.xml", "xl/worksheets/sheet0.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"])
    func missingPart(path: String) {
        var book = OddWorkbook("<row r=\"1\"><c><v>1</v></c></row>")
        book.parts[path] = .some(nil)
        let problem = refusal { _ = try cells(book.bytes, name: "a.xlsx") }
        #expect(problem?.code == .fileDamaged)
    }

    @Test("parts that can be missing", arguments: ["xl/styles.xml", "[Content_Types].xml"])
    func dispensablePart(path: String) throws {
        var book = OddWorkbook("<row r=\"1\"><c><v>1</v></c></row>")
        book.parts[path] = .some(nil)
        #expect(try cells(book.bytes, name: "a.xlsx") == [["1"]])
    }

    @Test("a workbook without sheets")
    func withoutSheets() {
        let problem = refusal { _ = try cells(OddWorkbook(sheets: []).bytes, name: "a.xlsx") }
        #expect(problem?.code == .fileDamaged)
    }

    @Test("a truncated workbook, wherever it ends", arguments: [0.1, 0.5, 0.9, 0.99])
    func truncated(share: Double) {
        let bytes = OddWorkbook("<row r=\"1\"><c><v>1</v></c></row>").bytes
        let problem = refusal { _ = try cells(Array(bytes.prefix(Int(Double(bytes.count) * share))), name: "a.xlsx") }
        #expect(problem?.code == .fileDamaged)
    }

    @Test(
        "sheets that hold what no sheet holds",
        arguments: [
            "<row r=\"1\"><c><v>1</v></c>", "<row r=\"1\"><c t=\"s\"><v>7</v></c></row>", "<row r=\"0\"/>",
            "<row r=\"1048577\"/>", "<row r=\"99999999999999999999\"/>",
            String(repeating: "<row>", count: 10_000) + String(repeating: "</row>", count: 10_000), "<row>&nbsp;</row>",
        ])
    func damagedSheet(rows: String) {
        let problem = refusal { _ = try cells(OddWorkbook(rows).bytes, name: "a.xlsx") }
        #expect(problem?.code == .fileDamaged)
        #expect(problem?.found.hasPrefix("xl/worksheets/sheet0.xml") == true)
    }

    @Test(
        "a document type, and with it every entity bomb",
        arguments: [
            "xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet0.xml", "xl/styles.xml", "_rels/.rels",
        ])
    func documentType(path: String) throws {
        var book = OddWorkbook("<row r=\"1\"><c><v>1</v></c></row>", strings: "<si><t>a</t></si>")
        let bomb = "<!DOCTYPE a [<!ENTITY x \"\(String(repeating: "あ", count: 999))\">]>"
        book.parts[path] = bomb + (try #require(book.allParts[path]))
        let problem = refusal { _ = try cells(book.bytes, name: "a.xlsx") }
        #expect(problem?.code == .fileDamaged && problem?.found.contains("DOCTYPE") == true)
    }

    @Test("a part that is encrypted within the archive")
    func encryptedPart() {
        var zip = ZipBuilder()
        for (path, text) in OddWorkbook("").allParts { zip.add(path, Array(text.utf8), isEncrypted: true) }
        let problem = refusal { _ = try cells(zip.finished(), name: "a.xlsx") }
        #expect(problem?.code == .fileEncrypted)
    }

    @Test("a part whose checksum is wrong")
    func wrongChecksum() {
        var zip = ZipBuilder()
        for (path, text) in OddWorkbook("<row r=\"1\"><c><v>1</v></c></row>").allParts {
            zip.add(path, Array(text.utf8), checksum: path.hasSuffix("sheet0.xml") ? 1 : nil)
        }
        let problem = refusal { _ = try cells(zip.finished(), name: "a.xlsx") }
        #expect(problem?.code == .fileDamaged)
    }
}
