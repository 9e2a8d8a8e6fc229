import Model

/// What the cells of a sheet are read with.
struct SheetContext {
    let strings: SharedStrings
    let formats: [NumberFormat]
    let numbers: CellNumber
    /// Merged ranges by their first row.
    let merges: [Int: [CellRange]]
    let limits: Limits
}

/// Puts the rows of a sheet together as its XML goes by.
struct SheetRows {
    private struct FinishedRow {
        let number: Int
        let bytes: Range<Int>
        let spans: Range<Int>
    }

    private enum CellType { case number, shared, inline, boolean, error, text, date }

    private let context: SheetContext
    /// Which styles leave numbers as they are.
    private let isPlain: [Bool]
    /// What keeps the sheet from being read; nothing is taken in after it.
    private(set) var wrong: XMLFailure?

    // Rows that are ready, and behind them the one that is being read, all in one buffer; spans count from the row.
    private var bytes: [UInt8] = []
    private var spans: [Row.Span] = []
    private var rows: [FinishedRow] = []
    private var taken = 0
    private var rowBytes = 0
    private var rowSpans = 0
    private var rowNumber = 0

    // The cell that is being read.
    private var isInRows = false
    private var isInRow = false
    private var isInCell = false
    private var isInValue = false
    private var hasFormula = false
    private var column = 0
    private var style = 0
    private var type = CellType.number
    private var item = TextItem()
    private var value: [UInt8] = []

    private(set) var hiddenRows = 0
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private(set) var uncalculatedCells: [CellRange] = []
    /// Cells whose text holds broken characters, also those behind the last that is listed.
    private(set) var brokenCells = 0
    private(set) var listedBrokenCells: [CellRange] = []
    /// Cells that are listed; the rest only counts as such.
    private static let mostListed = 1000

    init(_ context: SheetContext) {
        self.context = context
        isPlain = context.formats.map { $0 == .plain }
    }

    // MARK: - Rows out

    var hasRows: Bool { taken < rows.count }

    /// Rows that share their texts can be far larger than the XML that they stand in.
    var isFull: Bool { hasRows && bytes.count + spans.count * MemoryLayout<Row.Span>.stride > 1 << 20 }

    mutating func take(_ row: inout Row) {
        let finished = rows[taken]
        row.number = finished.number
        row.bytes.append(contentsOf: bytes[finished.bytes])
        row.spans.append(contentsOf: spans[finished.spans])
        taken += 1
        guard taken == rows.count else { return }
        rows.removeAll(keepingCapacity: true)
        taken = 0
        bytes.removeSubrange(..<rowBytes)
        spans.removeSubrange(..<rowSpans)
        (rowBytes, rowSpans) = (0, 0)
    }

