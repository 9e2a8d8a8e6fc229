internal import FuzzSupport

/// Parts of a workbook as one text that can be read and changed by hand: a line `@` and the letter of a part, then the
/// part. What is left out is there in its simplest form.
struct WorkbookText {
    private static let paths: [UInt8: String] = [
        UInt8(ascii: "c"): "[Content_Types].xml", UInt8(ascii: "p"): "_rels/.rels",
        UInt8(ascii: "w"): "xl/workbook.xml", UInt8(ascii: "r"): "xl/_rels/workbook.xml.rels",
        UInt8(ascii: "s"): "xl/worksheets/sheet1.xml", UInt8(ascii: "t"): "xl/sharedStrings.xml",
        UInt8(ascii: "y"): "xl/styles.xml",
    ]

    let archive: [UInt8]
    /// Behind `@n`: the sheet that is asked for.
    let sheet: String?
    /// Without `@m`.
    let spreadsMergedCells: Bool

    init(_ text: [UInt8]) {
        let given = Self.split(text)
        var archive = StoredArchive()
        for (letter, path) in Self.paths.sorted(by: { $0.value < $1.value }) {
            archive.add(path, given[letter] ?? Array((Self.simplest[letter] ?? "").utf8)[...])
        }
        self.archive = archive.bytes
        sheet = given[UInt8(ascii: "n")].map { String(decoding: $0, as: UTF8.self) }
        spreadsMergedCells = given[UInt8(ascii: "m")] == nil
    }

    private static func split(_ text: [UInt8]) -> [UInt8: ArraySlice<UInt8>] {
        var parts: [UInt8: ArraySlice<UInt8>] = [:]
        var (letter, start, index) = (UInt8(ascii: "s"), 0, 0)
        while index < text.count {
            let isHead =
                text[index] == UInt8(ascii: "@") && index + 2 < text.count && text[index + 2] == UInt8(ascii: "\n")
                && (index == 0 || text[index - 1] == UInt8(ascii: "\n"))
            if isHead {
                if index > start { parts[letter] = text[start..<index] }
                (letter, start) = (text[index + 1], index + 3)
                index += 3
            } else {
                index += 1
            }
        }
        parts[letter] = text[start...]
        return parts
    }

    private static let simplest: [UInt8: String] = [
        UInt8(ascii: "c"): "<Types/>",
        UInt8(ascii: "p"): relationships([("a", "officeDocument", "xl/workbook.xml")]),
        UInt8(ascii: "w"): #"<workbook><sheets><sheet name="A" id="a"/></sheets></workbook>"#,
        UInt8(ascii: "r"): relationships([
            ("a", "worksheet", "worksheets/sheet1.xml"), ("b", "sharedStrings", "sharedStrings.xml"),
            ("c", "styles", "styles.xml"),
        ]),
        UInt8(ascii: "s"): #"<worksheet><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>"#,
        UInt8(ascii: "t"): "<sst><si><t>a</t></si><si><t>b</t></si></sst>",
        UInt8(ascii: "y"): "<styleSheet><cellXfs><xf/></cellXfs></styleSheet>",
    ]

    private static func relationships(_ all: [(id: String, kind: String, target: String)]) -> String {
        let entries = all.map { #"<Relationship Id="\#($0.id)" Type="/\#($0.kind)" Target="\#($0.target)"/>"# }
        return "<Relationships>\(entries.joined())</Relationships>"
    }
}
