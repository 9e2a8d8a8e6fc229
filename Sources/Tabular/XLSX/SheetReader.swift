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

    var hiddenRows: Int { events.hiddenRows }

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
        while !events.hasRows {
            if isAtEnd { return false }
            let count = try entry.read(into: buffer.bytes)
            isAtEnd = count == 0
            try parser.feed(UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count]), isLast: isAtEnd)
        }
        events.take(&row)
        return true
    }
}

/// Memory for one chunk of a part.
final class ChunkBuffer {
    let bytes: UnsafeMutableRawBufferPointer

    init(count: Int) { bytes = .allocate(byteCount: count, alignment: 16) }

    deinit { bytes.deallocate() }
}
