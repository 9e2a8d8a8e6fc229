import Foundation
import TestSupport
import Testing

@testable import Geo

@Suite("Reading JSON from left to right")
struct JSONScannerTests {
    private func scan<Value>(
        _ text: String, _ body: (inout JSONScanner) throws(JSONFault) -> Value
    ) throws -> Value {
        var bytes = text
        let result: Result<Value, JSONFault> = bytes.withUTF8 { bytes in
            var scanner = JSONScanner(bytes)
            do throws(JSONFault) { return .success(try body(&scanner)) } catch { return .failure(error) }
        }
        return try result.get()
    }

    @Test("a number is the nearest one there is, however many digits it has")
    func numbers() throws {
        var generator = SeededGenerator(seed: 7)
        var texts = [
            "0", "-0", "1", "130.7366512581492", "32.829902999623926", "1e2", "1E+2", "1.5e-3", "123456789012345678901",
            "0.000000000000000000001", "-12.5",
        ]
        for _ in 0..<2000 {
            let digits = Int.random(in: 0...18, using: &generator)
            let text = (0..<digits).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
            texts.append("\(Int.random(in: -180...180, using: &generator))" + (digits > 0 ? "." + text : ""))
        }
        for text in texts {
            let value = try scan(text) { scanner throws(JSONFault) in try scanner.number() }
            #expect(value == Double(text), "\(text)")
        }
    }

    @Test(
        "escapes in strings are read",
        arguments: [
            (#""東""#, "東"), (#""\u6771""#, "東"), (#""a\"b\\c\/d\n""#, "a\"b\\c/d\n"), (#""\ud842\udfb7野家""#, "𠮷野家"),
            (#""\ud842x""#, "\u{FFFD}x"), (#""\udfb7""#, "\u{FFFD}"), (#""""#, ""),
        ])
    func strings(written: String, meant: String) throws {
        let value = try scan(written) { scanner throws(JSONFault) in try scanner.string() }
        #expect(value == meant)
    }

    @Test("what is passed over is passed over to its end, however deep it is")
    func skipping() throws {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        for text in [
            "[]", "{}", "[[],{}]", #"{"a":[1,2,{"b":null}],"c":"]}"}"#, "true", "-1.5e3", #""\\""#, deep,
            #"[{"a":[]},[{}],"",[[1]]]"#,
        ] {
            let end = try scan(text + " 7") { scanner throws(JSONFault) in
                try scanner.skipValue()
                return try scanner.number()
            }
            #expect(end == 7, "\(text.prefix(40))")
        }
    }

    @Test(
        "what is no JSON is refused where it stops being so",
        arguments: [
            ("[1,]", 3), ("[1 2]", 3), ("{\"a\" 1}", 5), ("{1:2}", 1), ("nul", 0), ("\"abc", 4), ("[", 1), ("-", 0),
            ("1.", 0), ("[1", 2), ("{\"a\":1,}", 7), ("]", 0), ("", 0), ("1e", 2),
        ])
    func faults(text: String, offset: Int) throws {
        let fault = #expect(throws: JSONFault.self) {
            try scan(text) { scanner throws(JSONFault) in try scanner.skipValue() }
        }
        #expect(fault?.offset == offset)
    }
}
