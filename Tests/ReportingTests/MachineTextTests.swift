import Testing

@testable import Reporting

@Suite struct MachineTextTests {
    @Test(arguments: [
        (12.0, "12"), (0.1, "0.1"), (-0.0, "0"), (0.000025, "0.000025"), (-1.5e-7, "-0.00000015"),
        (1e21, "1000000000000000000000"), (1.25e17, "125000000000000000"), (33.3, "33.3"), (100, "100"),
        (.leastNonzeroMagnitude, "0." + String(repeating: "0", count: 323) + "5"), (.nan, ""), (.infinity, ""),
    ])
    func numbersHaveNoExponent(value: Double, text: String) {
        #expect(MachineText.number(value) == text)
    }

    @Test func numbersReadBackAsTheSame() {
        var state: UInt64 = 42
        for _ in 0..<2_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(bitPattern: state)
            guard value.isFinite else { continue }
            #expect(Double(MachineText.number(value)) == value)
        }
    }

    @Test func listsCanBeTakenApartAgain() {
        #expect(MachineText.list(["a", "b;c", ""]) == "a;b；c;")
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567")])
    func numbersForReadersAreGrouped(value: Int, text: String) {
        #expect(NumberWords.grouped(value) == text)
    }

    @Test(arguments: [(23.35, "23.4"), (0.0, "0.0"), (-0.04, "0.0"), (-1.25, "-1.3"), (Double.nan, "")])
    func oneDecimal(value: Double, text: String) {
        #expect(NumberWords.oneDecimal(value) == text)
    }

    @Test func jsonStringsAreEscaped() {
        #expect(JSONText.string("a\"\\\n\u{1}</b>あ") == #""a\"\\\n\u0001</b>あ""#)
        #expect(JSONText.number(.infinity) == "null")
    }
}
