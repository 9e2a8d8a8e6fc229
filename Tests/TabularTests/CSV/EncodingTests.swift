import Foundation
import Model
import Tabular
import TestSupport
import Testing

/// Characters that Windows and plain Shift_JIS disagree about.
private let windowsText = "㈱髙﨑①Ⅳ～―－∥￥ｶﾞ纊"

@Suite("CSV: encodings")
struct EncodingTests {
    static let cp932: [UInt8] = [
        0x87, 0x8A, 0xFB, 0xFC, 0xFA, 0xB1, 0x87, 0x40, 0x87, 0x57, 0x81, 0x60, 0x81, 0x5C, 0x81, 0x7C, 0x81, 0x61,
        0x81, 0x8F, 0xB6, 0xDE, 0xFA, 0x5C,
    ]

    @Test("CP932 as Windows means it")
    func windowsCharacters() throws {
        let reader = try TableReader(bytes: Self.cp932 + Array(",b\r\n".utf8), name: "a.csv")
        #expect(try cells(reader) == [[windowsText, "b"]])
        #expect(reader.encoding == .cp932 && reader.problems.isEmpty)
    }

    @Test(
        "told apart by content",
        arguments: [
            ("UTF-8", Array("団体,所在地\n".utf8), TextEncoding.utf8),
            ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array("団体,所在地\n".utf8), .utf8),
            ("ASCII", Array("団体,所在地\n".utf8), .utf8),
            ("UTF-16 LE with a mark", [0xFF, 0xFE] + wide("団体,所在地\n", isBigEndian: false), .utf16LittleEndian),
            ("UTF-16 BE with a mark", [0xFE, 0xFF] + wide("団体,所在地\n", isBigEndian: true), .utf16BigEndian),
            ("UTF-16 LE", wide("団体,所在地\n", isBigEndian: false), .utf16LittleEndian),
            ("UTF-16 BE", wide("団体,所在地\n", isBigEndian: true), .utf16BigEndian),
        ] as [(String, [UInt8], TextEncoding)])
    func detection(name: String, bytes: [UInt8], expected: TextEncoding) throws {
        let reader = try TableReader(bytes: bytes, name: "a.csv")
        #expect(try cells(reader) == [["団体", "所在地"]], "\(name)")
        #expect(reader.encoding == expected && reader.problems.isEmpty, "\(name)")
    }

    @Test("CP932 that begins with a megabyte of ASCII")
    func lateJapanese() throws {
        let ascii = Array(String(repeating: "abc,def\r\n", count: 150_000).utf8)
        let reader = try TableReader(bytes: ascii + Self.cp932, name: "a.csv")
        #expect(try cells(reader).last == [windowsText])
        #expect(reader.encoding == .cp932)
    }

    @Test("UTF-8 with a few bad bytes stays UTF-8; they are shown, placed and read past")
    func damagedUTF8() throws {
        let bytes = Array("団体名,所在地\n熊".utf8) + [0xE6, 0x9C] + Array(",出水\n".utf8) + [0xFF] + Array("あ,い".utf8) + [0xE3]
        let reader = try TableReader(bytes: bytes, name: "a.csv")
        #expect(try cells(reader) == [["団体名", "所在地"], ["熊\u{FFFD}", "出水"], ["\u{FFFD}あ", "い\u{FFFD}"]])
        #expect(reader.encoding == .utf8)
        #expect(
            reader.problems == [
                Problem(
                    .undecodableBytes, at: CellLocation(file: "a.csv", row: 2), found: "byte 23: E6 9C",
                    expected: "utf-8"),
                Problem(
                    .undecodableBytes, at: CellLocation(file: "a.csv", row: 3), found: "byte 33: FF, +1",
                    expected: "utf-8"),
            ])
    }

    @Test("CP932 with bad bytes: delimiters and line ends behind them stay")
    func damagedCP932() throws {
        let bytes: [UInt8] = [0x8C, 0x46, 0x81, 0x2C, 0x96, 0x7B, 0x0A, 0xFD, 0x2C, 0x85, 0x9F, 0x0A, 0x41, 0x93]
        let reader = try TableReader(bytes: bytes, name: "a.csv")
        #expect(try cells(reader) == [["熊\u{FFFD}", "本"], ["\u{FFFD}", "\u{FFFD}"], ["A\u{FFFD}"]])
        #expect(reader.problems.map(\.location.row) == [1, 2, 3])
        #expect(reader.problems.map(\.found) == ["byte 2: 81", "byte 7: FD, +1", "byte 13: 93"])
    }

    @Test("UTF-16 with half surrogates and an odd byte")
    func damagedUTF16() throws {
        let units: [UInt16] = [0xFEFF, 0x718A, 0x2C, 0xD867, 0xDE3D, 0x0A, 0xD867, 0x2C, 0xDE3D, 0x0A]
        let bytes = units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] } + [0x41]
        let reader = try TableReader(bytes: bytes, name: "a.csv")
        #expect(try cells(reader) == [["熊", "𩸽"], ["\u{FFFD}", "\u{FFFD}"], ["\u{FFFD}"]])
        #expect(reader.problems.map(\.location.row) == [2, 3])
    }

    @Test("an encoding that is named wins over what the bytes look like")
    func namedEncoding() throws {
        let bytes: [UInt8] = [0xC3, 0xA9, 0x2C, 0x41]
        #expect(try cells(bytes) == [["é", "A"]])
        #expect(try cells(bytes, TableOptions(encoding: .cp932)) == [["ﾃｩ", "A"]])
        let reader = try TableReader(bytes: Self.cp932, name: "a.csv", options: TableOptions(encoding: .utf8))
        #expect(try cells(reader).count == 1)
        #expect(reader.problems.count == 1 && reader.problems[0].expected == "utf-8")
    }

    @Test("the mark of UTF-8 before CP932 is belied by what comes behind it")
    func markBeforeCP932() throws {
        let reader = try TableReader(bytes: [0xEF, 0xBB, 0xBF] + Self.cp932 + Array(",b\r\n".utf8), name: "a.csv")
        #expect(try cells(reader) == [[windowsText, "b"]])
        #expect(reader.encoding == .cp932 && reader.problems.isEmpty)
    }

    @Test("CP932 behind UTF-8: each line is read in its encoding, and each that differs is reported")
    func mixedFromUTF8() throws {
        let first = Array(("団体名,所在地\n" + String(repeating: "ひまわりの会,中央区出水一丁目\n", count: 4)).utf8)
        let reader = try TableReader(bytes: first + Self.cp932 + Array(",b\nc,d\n".utf8), name: "a.csv")
        #expect(try cells(reader).suffix(2) == [[windowsText, "b"], ["c", "d"]])
        #expect(
            reader.problems == [
                Problem(
                    .undecodableBytes, at: CellLocation(file: "a.csv", row: 6),
                    found: "byte \(first.count): 87 8A → cp932", expected: "utf-8")
            ])
    }

    @Test("UTF-8 behind CP932")
    func mixedFromCP932() throws {
        let first = Array([[UInt8]](repeating: Self.cp932 + [0x2C, 0x61, 0x0D, 0x0A], count: 4).joined())
        let reader = try TableReader(bytes: first + Array("a,熊本\r\n熊,b\r\nc,d\r\n".utf8), name: "a.csv")
        #expect(try cells(reader).suffix(3) == [["a", "熊本"], ["熊", "b"], ["c", "d"]])
        #expect(reader.encoding == .cp932)
        #expect(reader.problems.map(\.location.row) == [5, 6])
        #expect(reader.problems.first?.found == "byte \(first.count + 2): E7 86 8A → utf-8")
    }

    @Test("lines of both encodings across the chunks of a file", arguments: [0, 1, 2, 3])
    func mixedChunks(shift: Int) throws {
        let lines = (0..<30_000).map { $0 % 3 == 0 ? encoded("熊本市,髙\n", .cp932) : Array("熊本市の町内会,髙\n".utf8) }
        let bytes = [UInt8](repeating: 0x78, count: shift) + [0x0A] + lines.joined()
        let reader = try TableReader(bytes: bytes, name: "a.csv")
        let rows = try cells(reader)
        #expect(rows.dropFirst().enumerated().allSatisfy { $1 == [$0 % 3 == 0 ? "熊本市" : "熊本市の町内会", "髙"] })
        #expect(reader.problems.count == 1_001 && reader.problems.last?.found == "+9000")
    }

    @Test("where an encoding is named, no line is read in another")
    func namedEncodingIsNotMixed() throws {
        let bytes = Array("熊本,a\n".utf8)
        let reader = try TableReader(bytes: bytes, name: "a.csv", options: TableOptions(encoding: .cp932))
        #expect(try cells(reader) != [["熊本", "a"]])
    }

    @Test(
        "encodings that would come out as other characters are refused",
        arguments: [
            ("EUC-JP", [0xC3, 0xC4, 0xC2, 0xCE, 0xCC, 0xBE, 0x2C, 0xA4, 0xD2, 0xA4, 0xF2, 0x0A]),
            ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x43, 0x44, 0x42, 0x4E, 0x1B, 0x28, 0x42, 0x2C, 0x61, 0x0A]),
            ("UTF-32", [0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00]),
            ("UTF-32", [0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x61]),
        ] as [(String, [UInt8])])
    func otherEncodings(name: String, bytes: [UInt8]) {
        let problem = refusal { _ = try TableReader(bytes: bytes, name: "a.csv") }
        #expect(
            problem
                == Problem(
                    .encodingUnknown, at: CellLocation(file: "a.csv"), found: name,
                    expected: "utf-8, cp932, utf-16le, utf-16be"))
    }

    @Test("CP932 of half-width katakana alone is not taken for EUC-JP")
    func halfWidthKatakana() throws {
        let bytes: [UInt8] = [0xC0, 0xDE, 0xDD, 0xC0, 0xB2, 0xD2, 0xB2, 0xB1, 0x2C, 0xB6, 0xC5, 0x0A]
        #expect(try cells(bytes) == [["ﾀﾞﾝﾀｲﾒｲｱ", "ｶﾅ"]])
    }

    @Test("a mark wins over an encoding that is named")
    func markWins() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("団体,b\n".utf8)
        #expect(try cells(bytes, TableOptions(encoding: .cp932)) == [["団体", "b"]])
    }

    @Test("a flood of bad rows is counted, not listed")
    func manyBadRows() throws {
        let rows = 3_000
        let sound = Array(String(repeating: "あいうえお", count: 3_000).utf8)
        let bytes = sound + [0x0A] + [[UInt8]](repeating: [0xFF, 0x0A], count: rows).joined()
        let reader = try TableReader(bytes: bytes, name: "a.csv")
        #expect(try cells(reader).count == rows + 1)
        #expect(reader.problems.count == 1_001)
        #expect(reader.problems.last?.found == "+2000" && reader.problems.last?.location.row == nil)
    }

    @Test("characters that lie across the chunks of a file", arguments: TextEncoding.allCases, [0, 1, 2, 3])
    func chunkBorders(encoding: TextEncoding, shift: Int) throws {
        let text = String(repeating: "x", count: shift) + String(repeating: "熊本市𩸽,髙\n", count: 40_000)
        let sound = encoding == .cp932 ? text.replacing("𩸽", with: "鯱") : text
        let reader = try TableReader(
            bytes: encoded(sound, encoding), name: "a.csv", options: TableOptions(encoding: encoding))
        #expect(try cells(reader).map { $0.joined(separator: ",") + "\n" }.joined() == sound)
        #expect(reader.problems.isEmpty)
    }
}

func wide(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
    }
}

/// CP932 by the very table of the system is what is tested, so the tests have a small one of their own.
private let cp932Pairs: [Character: [UInt8]] = [
    "熊": [0x8C, 0x46], "本": [0x96, 0x7B], "市": [0x8E, 0x73], "髙": [0xFB, 0xFC], "鯱": [0xE9, 0xCD],
    "①": [0x87, 0x40], "～": [0x81, 0x60], "㈱": [0x87, 0x8A], "ソ": [0x83, 0x5C], "表": [0x95, 0x5C], "ｱ": [0xB1],
]

func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: Array(text.utf8)
    case .utf16LittleEndian: wide(text, isBigEndian: false)
    case .utf16BigEndian: wide(text, isBigEndian: true)
    case .cp932: text.flatMap { cp932Pairs[$0] ?? Array(String($0).utf8) }
    }
}
