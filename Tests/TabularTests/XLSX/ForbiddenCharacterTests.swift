import Model
import TestSupport
import Testing

@testable import Tabular

/// What XML 1.0 (section 2.2) has no place for.
@Suite("XLSX: characters that XML can't hold")
struct ForbiddenCharacterTests {
    private static func escaped(_ chunks: [ArraySlice<UInt8>]) -> String {
        var forbidden = ForbiddenCharacters()
        var bytes: [UInt8] = []
        for chunk in chunks + [[]] {
            Array(chunk).withUnsafeBytes { forbidden.escape($0, isLast: chunk.isEmpty) { bytes += $0 } }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "they become escapes, all else stays",
        arguments: [
            ("a\u{B}b", "a_x000B_b"), ("a&#11;b", "a_x000B_b"), ("\t\r\n&#10;&#x9;", "\t\r\n&#10;&#x9;"),
            ("&#0;", "_x0000_"), ("&#xD83D;&#56832;", "_xD83D__xDE00_"),
            ("\u{FFFE}\u{FFFF}\u{FFFD}\u{FFBE}", "_xFFFE__xFFFF_\u{FFFD}\u{FFBE}"),
            ("&#x1F600;&amp;&#;&#x;&#z;&", "&#x1F600;&amp;&#;&#x;&#z;&"), ("（한국）😀", "（한국）😀"),
            ("&#00000000000000000011;", "&#00000000000000000011;"),
        ])
    func characters(text: String, expected: String) {
        #expect(Self.escaped([Array("<t>\(text)</t>".utf8)[...]]) == "<t>\(expected)</t>")
    }

    @Test("wherever a chunk ends")
    func chunks() {
        var bytes = Array("<t>（熊本）a\u{B}b\u{0}&#xD83D;&#xDE00;&amp;".utf8)
        bytes += [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80] + Array("한\u{FFFE}</t>".utf8)
        let whole = "<t>（熊本）a_x000B_b_x0000__xD83D__xDE00_&amp;_xD83D__xDE00_한_xFFFE_</t>"
        for end in 1..<bytes.count {
            #expect(Self.escaped([bytes[..<end], bytes[end...]]) == whole, "\(end)")
        }
        #expect(Self.escaped(bytes.indices.map { bytes[$0...$0] }) == whole)
    }

    @Test(
        "a part in another encoding is left as it is",
        arguments: ["<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><t>", "<\0t\0>\0"].map { Array($0.utf8) })
    func otherEncodings(head: [UInt8]) {
        let part = head + [0xB]
        #expect(Self.escaped([part[...]]) == String(decoding: part, as: UTF8.self))
    }

    @Test("half a pair is said with its cell, in shared strings and others; whole ones and control characters are read")
    func halves() throws {
        func inline(_ text: String) -> String { "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>" }
        let book = OddWorkbook(
            """
            <row r="1"><c t="s"><v>0</v></c>\(inline("&#xD83D;&#xDE00;"))\(inline("a\u{B}b"))</row>\
            <row r="4">\(inline("b"))\(inline("&#55296;c"))<c t="s"><v>0</v></c></row>
            """, strings: "<si><t>あ&#xDE00;</t></si>")
        let reader = try TableReader(bytes: book.bytes, name: "a.xlsx")
        #expect(try cells(reader) == [["あ\u{FFFD}", "😀", "a\u{B}b"], ["b", "\u{FFFD}c", "あ\u{FFFD}"]])
        #expect(
            reader.problems
                == [(1, "A1"), (4, "B4"), (4, "C4")].map { row, cell in
                    Problem(
                        .brokenCharacters, at: CellLocation(file: "a.xlsx", sheet: "Sheet1", row: row), found: cell)
                })
    }
}
