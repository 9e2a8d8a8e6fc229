import Glibc

/// UTF-8 and CP932 in one file, as when lists of two sections were put one behind the other. A line that is certainly
/// of the other encoding is read in it, and is a defect all the same: somebody should know.
struct MixedDecoder: Decoder {
    private let main: TextEncoding
    private let table: CP932Decoder

    /// - Parameter main: `utf8` or `cp932`, the encoding of every line that isn't certain.
    init(main: TextEncoding, table: CP932Decoder) {
        self.main = main
        self.table = table
    }

    func decode(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout DecodedText) -> Int {
        // Lines in the main encoding are decoded together.
        var (run, index) = (0, 0)
        while index < input.count {
            guard let end = endOfLine(input, from: index) ?? (isLast ? input.count : nil) else {
                if index > 0 { break }
                return decode(input, 0..<input.count, as: main, isLast: false, into: &output)
            }
            if let flaw = foreignBytes(input, index..<end) {
                _ = decode(input, run..<index, as: main, isLast: true, into: &output)
                output.defects.append((output.count, flaw, main == .utf8 ? .cp932 : .utf8))
                _ = decode(input, index..<end, as: main == .utf8 ? .cp932 : .utf8, isLast: true, into: &output)
                run = end
            }
            index = end
        }
        _ = decode(input, run..<index, as: main, isLast: true, into: &output)
        return index
    }

    /// The first character that is foreign to the main encoding, in a line that is of the other one.
    private func foreignBytes(_ input: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Range<Int>? {
        let bytes = UnsafeBufferPointer(rebasing: input[line])
        let foreign = main == .cp932 ? utf8Character(in: bytes) : cp932Character(in: bytes)
        return foreign.map { line.lowerBound + $0.lowerBound..<line.lowerBound + $0.upperBound }
    }

    /// The first Japanese character of a line that is UTF-8 and not CP932.
    private func utf8Character(in line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        // Nearly every line of CP932 is told by its first character.
        guard let base = line.baseAddress, let first = line.firstIndex(where: { $0 >= 0x80 }) else { return nil }
        let length = UTF8Scanner.length(base + first, line.count - first)
        guard length > 0, case .end = UTF8Scanner.scan(line, from: first).stop else { return nil }
        // Half-width katakana can make up a character of two bytes, kanji hardly ever two of three.
        guard UTF8Tally(Array(line)).wide > 1 || !table.isSound(line) else { return nil }
        return first..<first + length
    }

    /// The first character that is no UTF-8, in a line that is CP932.
    private func cp932Character(in line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let (flaw, stop) = UTF8Scanner.scan(line, from: 0)
        if case .end = stop { return nil }
        guard !UTF8Tally(Array(line)).looksLikeUTF8, table.isSound(line) else { return nil }
        return flaw..<flaw + ((0xA1...0xDF).contains(line[flaw]) ? 1 : 2)
    }

    private func decode(
        _ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, as encoding: TextEncoding, isLast: Bool,
        into output: inout DecodedText
    ) -> Int {
        let bytes = UnsafeBufferPointer(rebasing: input[range])
        let known = output.defects.count
        let decoder: any Decoder = encoding == .utf8 ? UTF8Decoder() : table
        let consumed = decoder.decode(bytes, isLast: isLast, into: &output)
        for index in known..<output.defects.count {
            let inner = output.defects[index].range
            output.defects[index].range = inner.lowerBound + range.lowerBound..<inner.upperBound + range.lowerBound
        }
        return consumed
    }

    /// Behind the next line feed; neither encoding has one within a character.
    private func endOfLine(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = input.baseAddress, let found = memchr(base + start, 0x0A, input.count - start) else {
            return nil
        }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base + 1
    }
}
