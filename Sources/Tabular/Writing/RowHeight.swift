/// How high a row has to be for its wrapped text. Excel fits rows itself when it opens a file, other programs don't.
enum RowHeight {
    /// Points of one line in the workbook's letters.
    private static let line = 15.0
    /// The most that Excel allows.
    private static let most = 409.0

    /// - Parameters:
    ///   - width: of the column, in widths of a digit.
    ///   - text: as it is written; its own line breaks count.
    static func lines(_ text: String, width: Double) -> Int {
        // A wide character takes two digits' room; the cell has a margin on either side.
        let room = max(1, Int(width) - 1)
        var lines = 1
        var used = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines += 1
                used = 0
                continue
            }
            let columns = scalar.value < 0x1100 || (0xFF61...0xFFDC).contains(scalar.value) ? 1 : 2
            if used + columns > room, used > 0 {
                lines += 1
                used = 0
            }
            used += columns
        }
        return lines
    }

    /// Points; `nil` where one line is enough and the usual height does.
    static func points(lines: Int) -> Double? { lines > 1 ? min(most, Double(lines) * line + 1) : nil }
}
