/// A chart of values of 0 or more that stand in a sheet.
public struct WorkbookChart: Sendable {
    public enum Kind: Sendable, Hashable {
        /// A horizontal bar for each row, with its value.
        case bars
        /// A curve over the numbers of the label column, for values in per cent; the titles of the columns name its axes.
        case curve
    }

    /// Where it stands.
    public enum Place: Sendable, Hashable {
        /// To the right of the columns, one below the other: for narrow tables, since a sheet is printed as wide as all
        /// that is on it.
        case beside
        /// Below the rows that there are so far, one beside the other: for tables that get no more.
        case below
    }

    public var kind: Kind
    public var place: Place
    public var title: String
    /// Column of the sheet that names the values, from 0.
    public var labelColumn: Int
    /// Column of the sheet with the values, from 0.
    public var valueColumn: Int
    /// Rows of the sheet as they were counted by ``WorkbookWriter/row(_:styles:)``; `nil` for all so far.
    public var rows: ClosedRange<Int>?

    public init(
        _ kind: Kind, _ place: Place = .beside, title: String, labelColumn: Int, valueColumn: Int,
        rows: ClosedRange<Int>? = nil
    ) {
        self.kind = kind
        self.place = place
        self.title = title
        self.labelColumn = labelColumn
        self.valueColumn = valueColumn
        self.rows = rows
    }
}
