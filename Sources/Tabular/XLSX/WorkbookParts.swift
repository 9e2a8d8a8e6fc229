import Model

/// The small parts of a workbook: which sheets it has, where they are, and how their numbers are shown.
struct WorkbookParts {
    struct Sheet {
        let name: String
        let isVisible: Bool
        /// Index in the archive.
        let part: UInt64
    }

    let archive: ZipArchive
    let sheets: [Sheet]
    let is1904: Bool
    /// Bytes of a part that is kept in memory, unpacked.
    private static let largestPart = 64 << 20

    private let sharedStringsPart: UInt64?
    private let stylesPart: UInt64?

    /// - Throws: `formatNotSupported` for archives that are no workbook, `fileDamaged`, `fileTooLarge`.
    init(_ file: InputFile, limits: Limits) throws(StageError) {
        let archive = try ZipArchive(file, limits: limits)
        self.archive = archive
        let path = try WorkbookParts.workbookPath(file, archive)
        let folder = String(path[..<(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)])
        guard let index = archive.index(of: path) else { throw archive.damaged("\(path): -") }
        let workbook = WorkbookEvents()
        try XMLParser.parse(
            try archive.open(index, atMost: WorkbookParts.largestPart), location: archive.location, workbook)
        is1904 = workbook.is1904
        let relationships = try WorkbookParts.relationships(of: path, archive)
        func part(_ relationship: Relationship) -> UInt64? {
            archive.index(of: WorkbookParts.resolve(relationship.target, in: folder))
        }
        sharedStringsPart = relationships.values.first { $0.kind == "sharedStrings" }.flatMap(part)
        stylesPart = relationships.values.first { $0.kind == "styles" }.flatMap(part)
        var sheets: [Sheet] = []
        for entry in workbook.sheets {
            guard let relationship = relationships[entry.id] else {
                // Old macro sheets are hidden and have none; another sheet must not be taken for this one.
                if entry.isVisible { throw archive.damaged("\(entry.name): -") }
                continue
            }
            // Chart and dialog sheets have no cells.
            guard relationship.kind == "worksheet" else { continue }
            guard let part = part(relationship) else { throw archive.damaged("\(relationship.target): -") }
            sheets.append(Sheet(name: entry.name, isVisible: entry.isVisible, part: part))
        }
        self.sheets = sheets
        if sheets.isEmpty { throw archive.damaged("0 sheets") }
    }

    func sharedStrings(limits: Limits) throws(StageError) -> SharedStrings {
        guard let sharedStringsPart else { return SharedStrings() }
        return try SharedStrings(try archive.open(sharedStringsPart), archive: archive, limits: limits)
    }

    /// The format of each cell style, in the order in which cells name them.
    func formats() throws(StageError) -> [NumberFormat] {
        guard let stylesPart else { return [] }
        let events = StyleEvents()
        try XMLParser.parse(try archive.open(stylesPart, atMost: Self.largestPart), location: archive.location, events)
        return events.formats
    }

    /// Visible sheets first, each group in the order of the workbook.
    var names: [String] { sheets.filter(\.isVisible).map(\.name) + sheets.filter { !$0.isVisible }.map(\.name) }

    /// - Parameter name: `nil` for the first visible sheet.
    func sheet(named name: String?) throws(StageError) -> Sheet {
        guard let name else { return sheets.first(where: \.isVisible) ?? sheets[0] }
        let folded = SheetName.folded(name)
        if let sheet = sheets.first(where: { $0.name == name })
            ?? sheets.first(where: { SheetName.folded($0.name) == folded })
        {
            return sheet
        }
        throw StageError(
            .sheetMissing, at: archive.location, found: name,
            expected: sheets.filter(\.isVisible).map(\.name).joined(separator: ", "))
    }

    // MARK: - Relationships

    private static func workbookPath(_ file: InputFile, _ archive: ZipArchive) throws(StageError) -> String {
        if archive.index(of: "mimetype") != nil, archive.index(of: "content.xml") != nil {
            throw FileFormat.unsupported(file, "OpenDocument (.ods)")
        }
        let kinds = try relationships(of: "", archive).values
        guard let relationship = kinds.first(where: { $0.kind == "officeDocument" }) else {
            guard archive.index(of: "[Content_Types].xml") == nil else { throw archive.damaged("_rels/.rels: -") }
            throw FileFormat.unsupported(file, "ZIP")
        }
        let path = resolve(relationship.target, in: "")
        let lowered = path.lowercased()
        if lowered.hasSuffix(".bin") { throw FileFormat.unsupported(file, "Excel binary (.xlsb)") }
        if lowered.hasSuffix("document.xml") { throw FileFormat.unsupported(file, "Word (.docx)") }
        if lowered.hasSuffix("presentation.xml") { throw FileFormat.unsupported(file, "PowerPoint (.pptx)") }
        return path
    }

    /// Relationships of a part (of the package for ""), by id.
    private static func relationships(
        of path: String, _ archive: ZipArchive
    ) throws(StageError) -> [String: Relationship] {
        let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let rels = "\(path[..<slash])_rels/\(path[slash...]).rels"
        guard let index = archive.index(of: rels) else { return [:] }
        let events = RelationshipEvents()
        try XMLParser.parse(try archive.open(index, atMost: largestPart), location: archive.location, events)
        return events.byID
    }

    /// The path of a target in the archive: absolute, or relative to `folder` (with its slash).
    static func resolve(_ target: String, in folder: String) -> String {
        var steps: [Substring] = []
        let full = target.hasPrefix("/") || target.hasPrefix("\\") ? target : folder + target
        for step in full.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": break
            case "..": _ = steps.popLast()
            default: steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }
}

struct Relationship {
    /// Last step of the type's address: the same in both dialects of the format.
    let kind: String
    let target: String
}

private final class RelationshipEvents: XMLEvents {
    var byID: [String: Relationship] = [:]

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
            let target = attributes["Target"], attributes["TargetMode"] != "External"
        else { return }
        byID[id] = Relationship(kind: String(type.split(separator: "/").last ?? ""), target: target)
    }
}

private final class WorkbookEvents: XMLEvents {
    var sheets: [(name: String, id: String, isVisible: Bool)] = []
    var is1904 = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "workbookPr" {
            is1904 = ["1", "true", "on"].contains(attributes["date1904"])
        } else if name == "sheet", let title = attributes["name"], let id = attributes["id"] {
            sheets.append((title, id, (attributes["state"] ?? "visible") == "visible"))
        }
    }
}

private final class StyleEvents: XMLEvents {
    private var codes: [Int: NumberFormat] = [:]
    private var isInCellFormats = false
    /// Excel has 64,000 at most.
    private static let mostFormats = 1 << 16
    private(set) var formats: [NumberFormat] = []

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
            if codes.count < Self.mostFormats { codes[id] = NumberFormat(code: code) }
        } else if name == "cellXfs" {
            isInCellFormats = true
        } else if name == "xf", isInCellFormats, formats.count < Self.mostFormats {
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            formats.append(codes[id] ?? NumberFormat(builtIn: id))
        }
    }

    override func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellFormats = false }
    }
}
