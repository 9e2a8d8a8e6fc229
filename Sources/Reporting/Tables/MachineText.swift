/// How values stand in the machine-readable tables.
enum MachineText {
    /// The shortest digits that read back as the same number, without exponent: `12`, `0.000015`, `-3.5`.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        let text = value.description
        guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else {
            return text.hasSuffix(".0") ? withoutNegativeZero(String(text.dropLast(2))) : text
        }
        guard let exponent = Int(text[text.index(after: mark)...].drop { $0 == "+" }) else { return text }
        return shifted(text[..<mark], by: exponent)
    }

    static func number(_ value: Double?) -> String { value.map { number($0) } ?? "" }
    static func number(_ value: Int?) -> String { value.map { String($0) } ?? "" }
    static func boolean(_ value: Bool) -> String { value ? "true" : "false" }

    /// The elements joined by `;`; one inside an element becomes `；`, so that the list can be taken apart again.
    static func list(_ elements: some Sequence<String>) -> String {
        elements.map { $0.replacing(";", with: "；") }.joined(separator: ";")
    }

    private static func withoutNegativeZero(_ text: String) -> String { text == "-0" ? "0" : text }

    /// Writes `1.5`, -5 as `0.000015`.
    private static func shifted(_ mantissa: Substring, by exponent: Int) -> String {
        let sign = mantissa.hasPrefix("-") ? "-" : ""
        let parts = mantissa.drop { $0 == "-" }.split(separator: ".")
        let whole = parts.first ?? ""
        let fraction = parts.count > 1 && parts[1] != "0" ? parts[1] : ""
        let digits = String(whole + fraction)
        let point = whole.count + exponent
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
        return sign + digits.prefix(point) + "." + digits.dropFirst(point)
    }
}
