/// Where something stands in a file that a person can open: as exact as is known, as a spreadsheet shows it.
public struct CellLocation: Sendable, Hashable {
    /// Path relative to the wave folder, or as the caller gave it.
    public var file: String
    /// Name of the sheet; `nil` for files that have none.
    public var sheet: String?
    /// Row as a spreadsheet numbers it, from 1; in a text file such as `wave.yaml`, the line.
    public var row: Int?
    /// Title of the column (`upper / lower` where there are two header rows), or the key of a configuration file.
    public var column: String?

    public init(file: String, sheet: String? = nil, row: Int? = nil, column: String? = nil) {
        self.file = file
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    public func column(_ title: String) -> CellLocation {
        CellLocation(file: file, sheet: sheet, row: row, column: title)
    }

    /// `名簿.xlsx［名簿］12行「所在地」` or `名簿.xlsx [名簿] row 12 "所在地"`.
    public func description(in language: Language) -> String {
        var text = file
        switch language {
        case .japanese:
            if let sheet { text += "［\(sheet)］" }
            if let row { text += " \(row)行" }
            if let column { text += "「\(column)」" }
        case .english:
            if let sheet { text += " [\(sheet)]" }
            if let row { text += " row \(row)" }
            if let column { text += " \"\(column)\"" }
        }
        return text
    }
}
