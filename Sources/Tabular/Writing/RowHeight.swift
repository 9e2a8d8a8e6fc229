/// How high a row has to be for its wrapped text. Excel fits rows itself when it opens a file, other programs don't.
enum RowHeight {
    /// Points of one line of 游ゴシック in 11 points, as Excel has it; other Japanese letters need less.
    private static let line = 18.75
    /// The most that Excel allows.
    private static let most = 409.0
    /// What no line begins with: spreadsheets take the letter before it to the next line (行頭禁則).
    private static let neverFirst = Set("、。，．,.・：；:;？！?!）)」』】〕］〉》｝”’ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ％".unicodeScalars)

    /// - Parameters:
    ///   - width: of the column, in widths of a digit.
    ///   - text: as it is written; its own line breaks count.
    static func lines(_ text: String, width: Double) -> Int {
        // A wide character takes two digits' room; the cell has a margin on either side.
        let room = max(1, Int(width) - 1)
        var lines = 1
        var used = 0
        var last = 0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                lines += 1
                (used, last) = (0, 0)
                continue
            }
            let columns = scalar.value < 0x1100 || (0xFF61...0xFFDC).contains(scalar.value) ? 1 : 2
            if used + columns > room, used > 0 {
                lines += 1
                used = neverFirst.contains(scalar) && last + columns <= room ? last : 0
            }
            used += columns
            last = columns
        }
        return lines
    }

    /// Points; `nil` where one line is enough and the usual height does.
    static func points(lines: Int) -> Double? { lines > 1 ? min(most, Double(lines) * line) : nil }
}
