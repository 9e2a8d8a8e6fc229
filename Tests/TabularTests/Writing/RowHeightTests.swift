import Testing

@testable import Tabular

@Suite("Row heights")
struct RowHeightTests {
    @Test(
        "wide characters take two columns, line breaks count, one line keeps the usual height",
        arguments: [
            ("", 10.0, 1), ("abcdefghi", 10, 1), ("abcdefghij", 10, 2), ("あいうえ", 10, 1), ("あいうえお", 10, 2),
            ("a\nb\nc", 10, 3), ("ｱｲｳｴｵ", 10, 1), ("あ", 1, 1), ("ああ", 1, 2),
        ])
    func lines(text: String, width: Double, expected: Int) {
        #expect(RowHeight.lines(text, width: width) == expected)
    }

    @Test("no line begins with what closes a sentence or a bracket")
    func lineStart() {
        #expect(RowHeight.lines("あいうえおかきく", width: 10) == 2)
        #expect(RowHeight.lines("あいうえ。おかき", width: 10) == 3)
        #expect(RowHeight.lines("あ。。", width: 3) == 3)
    }

    @Test("no row is higher than Excel allows")
    func limit() {
        #expect(RowHeight.points(lines: 1) == nil)
        #expect(RowHeight.points(lines: 2) == 37.5)
        #expect(RowHeight.points(lines: 10_000) == 409)
    }
}
