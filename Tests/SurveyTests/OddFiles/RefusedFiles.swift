import TestSupport

/// What can't be read, each with the one thing that is wrong with it.
enum RefusedFiles {
    static let files = otherFormats + protected + damaged + bombs + entities + texts + tables

    /// Signature of OLE 2, the container of everything that Office wrote before 2007.
    private static let container: [UInt8] =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 4088)

    private static func unsupported(_ oddity: String, file: String, as kind: String, _ bytes: [UInt8]) -> OddFile {
        OddFile(oddity, file: file, refused: "format_not_supported \(kind) → xlsx / csv") { bytes }
    }

    private static let otherFormats = [
        unsupported("xls", file: "answers.xls", as: "Excel 97-2003 (.xls)", container),
        unsupported("xls renamed to xlsx", file: "answers.xlsx", as: "Excel 97-2003 (.xls)", container),
        unsupported(
            "xls of Excel 5, without a container", file: "answers.xls", as: "Excel 5 (.xls)",
            [0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x10, 0x00]),
        unsupported(
            "ods", file: "answers.ods", as: "OpenDocument (.ods)",
            archive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")])),
        unsupported(
            "ods renamed to xlsx", file: "answers.xlsx", as: "OpenDocument (.ods)",
            archive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")])),
        unsupported(
            "XML of Excel 2003", file: "answers.xml", as: "XML",
            OddText.utf8("<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")),
        unsupported("xlsb", file: "answers.xlsb", as: "Excel binary (.xlsb)", office("xl/workbook.bin")),
        unsupported("docx", file: "answers.docx", as: "Word (.docx)", office("word/document.xml")),
        unsupported(
            "pptx renamed to xlsx", file: "answers.xlsx", as: "PowerPoint (.pptx)", office("ppt/presentation.xml")),
        unsupported(
            "a CSV in a ZIP archive", file: "answers.zip", as: "ZIP", archive([("answers.csv", OddText.csv())])),
        unsupported("a workbook in gzip", file: "answers.xlsx", as: "gzip", [0x1F, 0x8B, 0x08, 0x00]),
        unsupported("PDF", file: "answers.pdf", as: "PDF", OddText.utf8("%PDF-1.7\n")),
        unsupported(
            "a web page under the name of a workbook", file: "answers.xls", as: "HTML",
            OddText.utf8("\u{FEFF}\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>")),
        unsupported("text under the name of a workbook", file: "answers.xlsx", as: "text", OddText.utf8(OddText.csv())),
        unsupported(
            "a web archive under the name of a workbook", file: "answers.xls", as: "MHTML",
            OddText.utf8("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n")),
        unsupported(
            "SYLK", file: "answers.slk", as: "SYLK (.slk)", OddText.utf8("ID;PWXL;N;E\r\nC;Y1;X1;K\"団体名\"\r\n")),
        unsupported("DIF", file: "answers.dif", as: "DIF", OddText.utf8("TABLE\r\n0,1\r\n\"EXCEL\"\r\n")),
        unsupported(
            "a picture of a table", file: "answers.csv", as: "PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ]

    private static let protected = [
        OddFile("a workbook with a password", file: "answers.xlsx", refused: "file_encrypted") {
            container + OddText.utf16("EncryptedPackage")
        },
        OddFile("a workbook in an archive with a password", file: "answers.xlsx", refused: "file_encrypted") {
            var zip = ZipBuilder()
            for (path, text) in OddSheet.workbook().allParts { zip.add(path, OddText.utf8(text), isEncrypted: true) }
            return zip.finished()
        },
    ]

    private static let damaged = [
        OddFile("an empty file under the name of a workbook", file: "answers.xlsx", refused: "file_damaged 0 bytes") {
            []
        },
        OddFile("a workbook cut in the middle", file: "answers.xlsx", refused: "file_damaged Not a zip archive") {
            let bytes = OddSheet.workbook().bytes
            return Array(bytes.prefix(bytes.count / 2))
        },
        OddFile(
            "a workbook with a part that was damaged on the way", file: "answers.xlsx",
            refused: "file_damaged xl/worksheets/sheet0.xml: CRC error"
        ) {
            OddSheet.workbook().bytes.replacing(OddText.utf8("高齢者"), with: OddText.utf8("高齢煮"))
        },
        OddFile(
            "a workbook without its sheet", file: "answers.xlsx", refused: "file_damaged worksheets/sheet0.xml: -"
        ) {
            var book = OddSheet.workbook()
            book.parts["xl/worksheets/sheet0.xml"] = .some(nil)
            return book.bytes
        },
        OddFile(
            "a workbook without its shared strings", file: "answers.xlsx",
            refused: "file_damaged xl/worksheets/sheet0.xml: shared string 0 of 0"
        ) { OddSheet.workbook([[.shared(0), .shared(1)]]).bytes },
        OddFile(
            "a sheet that ends in the middle of a row", file: "answers.xlsx",
            refused: "file_damaged xl/worksheets/sheet0.xml: no element found, 1:80"
        ) {
            var book = OddSheet.workbook()
            book.parts["xl/worksheets/sheet0.xml"] =
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>団体名</t></is></c>"
            return book.bytes
        },
    ]

    /// Parts that unpack to a thousand times their size.
    private static func bomb(_ path: String, bytes: Int) -> [UInt8] {
        var zip = ZipBuilder()
        for (name, text) in OddSheet.workbook().allParts where name != path { zip.add(name, OddText.utf8(text)) }
        zip.addSpaces(path, count: bytes, after: "<worksheet><sheetData>")
        return zip.finished()
    }

    private static let bombs = [
        OddFile(
            "a zip bomb in a sheet", file: "answers.xlsx",
            refused: "file_too_large xl/worksheets/sheet0.xml: 1031 : 1 → 200 : 1"
        ) { bomb("xl/worksheets/sheet0.xml", bytes: 64 << 20) },
        OddFile(
            "a zip bomb in the styles", file: "answers.xlsx",
            refused: "file_too_large xl/styles.xml: 73400249 bytes → 67108864 bytes"
        ) { bomb("xl/styles.xml", bytes: 70 << 20) },
        OddFile(
            "a sheet that says it is four gigabytes", file: "answers.xlsx",
            refused: "file_too_large xl/worksheets/sheet0.xml: 4294967294 bytes → 1073741824 bytes"
        ) {
            var zip = ZipBuilder()
            for (path, text) in OddSheet.workbook().allParts {
                let isSheet = path.hasSuffix("sheet0.xml")
                zip.add(
                    path, OddText.utf8(text), method: isSheet ? 8 : 0, size: isSheet ? 0xFFFF_FFFE : nil)
            }
            return zip.finished()
        },
        OddFile(
            "an archive of more parts than a workbook has", file: "answers.xlsx",
            refused: "file_too_large 10001 entries → 10000 entries"
        ) {
            var zip = ZipBuilder()
            for index in 0...10_000 { zip.add("xl/\(index).xml", []) }
            return zip.finished()
        },
        OddFile(
            "elements a thousand deep", file: "answers.xlsx", refused: "file_damaged xl/worksheets/sheet0.xml: depth"
        ) {
            OddWorkbook(String(repeating: "<row>", count: 1_000) + String(repeating: "</row>", count: 1_000)).bytes
        },
        OddFile(
            "an attribute of megabytes", file: "answers.xlsx", refused: "file_damaged xl/worksheets/sheet0.xml: token"
        ) {
            OddWorkbook("<row r=\"1\" x=\"\(String(repeating: "x", count: 6 << 20))\"/>").bytes
        },
    ]

    private static func withDocumentType(_ type: String, _ content: String = "&x;") -> [UInt8] {
        var book = OddSheet.workbook([[.shared(0)]])
        book.strings = ""
        book.parts["xl/sharedStrings.xml"] =
            "<?xml version=\"1.0\"?><!DOCTYPE sst [\(type)]><sst><si><t>\(content)</t></si></sst>"
        return book.bytes
    }

    private static let entities = [
        OddFile("billion laughs", file: "answers.xlsx", refused: "file_damaged xl/sharedStrings.xml: DOCTYPE") {
            let laughs = (1...9).map { level in
                "<!ENTITY x\(level) \"\(String(repeating: "&x\(level - 1);", count: 10))\">"
            }
            return withDocumentType("<!ENTITY x0 \"lol\">" + laughs.joined(), "&x9;")
        },
        OddFile(
            "quadratic blow-up by one long entity", file: "answers.xlsx",
            refused: "file_damaged xl/sharedStrings.xml: DOCTYPE"
        ) {
            withDocumentType(
                "<!ENTITY x \"\(String(repeating: "長", count: 50_000))\">", String(repeating: "&x;", count: 50_000))
        },
        OddFile(
            "external entity in sharedStrings", file: "answers.xlsx",
            refused: "file_damaged xl/sharedStrings.xml: DOCTYPE"
        ) {
            withDocumentType("<!ENTITY x SYSTEM \"file:///etc/passwd\">")
        },
        OddFile(
            "parameter entity from the network", file: "answers.xlsx",
            refused: "file_damaged xl/sharedStrings.xml: DOCTYPE"
        ) {
            withDocumentType("<!ENTITY % x SYSTEM \"http://127.0.0.1:9/x.dtd\"> %x;", "")
        },
        OddFile(
            "external entity in the sheet", file: "answers.xlsx",
            refused: "file_damaged xl/worksheets/sheet0.xml: DOCTYPE"
        ) {
            var book = OddSheet.workbook()
            book.parts["xl/worksheets/sheet0.xml"] = """
                <!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row r="1">\
                <c t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>
                """
            return book.bytes
        },
        OddFile(
            "an entity that nobody declared", file: "answers.xlsx",
            refused: "file_damaged xl/worksheets/sheet0.xml: undefined entity, 1:201"
        ) {
            OddWorkbook("<row r=\"1\"><c t=\"inlineStr\"><is><t>&nbsp;</t></is></c></row>").bytes
        },
    ]

    private static let known = "utf-8, cp932, utf-16le, utf-16be"

    private static let texts = [
        OddFile("EUC-JP", file: "answers.csv", refused: "encoding_unknown EUC-JP → \(known)") {
            // 団体名,回答日時 ひまわりの会
            [
                0xC3, 0xC4, 0xC2, 0xCE, 0xCC, 0xBE, 0x2C, 0xB2, 0xF3, 0xC5, 0xFA, 0xC6, 0xFC, 0xBB, 0xFE, 0x0A,
                0xA4, 0xD2, 0xA4, 0xDE, 0xA4, 0xEF, 0xA4, 0xEA, 0xA4, 0xCE, 0xB2, 0xF1, 0x2C, 0x0A,
            ]
        },
        OddFile(
            "ISO-2022-JP, as mails have it", file: "answers.csv", refused: "encoding_unknown ISO-2022-JP → \(known)"
        ) {
            [0x1B, 0x24, 0x42, 0x43, 0x44, 0x42, 0x4E, 0x4C, 0x3E, 0x1B, 0x28, 0x42, 0x2C, 0x78, 0x0D, 0x0A]
        },
        OddFile("UTF-32", file: "answers.csv", refused: "encoding_unknown UTF-32 → \(known)") {
            "\u{FEFF}団体名,".unicodeScalars.flatMap { scalar -> [UInt8] in
                (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * $0)) }
            }
        },
    ]

    private static let tables = [
        OddFile("an empty CSV", file: "answers.csv", refused: "header_missing → 1") { [] },
        OddFile(
            "a CSV that ends before its header", file: "answers.csv", OddSource("header_row: 9"),
            refused: "header_missing → 9"
        ) {
            OddText.utf8(OddText.csv())
        },
        OddFile(
            "a sheet that isn't there", file: "answers.xlsx", OddSource("sheet: 名簿"),
            refused: "sheet_missing 名簿 → Sheet1"
        ) {
            OddSheet.workbook().bytes
        },
        OddFile(
            "titles that changed since last year", file: "answers.csv",
            refused: "column_missing 1 団体名 → 団体の名称", "column_missing 1 回答日時 → 回答した日時"
        ) {
            OddText.utf8(OddText.csv().replacing("団体名", with: "団体の名称").replacing("回答日時", with: "回答した日時"))
        },
        OddFile(
            "a title that two columns have", file: "answers.csv",
            refused: "column_ambiguous 1 種類 → 種類#1, 種類#2"
        ) { OddText.utf8(OddText.csv().replacing("郵便番号,", with: "郵便番号,種類,").replacing("-0806,", with: "-0806,,")) },
        OddFile(
            "a delimiter that wave.yaml names wrongly", file: "answers.csv",
            OddSource("delimiter: tab", columns: "{name: 団体名}", answers: "{\"1-1\": 種類}"),
            refused: "column_missing 1 団体名 → \(OddSurvey.header.joined(separator: ","))",
            "column_missing 1 種類 → \(OddSurvey.header.joined(separator: ","))"
        ) { OddText.utf8(OddText.csv()) },
    ]

    private static func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var zip = ZipBuilder()
        for part in parts { zip.add(part.name, OddText.utf8(part.text)) }
        return zip.finished()
    }

    /// A package of Office with this main part.
    private static func office(_ target: String) -> [UInt8] {
        let relationship = "<Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"\(target)\"/>"
        return archive([
            ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<Relationships>\(relationship)</Relationships>"),
        ])
    }
}
