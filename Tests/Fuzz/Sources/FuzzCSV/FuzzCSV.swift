internal import FuzzSupport
internal import Model
internal import Tabular

/// The first byte says how the text behind it is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let input = UnsafeBufferPointer(start: data, count: size)
    guard let first = input.first else { return 0 }
    let text = input.dropFirst()
    let options = ReadingOptions(first)
    let table = ReadTable(text, name: fileName, options.table)
    guard table.encoding != nil else { return 0 }
    expect(table.numbers == Array(1..<table.numbers.count + 1), "rows of a text are numbered one by one")
    expect(table.rows.reduce(0) { $0 + $1.count } <= 2 * text.count + 1, "cells come from the text")
    if options.checksWriting, table.refusal == nil { checkWriting(table.rows) }
    if options.checksChunks { checkChunks(table, text, options.table) }
    return 0
}

private let fileName = "a.csv"

private struct ReadingOptions {
    var table = TableOptions()
    let checksWriting: Bool
    /// Costs a thousand times more than the rest.
    let checksChunks: Bool

    init(_ byte: UInt8) {
        let encodings: [TextEncoding?] = [nil, .utf8, .cp932, .utf16LittleEndian]
        let delimiters: [UInt8?] = [nil, UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
        table.encoding = encodings[Int(byte & 3)]
        table.delimiter = delimiters[Int(byte >> 2 & 3)]
        checksWriting = byte & 0x10 != 0
        checksChunks = byte & 0xE0 == 0xE0
        table.limits.rowBytes = 1 << 20
    }
}

/// What was read and written again reads the same.
private func checkWriting(_ rows: [[[UInt8]]]) {
    var writer = CSVWriter()
    for row in rows { writer.row(row.map { String(decoding: $0, as: UTF8.self) }) }
    // Some texts say something to the reader: Ctrl-Z on the last line, `sep=;` on the first, `="…"`.
    let isSpoken = rows.joined().contains { $0.starts(with: Array("=\"".utf8)) || $0.first == 0x1A }
    if isSpoken || rows.first?.first?.prefix(4).map({ $0 | 0x20 }) == "sep=".utf8.map({ $0 | 0x20 }) { return }
    let options = TableOptions(encoding: .utf8, delimiter: UInt8(ascii: ","))
    let again = ReadTable(writer.bytes, name: fileName, options)
    // A first cell may begin like another kind of file.
    if again.refusal?.problems.first?.code == .formatNotSupported || again.encoding == nil { return }
    expect(again.refusal == nil && again.problems.isEmpty, "what was written can be read")
    expect(again.rows == rows, "rows stay as they are when they are written and read again")
}

/// The same text behind a line that fills all but a few bytes of the first chunk reads the same.
private func checkChunks(_ table: ReadTable, _ text: Slice<UnsafeBufferPointer<UInt8>>, _ options: TableOptions) {
    guard options.delimiter != nil, let encoding = table.encoding, !beginsWithMark(text) else { return }
    // How many bytes of the text are in the first chunk.
    let distance = Int(text.first ?? 0) % (text.count + 1)
    let line = Filler.line(of: (1 << 18) - distance, encoding)
    let later = ReadTable(line + text, name: fileName, options)
    // It may be found out differently with the line before it.
    guard later.encoding == encoding else { return }
    expect(later.rows.dropFirst().elementsEqual(table.rows), "where a chunk ends doesn't show")
    expect(later.problems.map(\.code) == table.problems.map(\.code), "nor in the problems")
}

private func beginsWithMark(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains { text.starts(with: $0) }
}

/// Long lines of the same letter.
private enum Filler {
    private static let narrow = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 18)
    private static let wide: [UInt8] = narrow.flatMap { [$0, 0] }

    /// About so many bytes.
    static func line(of length: Int, _ encoding: TextEncoding) -> [UInt8] {
        let lineFeed = UInt8(ascii: "\n")
        let units = length / 2 - 1
        return switch encoding {
        case .utf8, .cp932: narrow.prefix(length - 1) + [lineFeed]
        case .utf16LittleEndian: wide.prefix(2 * units) + [lineFeed, 0]
        case .utf16BigEndian: wide[1...].prefix(2 * units) + [0, lineFeed]
        }
    }
}