    // MARK: - Events

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if isInCell {
            if type == .inline {
                item.start(name)
            } else if name.letter == UInt8(ascii: "v") {
                isInValue = true
            } else if name.letter == UInt8(ascii: "f") {
                hasFormula = true
            }
        } else if isInRows {
            if name.letter == UInt8(ascii: "c") {
                if isInRow { startCell(attributes) }
            } else if name == "row" {
                startRow(attributes)
            }
        } else if name == "sheetData" {
            isInRows = true
        } else if name == "col" {
            addHiddenColumns(attributes)
        }
    }

    private mutating func addHiddenColumns(_ attributes: XMLAttributes) {
        guard ["1", "true"].contains(attributes["hidden"]), hiddenColumns.count < Self.mostListed,
            let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
            1 <= first, first <= last, last <= CellReference.columns
        else { return }
        hiddenColumns.append(first...last)
    }

    mutating func end(_ name: XMLName) {
        if isInCell {
            if name.letter == UInt8(ascii: "c") {
                finishCell()
            } else if type == .inline {
                item.end(name)
            } else {
                isInValue = false
            }
        } else if isInRows {
            if name == "row", isInRow { finishRow() } else if name == "sheetData" { isInRows = false }
        }
    }

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard isInValue || isInCell && type == .inline && item.isText else { return }
        value.append(contentsOf: piece)
        if value.count > context.limits.rowBytes { refuseRow() }
    }

    private mutating func startRow(_ attributes: XMLAttributes) {
        isInRow = true
        rowNumber += 1
        column = 0
        for (name, value) in attributes {
            if name.letter == UInt8(ascii: "r") {
                var pointer = value
                rowNumber = CellReference.readNumber(&pointer) ?? 0
            } else if name == "hidden",
                value[0] == CChar(bitPattern: UInt8(ascii: "1")) || value[0] == CChar(bitPattern: UInt8(ascii: "t"))
            {
                hiddenRows += 1
            }
        }
        if !(1...CellReference.rows).contains(rowNumber) { wrong = .damaged("row \(rowNumber)") }
    }

    private mutating func startCell(_ attributes: XMLAttributes) {
        isInCell = true
        hasFormula = false
        column += 1
        type = .number
        style = 0
        item = TextItem()
        for (name, value) in attributes {
            var pointer = value
            switch name.letter {
            case UInt8(ascii: "r"):
                // Some write the column alone, and some nothing; then cells follow one another.
                if let place = CellReference.read(&pointer) { column = place.column }
            case UInt8(ascii: "s"): style = CellReference.readNumber(&pointer) ?? 0
            case UInt8(ascii: "t"): type = SheetRows.type(value)
            default: break
            }
        }
        if column > CellReference.columns { wrong = .damaged("column \(column)") }
    }

    private static func type(_ text: UnsafePointer<CChar>) -> CellType {
        switch (UInt8(bitPattern: text[0]), UInt8(bitPattern: text[0] == 0 ? 0 : text[1])) {
        case (UInt8(ascii: "s"), 0): .shared
        case (UInt8(ascii: "s"), _): .text
        case (UInt8(ascii: "i"), _): .inline
        case (UInt8(ascii: "b"), _): .boolean
        case (UInt8(ascii: "e"), _): .error
        case (UInt8(ascii: "d"), _): .date
        default: .number
        }
    }

    // MARK: - Cells

    private mutating func finishCell() {
        isInCell = false
        isInValue = false
        guard wrong == nil else { return }
        defer { value.removeAll(keepingCapacity: true) }
        let start = bytes.count
        switch type {
        case .shared: appendShared()
        case .inline, .text:
            if TextEscapes.decode(&value, from: 0) { addBrokenCell() }
            bytes.append(contentsOf: value)
        case .error: bytes.append(contentsOf: value)
        case .boolean: appendBoolean()
        case .date: appendDate()
        case .number:
            if value.isEmpty {
                if hasFormula, uncalculatedCells.count < Self.mostListed {
                    uncalculatedCells.append(cell)
                }
                return
            }
            let isPlain = style < isPlain.count ? isPlain[style] : true
            context.numbers.append(value[...], isPlain ? .plain : context.formats[style], to: &bytes)
        }
        guard bytes.count > start, column <= CellReference.columns else { return }
        if bytes.count - rowBytes > context.limits.rowBytes { return refuseRow() }
        place(Row.Span(start: UInt32(start - rowBytes), end: UInt32(bytes.count - rowBytes)))
    }

    private mutating func place(_ span: Row.Span) {
        let index = rowSpans + column - 1
        if index < spans.count {
            spans[index] = span
        } else {
            if index > spans.count { spans.append(contentsOf: repeatElement(.empty, count: index - spans.count)) }
            spans.append(span)
        }
    }

    private mutating func appendShared() {
        var index = 0
        for byte in value {
            let digit = byte &- UInt8(ascii: "0")
            if digit > 9 || index > 1 << 40 { break }
            index = index * 10 + Int(digit)
        }
        if value.isEmpty { return }
        guard let range = context.strings[index] else {
            wrong = .damaged("shared string \(index) of \(context.strings.count)")
            return
        }
        bytes.append(contentsOf: context.strings.bytes[range])
        if context.strings.broken.contains(index) { addBrokenCell() }
    }

    private mutating func addBrokenCell() {
        brokenCells += 1
        if listedBrokenCells.count < Self.mostListed { listedBrokenCells.append(cell) }
    }

    /// The cell that is being read.
    private var cell: CellRange { CellRange(rows: rowNumber...rowNumber, columns: column...column) }

    private mutating func appendBoolean() {
        if value.isEmpty { return }
        let isTrue = value == [UInt8(ascii: "1")] || value.elementsEqual("true".utf8)
        bytes.append(contentsOf: (isTrue ? "TRUE" : "FALSE").utf8)
    }

    /// ISO 8601 already; the time of a mere day is left out.
    private mutating func appendDate() {
        let midnight = Array("T00:00:00".utf8)
        if let range = value.firstPlace(of: midnight) {
            value.removeSubrange(range.lowerBound...)
        } else if let point = value.firstIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "Z") }) {
            value.removeSubrange(point...)
        }
        bytes.append(contentsOf: value)
    }

    private mutating func refuseRow() {
        let limit = context.limits.rowBytes
        wrong = .tooLarge(found: "row \(rowNumber): > \(limit) bytes", limit: "\(limit) bytes")
    }

    // MARK: - Row end

    private mutating func finishRow() {
        isInRow = false
        defer { (rowBytes, rowSpans) = (bytes.count, spans.count) }
        guard wrong == nil, spans.count > rowSpans else { return }
        // Ranges don't overlap, so those of a row are no wider than the sheet; others were made to cost time.
        var room = CellReference.columns
        for merge in context.merges[rowNumber] ?? [] {
            room -= merge.columns.count
            if room >= 0 { spread(merge) }
        }
        rows.append(
            FinishedRow(number: rowNumber, bytes: rowBytes..<bytes.count, spans: rowSpans..<spans.count))
    }

    /// The cells of a merged range show what its first cell holds; they share its bytes.
    private mutating func spread(_ merge: CellRange) {
        let first = rowSpans + merge.columns.lowerBound - 1
        guard first < spans.count, spans[first].end > spans[first].start else { return }
        let span = spans[first]
        for other in merge.columns.dropFirst() {
            column = other
            place(span)
        }
    }
}
