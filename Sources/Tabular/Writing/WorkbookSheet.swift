public import Model

/// What a sheet of a workbook looks like: a title and notes, a header row, and the columns below it.
public struct WorkbookSheet: Sendable {
    /// As wished for; see ``WorkbookWriter/addSheet(_:)`` for what becomes of it.
    public var name: String
    /// A line in large letters on top.
    public var title: String?
    /// Lines below the title that say how to read or fill in the sheet.
    public var notes: [String]
    public var columns: [WorkbookColumn]
    /// Columns on the left that stay in sight when the sheet is moved sideways.
    public var frozenColumns: Int
    /// Whether the header row gets filter buttons.
    public var hasFilter: Bool

    public init(
        name: String, title: String? = nil, notes: [String] = [], columns: [WorkbookColumn], frozenColumns: Int = 0,
        hasFilter: Bool = true
    ) {
        self.name = name
        self.title = title
        self.notes = notes
        self.columns = columns
        self.frozenColumns = frozenColumns
        self.hasFilter = hasFilter
    }
}

/// A column of a sheet.
public struct WorkbookColumn: Sendable, Hashable {
    /// How values are shown. A value of another kind than its column's is shown in a way of its own.
    public enum Kind: Sendable, Hashable {
        /// Wrapped; stays text when somebody edits it.
        case text
        /// With separators: 12,345.
        case integer
        /// With a fixed number of decimals, 1…15.
        case decimal(digits: Int)
        /// Values in per cent, with one decimal and without a sign: 12.3.
        case percent
        /// 2024/10/21
        case date
        /// ○ or blank.
        case boolean
    }

    public var title: String
    public var kind: Kind
    /// In widths of a digit, 0…255; `nil` for what suits the kind.
    public var width: Double?
    /// What the cells of the column offer in a drop-down list; none for a free column.
    public var choices: [String]
    /// Whether Excel takes other values than the choices.
    public var takesOtherValues: Bool
    /// The value whose bar fills its cell; `nil` for a column of numbers without bars.
    public var fullBar: Double?

    public init(
        _ title: String, _ kind: Kind = .text, width: Double? = nil, choices: [String] = [],
        takesOtherValues: Bool = false, fullBar: Double? = nil
    ) {
        self.title = title
        self.kind = kind
        self.width = width
        self.choices = choices
        self.takesOtherValues = takesOtherValues
        self.fullBar = fullBar
    }
}

/// A value in a sheet.
public enum WorkbookCell: Sendable, Hashable {
    /// Always text, also where it begins like a formula. Line breaks become LF; control characters and U+FFFE, U+FFFF,
    /// which XML can't hold, become U+FFFD. Longer than 32,767 UTF-16 units, it is cut and reported.
    case text(String)
    /// NaN and infinity are left blank.
    case number(Double)
    case integer(Int)
    case date(CivilDate)
    /// ○ or blank.
    case boolean(Bool)
    case blank
}

/// How a cell stands out.
public struct CellStyle: Sendable, Hashable {
    public enum Emphasis: Sendable, Hashable, CaseIterable {
        case normal
        /// Bold.
        case strong
        /// Grey letters.
        case muted
    }

    /// Pale colours that also print apart in grey and are told apart by colour-blind readers.
    public enum Fill: Sendable, Hashable, CaseIterable {
        case none
        /// Grey: no data, or not to be filled in.
        case grey
        /// Yellow: to be filled in.
        case input
        /// Blue: well covered.
        case calm
        /// Orange: worth a look.
        case attention
        /// Vermilion: a gap.
        case alarm
    }

    public var emphasis: Emphasis
    public var fill: Fill

    public init(_ emphasis: Emphasis = .normal, fill: Fill = .none) {
        self.emphasis = emphasis
        self.fill = fill
    }
}
