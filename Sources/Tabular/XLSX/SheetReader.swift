import Model

/// Reads the rows of one sheet, a chunk of its XML at a time.
final class SheetReader {
    let sheet: String
    let mergedRanges: [CellRange]
    private let archive: ZipArchive
    private let entry: ZipEntry
    private let parser: XMLParser
    private let events: SheetEvents
    private let buffer: ChunkBuffer
    private var isAtEnd = false

    var hiddenRows: Int { events.rows.hiddenRows }
    var hiddenColumns: [ClosedRange<Int>] { events.rows.hiddenColumns }
    var uncalculatedCells: [CellRange] { events.rows.uncalculatedCells }

    var problems: [Problem] {
        let listed = events.rows.listedBrokenCells
        let location = archive.location
        func problem(_ found: String, row: Int? = nil) -> Problem {
            Problem(
                .brokenCharacters, at: CellLocation(file: location.file, sheet: sheet, row: row), found: found)
        }
        let rest = events.rows.brokenCells - listed.count
        return listed.map { problem($0.name, row: $0.rows.lowerBound) } + (rest > 0 ? [problem("+\(rest)")] : [])
    }

    init(_ file: InputFile, options: TableOptions) throws(StageError) {
        let parts = try WorkbookParts(file, limits: options.limits)
        let chosen = try parts.sheet(named: options.sheet)
        archive = parts.archive
        sheet = chosen.name
        buffer = ChunkBuffer(count: 1 << 16)
        mergedRanges = try MergedRanges.find(in: chosen.part, archive, buffer)
        var merges: [Int: [CellRange]] = [:]
        if options.spreadsMergedCells {
            for range in mergedRanges where range.columns.count > 1 {
                merges[range.rows.lowerBound, default: []].append(range)
            }
        }
        let context = SheetContext(
            strings: try parts.sharedStrings(limits: options.limits), formats: try parts.formats(),
            numbers: CellNumber(is1904: parts.is1904), merges: merges, limits: options.limits)
        events = SheetEvents(context)
        entry = try archive.open(chosen.part)
        parser = try XMLParser(events, part: entry.name, location: archive.location)
    }

    func next(into row: inout Row) throws(StageError) -> Bool {
        row.clear(number: 0)
        while !events.rows.hasRows {
            if parser.isSuspended {
                try parser.resume()
                continue
            }
            if isAtEnd { return false }
            let count = try entry.read(into: buffer.bytes)
            isAtEnd = count == 0
            try parser.feed(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count]), isLast: isAtEnd)
        }
        events.rows.take(&row)
        return true
    }
}

/// Hands the events on to a value: one check for exclusive access an event, instead of one for each of its parts.
private final class SheetEvents: XMLEvents {
    var rows: SheetRows

    init(_ context: SheetContext) { rows = SheetRows(context) }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) { rows.start(name, attributes) }
    override func end(_ name: XMLName) { rows.end(name) }
    override func text(_ bytes: UnsafeBufferPointer<UInt8>) { rows.text(bytes) }
    override var failure: XMLFailure? { rows.wrong }
    override var isFull: Bool { rows.isFull }
}

/// Memory for one chunk of a part.
final class ChunkBuffer {
    let bytes: UnsafeMutableRawBufferPointer

    init(count: Int) { bytes = .allocate(byteCount: count, alignment: 16) }

    deinit { bytes.deallocate() }
}
