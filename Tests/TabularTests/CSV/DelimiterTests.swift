import Tabular
import Testing

@Suite("CSV: delimiters")
struct DelimiterTests {
    @Test(
        "comma, tab and semicolon",
        arguments: [
            ("comma", "a,b\nc,d\n", ","),
            ("tab", "a\tb\nc\td\n", "\t"),
            ("semicolon", "a;b;c\nd;e;f\n", ";"),
            ("one column", "a\nb\n", ","),
            ("nothing", "", ","),
            ("tabs with commas in the text", "名称\t住所\nA\t1,2,3\nB\t4\nC\t5,6\n", "\t"),
            ("commas with tabs in the text", "a,b,c\nx\ty,z,w\np,q,r\n", ","),
            ("choices joined with semicolons", "名称,活動\nA,心の健康;不登校\nB,若者;就労\nC,若者;女性\n", ","),
            ("one column of joined choices", "活動\n心の健康;不登校\n若者;就労\n", ","),
            ("a title above", "調査対象名簿\n\n名称\t住所\nA\tB\nC\tD\n", "\t"),
            ("a title above tabs, commas in the text", "回答\n\n名称\t意見\nA\tb, c\nD\te\n", "\t"),
            ("delimiters within quotes", "\"a,b,c\"\td\n\"e,f,g\"\th\n", "\t"),
            ("semicolons with decimal commas", "a;b\n1,5;2,5\n3,5;4\n", ";"),
        ])
    func detection(name: String, text: String, delimiter: String) throws {
        let reader = try TableReader(bytes: Array(text.utf8), name: "a.csv")
        #expect(reader.delimiter == delimiter.utf8.first, "\(name)")
    }

    @Test(
        "a first line that names the delimiter is obeyed and is no row",
        arguments: [
            ("sep=;\na;b,c\n", [["a", "b,c"]]), ("SEP=|\r\na|b\r\n", [["a", "b"]]), ("sep=\t\na\tb\n", [["a", "b"]]),
            ("\u{FEFF}sep=;\na;b\n", [["a", "b"]]), ("\"sep=;\"\na;b\n", [["a", "b"]]),
            ("sep=,,,\na,b\n", [["a", "b"]]),
            ("sep=;", []), ("sep=;\n\na;b", [[], ["a", "b"]]), ("sep=x\na,b\n", [["sep=x"], ["a", "b"]]),
            ("sep=;a\n", [["sep=", "a"]]), ("\"sep=;\na\",b\n", [["sep=;\na", "b"]]),
            ("sep=\na,b\n", [["sep="], ["a", "b"]]),
            ("a,b\nsep=;\n", [["a", "b"], ["sep=;"]]),
        ] as [(String, [[String]])])
    func directive(text: String, expected: [[String]]) throws {
        #expect(try cells(text) == expected)
    }

    @Test("rows are numbered as Excel shows them: without the line that names the delimiter")
    func numbersBehindDirective() throws {
        let reader = try TableReader(bytes: Array("sep=;\n\na;b\n".utf8), name: "a.csv")
        #expect(try numbered(reader) == [1: [], 2: ["a", "b"]])
    }

    @Test("a delimiter that is named wins over the line that names another")
    func namedOverDirective() throws {
        #expect(try cells("sep=;\na;b,c\n", TableOptions(delimiter: UInt8(ascii: ","))) == [["a;b", "c"]])
    }

    @Test("a delimiter that is named is taken")
    func named() throws {
        #expect(try cells("a|b,c\n", TableOptions(delimiter: UInt8(ascii: "|"))) == [["a", "b,c"]])
    }
}
