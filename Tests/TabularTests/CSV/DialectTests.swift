import Model
import Tabular
import Testing

@Suite("CSV: cells and records")
struct DialectTests {
    @Test(
        "RFC 4180 and what Excel forgives",
        arguments: [
            ("plain", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
            ("no line end at the end", "a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("CRLF", "a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("CR", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
            ("mixed line ends", "a\r\nb\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
            ("empty cells", ",\n,,\n", [["", ""], ["", "", ""]]),
            ("delimiter at the end", "a,b,\nc,d,\n", [["a", "b", ""], ["c", "d", ""]]),
            ("blank lines are rows without cells", "a\n\nb\n\n", [["a"], [], ["b"], []]),
            ("rows of different length", "a\nb,c\n", [["a"], ["b", "c"]]),
            ("quoted delimiter", "\"a,b\",c\n", [["a,b", "c"]]),
            ("quotes in quotes", "\"say \"\"yes\"\"\",\"\"\"\"\n", [["say \"yes\"", "\""]]),
            ("quoted and empty", "\"\",\"\"\n\"\"\n", [["", ""], [""]]),
            ("line breaks in quotes stay", "\"a\nb\",\"c\r\nd\",\"e\rf\"\n", [["a\nb", "c\r\nd", "e\rf"]]),
            ("quote within an unquoted cell", "a\"b,c\"\"\n", [["a\"b", "c\"\""]]),
            ("text behind a closing quote", "\"a\"b,\"c\"\"d\"e \"f\"\n", [["ab", "c\"de \"f\""]]),
            ("space before a quote", " \"a\",b\n", [[" \"a\"", "b"]]),
            ("spaces are kept", " a , b\n", [[" a ", " b"]]),
            ("Japanese", "団体名,所在地\n㈱髙橋,出水１丁目\n", [["団体名", "所在地"], ["㈱髙橋", "出水１丁目"]]),
            ("form feed and vertical tab are text", "a\u{C}\n\u{B}b\n", [["a\u{C}"], ["\u{B}b"]]),
            ("line ends that were converted twice", "a\r\r\nb\r\r\n", [["a"], [], ["b"], []]),
            ("text as a formula", "=\"00123\",\"=\"\"00123\"\"\",=\"\"\n", [["00123", "00123", ""]]),
            ("quotes in a text as a formula", "=\"a\"\"b\",=\"\"\"\"\n", [["a\"b", "\""]]),
            (
                "other formulas stay", "=1+1,=\"a\"&\"b\",=\",=\"a,x=\"a\",=\"a\" \n",
                [["=1+1", "=\"a\"&\"b\"", "=\"", "=\"a", "x=\"a\"", "=\"a\" "]]
            ),
            ("nothing", "", []),
            ("one line end", "\n", [[]]),
            ("Ctrl-Z at the end", "a\n\u{1A}", [["a"]]),
            ("Ctrl-Z elsewhere", "\u{1A}\na\u{1A}", [["\u{1A}"], ["a\u{1A}"]]),
        ] as [(String, String, [[String]])])
    func dialect(name: String, text: String, expected: [[String]]) throws {
        var options = TableOptions()
        options.delimiter = UInt8(ascii: ",")
        #expect(try cells(text, options) == expected, "\(name)")
    }

    @Test("at the end a row holds nothing", arguments: ["", "a", "a,b\n", "a,b\n\u{1A}", "a\n\"b", "\u{1A}"])
    func end(text: String) throws {
        let reader = try TableReader(bytes: Array(text.utf8), name: "a.csv")
        var row = Row()
        while try reader.next(into: &row) {}
        #expect(row.count == 0 && row[0].isEmpty && row.isBlank)
    }

    @Test("rows are numbered as records: line breaks in cells don't count, blank lines do")
    func numbers() throws {
        let reader = try TableReader(bytes: Array("h\n\"a\nb\"\n\nc\n".utf8), name: "a.csv")
        #expect(try numbered(reader) == [1: ["h"], 2: ["a\nb"], 3: [], 4: ["c"]])
    }

    @Test("a quote that is never closed is reported with its row, and the rows behind it are read")
    func unclosedQuote() throws {
        let reader = try TableReader(bytes: Array("h,i\na,\"b\nc,d\ne,f\n".utf8), name: "a.csv")
        #expect(try cells(reader) == [["h", "i"], ["a", "\"b"], ["c", "d"], ["e", "f"]])
        #expect(reader.problems == [Problem(.unclosedQuote, at: CellLocation(file: "a.csv", row: 2))])
    }

    @Test("behind an unclosed quote, quotes in pairs do no harm")
    func pairsBehindUnclosedQuote() throws {
        let reader = try TableReader(bytes: Array("a,\"b\nc\"\"d,\"\"\n\"\"\"\"e\n".utf8), name: "a.csv")
        #expect(try cells(reader) == [["a", "\"b"], ["c\"\"d", ""], ["\"e"]])
        #expect(reader.problems.count == 1)
    }

    @Test("a quote that swallows more than a row may hold is refused")
    func swallowedFile() throws {
        var options = TableOptions()
        options.limits.rowBytes = 1 << 16
        let text = "h,i\na,\"b\n" + String(repeating: "c,d\n", count: 1 << 19)
        let problem = refusal { _ = try cells(text, options) }
        #expect(problem == Problem(.unclosedQuote, at: CellLocation(file: "表.csv", row: 2)))
    }

    @Test("a line that never ends is refused")
    func endlessLine() throws {
        var options = TableOptions()
        options.limits.rowBytes = 1 << 16
        let problem = refusal { _ = try cells(String(repeating: "a,", count: 1 << 20), options) }
        #expect(problem?.code == .fileTooLarge)
    }

    @Test("records longer than a chunk of the file", arguments: [200_000, 262_144, 1_000_000])
    func longRecords(length: Int) throws {
        let long = String(repeating: "長い", count: length / 6)
        let text = "a,\"\(long)\"\"x\"\n\(long),b\n"
        #expect(try cells(text) == [["a", long + "\"x"], [long, "b"]])
    }

    @Test("a record's end on a chunk's end", arguments: 262_140...262_148)
    func chunkBorder(length: Int) throws {
        let text = String(repeating: "a", count: length) + "\r\n\"b\"\"c\"\r\n"
        #expect(try cells(text) == [[String(repeating: "a", count: length)], ["b\"c"]])
    }

    @Test("NUL never comes through: it is shown and reported")
    func nullBytes() throws {
        let reader = try TableReader(bytes: Array("a,b\0c\n\0,d\n".utf8), name: "a.csv")
        #expect(try cells(reader) == [["a", "b\u{FFFD}c"], ["\u{FFFD}", "d"]])
        #expect(reader.problems.map(\.location.row) == [1, 2])
        #expect(reader.problems.map(\.found) == ["byte 3: 00", "byte 6: 00"])
    }

    @Test("byte order marks at the beginning of a line, as files joined together have them, go")
    func marksOfJoinedFiles() throws {
        let text = "\u{FEFF}\u{FEFF}a,b\n\u{FEFF}\"c,d\",e\n\u{FEFF}\n\"f\ng\",\u{FEFF}h\n\u{FEFF}"
        let rows = try cells(text)
        #expect(
            rows.map { $0.map { Array($0.unicodeScalars) } }
                == [["a", "b"], ["c,d", "e"], [], ["f\ng", "\u{FEFF}h"]].map { $0.map { Array($0.unicodeScalars) } })
    }

    @Test(
        "cells of white space and marks that nobody sees are blank",
        arguments: [
            " ", "\t", "　", "\u{A0}", "\u{2003}\u{200B}", "\u{202F}\u{205F}", "\u{2060}", " \u{FEFF} ", "\u{C}",
            "\u{B}",
        ])
    func blankCells(text: String) throws {
        let reader = try TableReader(bytes: Array(",\(text)\n".utf8), name: "a.csv")
        var row = Row()
        #expect(try reader.next(into: &row))
        #expect(row.isBlank && row.isBlank(1))
    }

    @Test("other characters are not", arguments: ["・", "\u{3001}", "\u{2010}", "\u{C3}", "ﾞ", "\u{E000}", "-"])
    func otherCells(text: String) throws {
        let reader = try TableReader(bytes: Array(",\(text)\n".utf8), name: "a.csv")
        var row = Row()
        #expect(try reader.next(into: &row))
        #expect(!row.isBlank(1))
    }

    @Test("a row asked beyond its end is blank")
    func beyondTheEnd() throws {
        let reader = try TableReader(bytes: Array("a, 　\t,b".utf8), name: "a.csv")
        var row = Row()
        #expect(try reader.next(into: &row))
        #expect(row.count == 3 && row[7].isEmpty && row.isBlank(7) && row.isBlank(1) && !row.isBlank(2) && !row.isBlank)
        #expect(row.withBytes(at: 2) { Array($0) } == [UInt8(ascii: "b")])
        #expect(try !reader.next(into: &row))
        #expect(row.count == 0 && row.isBlank)
    }
}
