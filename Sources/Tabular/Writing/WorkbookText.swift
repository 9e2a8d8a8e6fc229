/// Text in the form in which a workbook can hold it.
struct WorkbookText {
    /// UTF-16 units that Excel takes into a cell.
    static let longest = 32_767
    static let mark = "…（以下略）"

    let text: String
    let wasCut: Bool

    init(_ source: String) {
        if WorkbookText.isPlain(source) {
            text = source
            wasCut = false
            return
        }
        let escaped = WorkbookText.escaped(source)
        wasCut = escaped.utf16.count > WorkbookText.longest
        text = wasCut ? WorkbookText.cut(escaped) : escaped
    }

    /// Whether nothing has to be done, judged cheaply.
    private static func isPlain(_ source: String) -> Bool {
        guard source.utf8.count <= longest else { return false }
        return source.utf8.allSatisfy { byte in
            byte >= 0x20 && byte != UInt8(ascii: "_") && byte != 0xEF || byte == 0x0A || byte == 0x09
        }
    }

    private static func escaped(_ source: String) -> String {
        var output = String.UnicodeScalarView()
        let scalars = Array(source.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch scalar.value {
            case 0x0D:
                if index + 1 == scalars.count || scalars[index + 1] != "\n" { output.append("\n") }
            case 0x00...0x08, 0x0B...0x1F, 0xFFFE, 0xFFFF:
                output.append("\u{FFFD}")
            case 0x5F where looksLikeEscape(scalars[index...].prefix(7)):
                output.append(contentsOf: "_x005F_".unicodeScalars)
            default:
                output.append(scalar)
            }
        }
        return String(output)
    }

    /// `_x000D_` in a text would be read as the character that it stands for.
    private static func looksLikeEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard scalars.count == 7, scalars[scalars.startIndex + 1] == "x", scalars.last == "_" else { return false }
        return scalars.dropFirst(2).dropLast().allSatisfy { $0.properties.isASCIIHexDigit }
    }

    private static func cut(_ text: String) -> String {
        let room = longest - mark.utf16.count
        var (units, kept) = (0, String.UnicodeScalarView())
        for scalar in text.unicodeScalars {
            units += UTF16.width(scalar)
            if units > room { break }
            kept.append(scalar)
        }
        return String(kept) + mark
    }
}
