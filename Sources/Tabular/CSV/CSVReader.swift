import Model

/// Reads the records of a CSV, a chunk of the file at a time.
final class CSVReader {
    private let location: CellLocation
    private let limits: Limits
    private let scanner: RecordScanner
    private let window: ByteWindow
    private var stream: TextStream
    private var isWhole = false
    /// UTF-8 bytes before the window.
    private var position = 0
    private var number = 0
    private var escaped: [Int] = []
    private var flawedRows = 0
    private(set) var problems: [Problem] = []

    /// Rows with undecodable bytes that are reported one by one.
    private static let reportedRows = 1000

    var encoding: TextEncoding { stream.encoding }
    var delimiter: UInt8 { scanner.delimiter }

    init(_ file: InputFile, options: TableOptions) throws(StageError) {
        location = file.location
        limits = options.limits
        window = ByteWindow(capacity: 1 << 19)
        stream = try TextStream(file, try DetectedEncoding(file, wanted: options.encoding))
        isWhole = try !stream.read(into: window)
        let text = UnsafeBufferPointer(start: window.base + window.start, count: window.count)
        let directive = SeparatorDirective(text)
        scanner = RecordScanner(
            delimiter: options.delimiter ?? directive?.delimiter
                ?? DelimiterDetection.detect(text, isWhole: text.count < 1 << 16))
        skip(directive?.length ?? 0)
    }

    func next(into row: inout Row) throws(StageError) -> Bool {
        row.clear(number: number + 1)
        try skipMarks()
        // Relative to the record: from here on, quotation marks of this record are text.
        var quotesBefore: Int?
        while true {
            if window.count == 0, try !fill() {
                reportRest()
                return false
            }
            row.spans.removeAll(keepingCapacity: true)
            escaped.removeAll(keepingCapacity: true)
            let outcome = scanner.scan(
                window.base, from: window.start, to: window.end, isLast: isWhole,
                quotesBefore: quotesBefore.map { window.start + $0 } ?? .max, spans: &row.spans, escaped: &escaped)
            switch outcome {
            case .record(let end, let next):
                if isEndMark(end: end, next: next) {
                    row.spans.removeAll(keepingCapacity: true)
                    return false
                }
                finish(&row, end: end, next: next)
                return true
            case .needsMore(let isQuoted):
                try checkSize(isQuoted: isQuoted)
                try fill()
            case .unclosed(let quote):
                // Taken as text: else all rows that follow would vanish into one cell. It happens once at most, since
                // all quotation marks behind it come in pairs.
                problems.append(Problem(.unclosedQuote, at: rowLocation(number + 1)))
                quotesBefore = quote - window.start
            }
        }
    }

    /// Files with a byte order mark that were put one behind the other, or got a second mark, have marks at the
    /// beginning of a line: nobody sees them, and a quote behind one would not be the first of its cell.
    private func skipMarks() throws(StageError) {
        while true {
            while window.count < 3, try fill() {}
            let text = window.base + window.start
            guard window.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF else { return }
            skip(3)
        }
    }

    private func skip(_ count: Int) {
        window.start += count
        position += count
    }

    /// Old systems write a Ctrl-Z behind the last line.
    private func isEndMark(end: Int, next: Int) -> Bool {
        guard isWhole, next == window.end, end - window.start == 1, window.base[window.start] == 0x1A else {
            return false
        }
        window.start = window.end
        reportRest()
        return true
    }

    @discardableResult
    private func fill() throws(StageError) -> Bool {
        if isWhole { return false }
        isWhole = try !stream.read(into: window)
        return !isWhole
    }

    private func finish(_ row: inout Row, end: Int, next: Int) {
        number += 1
        row.bytes.append(contentsOf: UnsafeBufferPointer(start: window.base + window.start, count: end - window.start))
        for cell in escaped { row.spans[cell].end = scanner.unescape(&row.bytes, row.spans[cell]) }
        TextFormula.unwrap(&row, scanner)
        skip(next - window.start)
        report(stream.takeDefects(before: position))
    }

    private func report(_ defects: ArraySlice<Defect>) {
        guard let first = defects.first else { return }
        flawedRows += 1
        guard flawedRows <= Self.reportedRows else { return }
        let bytes = first.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
        var found = "byte \(first.offset): \(bytes.joined(separator: " "))"
        if let other = first.readAs { found += " → \(other.rawValue)" }
        if defects.count > 1 { found += ", +\(defects.count - 1)" }
        problems.append(
            Problem(.undecodableBytes, at: rowLocation(number), found: found, expected: encoding.rawValue))
    }

    /// Once, at the end: how many rows more were not reported one by one.
    private func reportRest() {
        guard flawedRows > Self.reportedRows else { return }
        problems.append(
            Problem(
                .undecodableBytes, at: location, found: "+\(flawedRows - Self.reportedRows)",
                expected: encoding.rawValue))
        flawedRows = 0
    }

    private func checkSize(isQuoted: Bool) throws(StageError) {
        guard window.count > limits.rowBytes else { return }
        if isQuoted { throw StageError(.unclosedQuote, at: rowLocation(number + 1)) }
        throw StageError(
            .fileTooLarge, at: rowLocation(number + 1), found: "> \(limits.rowBytes) bytes",
            expected: "\(limits.rowBytes) bytes")
    }

    private func rowLocation(_ row: Int) -> CellLocation { CellLocation(file: location.file, row: row) }
}
