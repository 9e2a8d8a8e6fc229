import Tabular
import TestSupport
import Testing

private func shown(_ value: String, _ format: String, is1904: Bool = false) throws -> String? {
    var book = OddWorkbook(styled: [value], formats: [format])
    book.is1904 = is1904
    return try cells(book.bytes, name: "a.xlsx").first?.first
}

@Suite("XLSX: number formats")
struct NumberFormatTests {
    @Test(
        "dates and times by their format",
        arguments: [
            ("45586", "yyyy/m/d", "2024-10-21"),
            ("45586.585671296299", "yyyy/m/d", "2024-10-21"),
            ("45586.585671296299", "yyyy/m/d h:mm", "2024-10-21T14:03:22"),
            ("45586", "yyyy-mm-dd hh:mm:ss", "2024-10-21T00:00:00"),
            ("45586", #"[$-411]ge.m.d;@"#, "2024-10-21"),
            ("45586", #"[$-411]ggge"年"m"月"d"日";@"#, "2024-10-21"),
            ("45586", #"yyyy"年"m"月""#, "2024-10-21"),
            ("45586", #"m"月"d"日""#, "2024-10-21"),
            ("45586", #"[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@"#, "2024-10-21"),
            ("45586", #"[$-ja-JP-x-gannen,80]ggge"年"m"月"d"日""#, "2024-10-21"),
            ("45586", #"[$-30411][$-411]gge"年"m"月"d"日""#, "2024-10-21"),
            ("45586", #"[DBNum1][$-411]ggge"年"m"月"d"日""#, "2024-10-21"),
            ("45586", #"[赤]yyyy"/"mm"/"dd"#, "2024-10-21"),
            ("45586.585671296299", "m/d/yy h:mm:ss", "2024-10-21T14:03:22"),
            ("45586.585671296299", #"yyyy"年"m"月"d"日" h"時"mm"分""#, "2024-10-21T14:03:22"),
            ("0.585671296299", #"午前/午後h"時"mm"分";@"#, "14:03:22"),
            ("0.585671296299", #"[$-411]AM/PM h:mm;@"#, "14:03:22"),
            ("1.5", #"[h]"時間"mm"分""#, "36:00:00"),
            ("45586", "[$-F800]dddd, mmmm dd, yyyy", "2024-10-21"),
            ("45586", "aaa", "2024-10-21"),
            ("45586.999999999", "yyyy/m/d h:mm:ss", "2024-10-22T00:00:00"),
            ("0.585671296299", "h:mm", "14:03:22"),
            ("0.5", "h:mm AM/PM", "12:00:00"),
            ("45586.5", "h:mm", "2024-10-21T12:00:00"),
            ("1.0625", "[h]:mm", "25:30:00"),
            ("0.010416666666666666", "[mm]:ss", "00:15:00"),
            ("59", "yyyy/m/d", "1900-02-28"),
            ("60", "yyyy/m/d", "1900-02-29"),
            ("61", "yyyy/m/d", "1900-03-01"),
            ("1", "yyyy/m/d", "1900-01-01"),
            ("2958465", "yyyy/m/d", "9999-12-31"),
            ("2958466", "yyyy/m/d", "2958466"),
            ("0", "yyyy/m/d", "0"),
            ("-1", "yyyy/m/d", "-1"),
        ])
    func dates(value: String, format: String, expected: String) throws {
        #expect(try shown(value, format) == expected)
    }

    @Test(
        "the calendar that begins in 1904",
        arguments: [
            ("44124", "yyyy/m/d", "2024-10-21"), ("0", "yyyy/m/d", "1904-01-01"),
            ("44124.25", "yyyy/m/d h:mm", "2024-10-21T06:00:00"), ("0.25", "h:mm", "06:00:00"),
        ])
    func macintosh(value: String, format: String, expected: String) throws {
        #expect(try shown(value, format, is1904: true) == expected)
    }

    @Test("built-in formats by number", arguments: [14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 54, 57, 58])
    func builtInDates(id: Int) throws {
        let book = OddWorkbook(styled: ["45586.25"], builtInFormats: [id])
        #expect(try cells(book.bytes, name: "a.xlsx") == [["2024-10-21"]])
    }

    @Test(
        "built-in formats of other kinds",
        arguments: [
            (0, "0.25"), (1, "0.25"), (4, "0.25"), (9, "25%"), (10, "25%"), (11, "0.25"), (12, "0.25"),
            (18, "06:00:00"), (20, "06:00:00"), (32, "06:00:00"), (45, "06:00:00"), (46, "06:00:00"), (49, "0.25"),
        ])
    func builtInOthers(id: Int, expected: String) throws {
        let book = OddWorkbook(styled: ["0.25"], builtInFormats: [id])
        #expect(try cells(book.bytes, name: "a.xlsx") == [[expected]])
    }

    @Test(
        "zeros and signs that a format puts in",
        arguments: [
            ("8600806", "000-0000", "860-0806"),
            ("600806", "000-0000", "060-0806"),
            ("10", "000\\-0000", "000-0010"),
            ("600806", #""〒"000-0000"#, "〒060-0806"),
            ("12", "0000", "0012"),
            ("123456", "0000", "123456"),
            ("600806", "00-00000", "06-00806"),
            ("20241021", "0000-00-00", "2024-10-21"),
            ("20241021", #"0000"年"00"月"00"日""#, "2024年10月21日"),
            ("963282222", "0000000000", "0963282222"),
            ("8012345678", #"000\-0000\-0000"#, "080-1234-5678"),
            ("5", "00000000", "00000005"),
            ("600", "[<=999]000;[<=9999]000-00;000-0000", "600"),
            ("60", "[<=999]000;[<=9999]000-00;000-0000", "060"),
            ("6001", "[<=999]000;[<=9999]000-00;000-0000", "060-01"),
            ("8600806", "[<=999]000;[<=9999]000-00;000-0000", "860-0806"),
            ("963282222", "0##-###-####", "096-328-2222"),
            ("963282222", "[<=99999999]####-####;\\(00\\)\\ ####-####", "(09) 6328-2222"),
            ("0", "000", "000"),
            ("-12", "0000", "-12"),
            ("1.5", "0000", "1.5"),
            ("12", "0000;[Red]-0000;\"なし\"", "0012"),
        ])
    func patterns(value: String, format: String, expected: String) throws {
        #expect(try shown(value, format) == expected)
    }

    @Test(
        "formats that change only the looks",
        arguments: [
            ("1234.5", "#,##0"), ("1234.5", "#,##0.00"), ("5", "0"), ("5", #"0"人""#), ("5", "[Red]0"), ("5", "0.00"),
            ("1234", ##""¥"#,##0;[Red]"¥"\-#,##0"##), ("1234", ##"[$¥-411]#,##0"##), ("5", "@"), ("5", "General"),
            ("5", "general"), ("5", "G/標準"), ("5", #"0.0" 名様 dmy""#), ("0.5", "# ?/?"), ("12345", "0.00E+00"),
            ("5", "#"), ("5", "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "), ("5", #"0\d"#), ("5", "[DBNum3]0"),
            ("0.25", "# ??/??"), ("0.5", "[$-411]0.0"), ("12", #"0"歳""#), ("1234567", "#,##0;△ #,##0"),
            ("5", "[青]0;[赤]-0"),
            ("5", ""),
            ("1234", "0,"), ("5", ";;;"),
        ])
    func looks(value: String, format: String) throws {
        #expect(try shown(value, format) == value)
    }

    @Test(
        "per cent",
        arguments: [
            ("0.123", "12.3%"), ("0.07", "7%"), ("1", "100%"), ("0", "0%"), ("-0.005", "-0.5%"),
            ("12.3456", "1234.56%"),
        ])
    func perCent(value: String, expected: String) throws {
        #expect(try shown(value, "0.0%") == expected)
    }

    @Test("a style that the workbook doesn't have is plain")
    func unknownStyle() throws {
        let book = OddWorkbook("<row r=\"1\"><c s=\"99\"><v>45586</v></c></row>")
        #expect(try cells(book.bytes, name: "a.xlsx") == [["45586"]])
    }
}
