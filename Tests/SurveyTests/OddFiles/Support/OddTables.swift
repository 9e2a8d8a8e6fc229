import TestSupport

/// The survey as text.
enum OddText {
    static func csv(
        _ table: [[String]] = OddSurvey.table, delimiter: String = ",", lineEnd: String = "\r\n",
        quotesAll: Bool = false
    ) -> String {
        table.map { row in
            row.map { quoted($0, delimiter: delimiter, always: quotesAll) }.joined(separator: delimiter) + lineEnd
        }.joined()
    }

    static func quoted(_ cell: String, delimiter: String = ",", always: Bool = false) -> String {
        let needsQuotes = cell.unicodeScalars.contains {
            $0 == "\"" || $0 == "\n" || $0 == "\r" || String($0) == delimiter
        }
        return needsQuotes || always ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }

    static func utf8(_ text: String) -> [UInt8] { Array(text.utf8) }

    static func utf16(_ text: String, isBigEndian: Bool = false) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBigEndian ? bytes.reversed() : bytes
        }
    }
}

/// The survey as the rows of a sheet.
enum OddSheet {
    /// A cell as XML without its place: `t="…"` and what stands in it.
    struct Cell: Sendable, ExpressibleByStringLiteral {
        var attributes: String
        var content: String

        init(_ attributes: String, _ content: String) {
            self.attributes = attributes
            self.content = content
        }

        init(stringLiteral text: String) { self = .text(text) }

        static func text(_ text: String) -> Cell {
            Cell("t=\"inlineStr\"", "<is><t xml:space=\"preserve\">\(OddSheet.escaped(text))</t></is>")
        }

        static func shared(_ index: Int) -> Cell { Cell("t=\"s\"", "<v>\(index)</v>") }

        /// - Parameter style: 0 is General, the others are those of the workbook.
        static func number(_ number: String, style: Int = 0) -> Cell { Cell("s=\"\(style)\"", "<v>\(number)</v>") }

        static let empty = Cell("", "")
    }

    static func workbook(_ table: [[Cell]], from first: Int = 1) -> OddWorkbook {
        OddWorkbook(rows(table, from: first))
    }

    static func workbook(_ table: [[String]] = OddSurvey.table, from first: Int = 1) -> OddWorkbook {
        OddWorkbook(rows(cells(table), from: first))
    }

    static func cells(_ table: [[String]]) -> [[Cell]] {
        table.map { row in row.map { $0.isEmpty ? .empty : .text($0) } }
    }

    /// The survey with the cells of one column replaced, from the first row on.
    static func cells(_ title: String, _ replacements: [Cell]) -> [[Cell]] {
        let column = OddSurvey.header.firstIndex(of: title)
        return cells(OddSurvey.table).enumerated().map { index, row in
            row.enumerated().map { index > 0 && $0 == column ? replacements[index - 1] : $1 }
        }
    }

    static func rows(_ table: [[Cell]], from first: Int = 1) -> String {
        table.enumerated().map { row($1, number: first + $0) }.joined()
    }

    static func row(_ cells: [Cell], number: Int) -> String {
        let written = cells.enumerated().map { index, cell in
            let place = "\(letters(index))\(number)"
            return cell.content.isEmpty
                ? "" : "<c r=\"\(place)\" \(cell.attributes)>\(cell.content)</c>"
        }
        return "<row r=\"\(number)\">\(written.joined())</row>"
    }

    static func letters(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// Every element of a part with a prefix.
    static func prefixed(_ text: String) -> String {
        text.replacing("</", with: "\u{1}").replacing("<?", with: "\u{2}").replacing("<", with: "<x:")
            .replacing("\u{1}", with: "</x:").replacing("\u{2}", with: "<?")
            .replacing(" xmlns=", with: " xmlns:x=")
    }
}
