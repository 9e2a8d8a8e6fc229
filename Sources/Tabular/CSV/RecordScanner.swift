import Glibc

/// Finds the cells of one record of a CSV (RFC 4180, and as tolerant as Excel).
///
/// - A quotation mark quotes only at the beginning of a cell; within an unquoted one it is text.
/// - Text after a closing quotation mark belongs to the cell, up to the next delimiter.
/// - CRLF, LF and CR end a record, also mixed; within quotes they are text and stay as they are.
struct RecordScanner {
    enum Outcome {
        /// The record's text ends at `end`, the next record begins at `next`.
        case record(end: Int, next: Int)
        /// The record goes on behind the buffer; `isQuoted` within quotes.
        case needsMore(isQuoted: Bool)
        /// The text ended within the quotes that were opened at `quote`.
        case unclosed(quote: Int)
    }

    let delimiter: UInt8
    private let delimiterWord: UInt64

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        delimiterWord = UInt64(delimiter) &* Self.ones
    }

    /// Appends the cells of the record at `start` to `spans`, relative to `start`, without the outer quotes. Cells
    /// that hold quotes of their own come back raw, opening quote included, and are listed in `escaped`.
    ///
    /// - Parameters:
    ///   - isLast: nothing comes behind `end`.
    ///   - quotesBefore: quotation marks from here on are text.
    func scan(
        _ base: UnsafePointer<UInt8>, from start: Int, to end: Int, isLast: Bool, quotesBefore: Int = .max,
        spans: inout [Row.Span], escaped: inout [Int]
    ) -> Outcome {
        var index = start
        if index < end, base[index] == Self.lineFeed || base[index] == Self.carriageReturn {
            return lineEnd(base, index, end, isLast: isLast)
        }
        while true {
            var cell = (start: index, end: index)
            if index < end, base[index] == Self.quote, index < quotesBefore {
                guard let close = closingQuote(base, index, end) else {
                    return isLast ? .unclosed(quote: index) : .needsMore(isQuoted: true)
                }
                let isDoubtful = close.index + 1 == end && !isLast
                if isDoubtful { return .needsMore(isQuoted: true) }
                let tail = endOfText(base, close.index + 1, end)
                if close.holdsQuotes || tail > close.index + 1 {
                    escaped.append(spans.count)
                    cell.end = tail
                } else {
                    cell = (index + 1, close.index)
                }
                index = tail
            } else {
                index = endOfText(base, index, end)
                cell.end = index
            }
            if index == end, !isLast { return .needsMore(isQuoted: false) }
            spans.append(
                Row.Span(
                    start: UInt32(truncatingIfNeeded: cell.start - start),
                    end: UInt32(truncatingIfNeeded: cell.end - start)))
            if index == end { return .record(end: end, next: end) }
            if base[index] != delimiter { return lineEnd(base, index, end, isLast: isLast) }
            index += 1
        }
    }

    /// Takes the quotes off a raw cell in place and returns its new end.
    func unescape(_ bytes: inout [UInt8], _ span: Row.Span) -> UInt32 {
        var (read, write) = (Int(span.start) + 1, Int(span.start))
        let end = Int(span.end)
        bytes.withUnsafeMutableBufferPointer { bytes in
            while read < end {
                if bytes[read] == Self.quote {
                    read += 1
                    if read >= end || bytes[read] != Self.quote { break }
                }
                bytes[write] = bytes[read]
                read += 1
                write += 1
            }
            while read < end {
                bytes[write] = bytes[read]
                read += 1
                write += 1
            }
        }
        return UInt32(write)
    }

    private func lineEnd(_ base: UnsafePointer<UInt8>, _ index: Int, _ end: Int, isLast: Bool) -> Outcome {
        guard base[index] == Self.carriageReturn else { return .record(end: index, next: index + 1) }
        if index + 1 == end { return isLast ? .record(end: index, next: end) : .needsMore(isQuoted: false) }
        return .record(end: index, next: base[index + 1] == Self.lineFeed ? index + 2 : index + 1)
    }

    /// The quote that closes the one at `open`; quotes written twice are skipped.
    @inline(__always)
    private func closingQuote(
        _ base: UnsafePointer<UInt8>, _ open: Int, _ end: Int
    ) -> (index: Int, holdsQuotes: Bool)? {
        var (index, holdsQuotes) = (open + 1, false)
        while index < end, let found = memchr(base + index, Int32(Self.quote), end - index) {
            let place = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
            guard place + 1 < end, base[place + 1] == Self.quote else { return (place, holdsQuotes) }
            holdsQuotes = true
            index = place + 2
        }
        return nil
    }

    /// The next delimiter or line end from `start`, else `end`; eight bytes at a time.
    @inline(__always)
    private func endOfText(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index + 8 <= end {
            let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
            let hits =
                Self.zeroBytes(word ^ delimiterWord) | Self.zeroBytes(word ^ Self.lineFeedWord)
                | Self.zeroBytes(word ^ Self.carriageReturnWord)
            // The lowest hit is exact, those above it may be carried over from it.
            if hits != 0 { return index + UInt64(littleEndian: hits).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < end {
            let byte = base[index]
            if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { return index }
            index += 1
        }
        return end
    }

    /// The high bit of each byte that is zero (Warren, Hacker's Delight, 6-1).
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & 0x8080_8080_8080_8080 }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static var lineFeedWord: UInt64 { ones &* 0x0A }
    private static var carriageReturnWord: UInt64 { ones &* 0x0D }
    private static var quote: UInt8 { 0x22 }
    private static var lineFeed: UInt8 { 0x0A }
    private static var carriageReturn: UInt8 { 0x0D }
}
