/// A workbook written by hand, part by part.
public struct OddWorkbook: Sendable {
    public struct Sheet: Sendable {
        public var name: String
        /// What stands in `sheetData`.
        public var rows: String
        /// What stands behind it.
        public var tail: String
        public var state: String

        public init(name: String, rows: String, tail: String = "", state: String = "visible") {
            self.name = name
            self.rows = rows
            self.tail = tail
            self.state = state
        }
    }

    public var sheets: [Sheet]
    /// The `si` elements.
    public var strings: String?
    /// Format codes of the styles 1, 2, …; style 0 is General.
    public var formats: [String] = []
    /// Numbers of built-in formats for the styles behind those.
    public var builtInFormats: [Int] = []
    public var is1904 = false
    /// Parts by path that replace others or come on top; `nil` leaves the part out.
    public var parts: [String: String?] = [:]

    public init(_ rows: String, tail: String = "", strings: String? = nil) {
        sheets = [Sheet(name: "Sheet1", rows: rows, tail: tail)]
        self.strings = strings
    }

    public init(sheets: [Sheet]) { self.sheets = sheets }

    /// One row of cells in A1, B1, … of the style 1, 2, … each.
    public init(styled values: [String], formats: [String] = [], builtInFormats: [Int] = []) {
        let cells = values.enumerated().map { #"<c s="\#($0 + 1)"><v>\#($1)</v></c>"# }.joined()
        self.init("<row r=\"1\">\(cells)</row>")
        self.formats = formats
        self.builtInFormats = builtInFormats
    }

    public var bytes: [UInt8] {
        var zip = ZipBuilder()
        for (path, text) in allParts.sorted(by: { $0.key < $1.key }) { zip.add(path, Array(text.utf8)) }
        return zip.finished()
    }

    public var allParts: [String: String] {
        var all = [
            "[Content_Types].xml": "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
            "_rels/.rels": relationships([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": workbook, "xl/styles.xml": styles,
        ]
        var related = [("styles", "styles.xml")]
        for (index, sheet) in sheets.enumerated() {
            related.append(("worksheet", "worksheets/sheet\(index).xml"))
            all["xl/worksheets/sheet\(index).xml"] =
                "<worksheet \(Self.namespaces)><sheetData>\(sheet.rows)</sheetData>\(sheet.tail)</worksheet>"
        }
        if let strings {
            related.append(("sharedStrings", "sharedStrings.xml"))
            all["xl/sharedStrings.xml"] = "<sst \(Self.namespaces)>\(strings)</sst>"
        }
        all["xl/_rels/workbook.xml.rels"] = relationships(related)
        for (path, text) in parts { all[path] = text }
        return all
    }

    public static let namespaces = """
        xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """

    private func relationships(_ targets: [(kind: String, target: String)]) -> String {
        let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        let entries = targets.enumerated().map {
            #"<Relationship Id="rId\#($0)" Type="\#(base)\#($1.kind)" Target="\#($1.target)"/>"#
        }
        return "<Relationships>\(entries.joined())</Relationships>"
    }

    private var workbook: String {
        let entries = sheets.enumerated().map {
            #"<sheet name="\#($1.name)" sheetId="\#($0 + 1)" state="\#($1.state)" r:id="rId\#($0 + 1)"/>"#
        }
        return """
            <workbook \(Self.namespaces)><workbookPr date1904="\(is1904 ? 1 : 0)"/>\
            <sheets>\(entries.joined())</sheets></workbook>
            """
    }

    private var styles: String {
        let codes = formats.enumerated().map {
            #"<numFmt numFmtId="\#(200 + $0)" formatCode="\#(Self.escaped($1))"/>"#
        }
        let ids = [0] + formats.indices.map { 200 + $0 } + builtInFormats
        let styles = ids.map { "<xf numFmtId=\"\($0)\"/>" }
        return """
            <styleSheet \(Self.namespaces)><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId="14"/>\
            </cellStyleXfs><cellXfs>\(styles.joined())</cellXfs></styleSheet>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
