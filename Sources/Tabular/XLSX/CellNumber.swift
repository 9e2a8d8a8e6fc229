import Glibc
import Model

/// Numbers of a sheet as text.
struct CellNumber {
    /// Serial days count from 1904-01-01 (old Macintosh workbooks) rather than from 1900-01-01.
    var is1904 = false

    /// Appends the text of a number, given as the file writes it, to `output`.
    func append(_ source: ArraySlice<UInt8>, _ format: NumberFormat, to output: inout [UInt8]) {
        if format == .plain, CellNumber.isShortest(source) {
            output.append(contentsOf: source)
        } else {
            output.append(contentsOf: text(String(decoding: source, as: UTF8.self), format).utf8)
        }
    }

    func text(_ source: String, _ format: NumberFormat) -> String {
        guard let number = Double(source), abs(number) < 1e300 else { return source }
        switch format {
        case .plain: return CellNumber.shortest(number)
        case .percent: return CellNumber.shiftedByTwo(CellNumber.shortest(number)) + "%"
        case .date(let showsDay, let showsTime):
            return date(number, showsDay: showsDay, showsTime: showsTime) ?? CellNumber.shortest(number)
        case .duration:
            // Ten thousand years and a day more is no duration.
            let isDuration = number >= 0 && number < 4e6
            return isDuration ? CellNumber.clock(Int((number * 86_400).rounded())) : CellNumber.shortest(number)
        case .pattern(let patterns):
            let magnitude = number.rounded()
            guard magnitude == number, magnitude >= 0, magnitude < 1e15,
                let pattern = DigitPattern.chosen(for: number, from: patterns), pattern.changesDigits
            else { return CellNumber.shortest(number) }
            return pattern.text(of: UInt64(magnitude))
        }
    }

    /// Whether a number is written in its shortest form already: up to 15 digits that all count. No two such numbers
    /// are the same `Double`, so none has a shorter form.
    private static func isShortest(_ source: ArraySlice<UInt8>) -> Bool {
        source.withUnsafeBufferPointer { text in
            var (digits, point, index) = (0, -1, 0)
            if text.first == UInt8(ascii: "-") { index = 1 }
            let first = index
            while index < text.count {
                let byte = text[index]
                if byte == UInt8(ascii: "."), point < 0 {
                    point = index
                } else if byte &- UInt8(ascii: "0") < 10 {
                    digits += 1
                } else {
                    return false
                }
                index += 1
            }
            guard digits > 0, digits <= 15 else { return false }
            let wholeEnd = point < 0 ? text.count : point
            guard wholeEnd > first else { return false }
            if text[first] == UInt8(ascii: "0"), wholeEnd > first + 1 || point < 0 && first == 1 { return false }
            return point < 0 || point + 1 < text.count && text[text.count - 1] != UInt8(ascii: "0")
        }
    }

    /// The shortest digits that give the number again, without exponent up to 10²¹, without `.0`.
    static func shortest(_ number: Double) -> String {
        if number == 0 { return "0" }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        let text = "\(number)"
        return text.utf8.contains(UInt8(ascii: "e")) || text.utf8.last == UInt8(ascii: "0") ? plainDecimal(text) : text
    }

    /// Writes `1.5e-07` as `0.00000015`; numbers that are too large or small for it stay as they are.
    private static func plainDecimal(_ text: String) -> String {
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]),
            (-12...20).contains(exponent)
        else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
        var mantissa = text[..<mark]
        let sign = mantissa.first == "-" ? "-" : ""
        mantissa = mantissa.drop { $0 == "-" }
        let parts = mantissa.split(separator: ".")
        var fraction = parts.count > 1 ? String(parts[1]) : ""
        if fraction == "0" { fraction = "" }
        let digits = parts[0] + fraction
        if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
        let whole = digits.prefix(exponent + 1)
        let rest = digits.dropFirst(exponent + 1)
        let zeros = String(repeating: "0", count: exponent + 1 - whole.count)
        return sign + whole + zeros + (rest.isEmpty ? "" : "." + rest)
    }

    /// A hundred times as much, by moving the point: 0.07 times 100 is 7.000000000000001.
    private static func shiftedByTwo(_ text: String) -> String {
        if text.contains("e") { return Double(text).map { shortest($0 * 100) } ?? text }
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.drop { $0 == "-" }.split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let padded = fraction + String(repeating: "0", count: max(0, 2 - fraction.count))
        let whole = (parts[0] + padded.prefix(2)).drop { $0 == "0" }
        let rest = padded.dropFirst(2)
        return sign + (whole.isEmpty ? "0" : whole) + (rest.isEmpty ? "" : "." + rest)
    }

    // MARK: - Days

    /// ISO 8601; `nil` for what is no date.
    private func date(_ number: Double, showsDay: Bool, showsTime: Bool) -> String? {
        guard number >= 0, number < 2_958_466 else { return nil }
        var day = Int(number)
        var seconds = showsTime ? Int(((number - Double(day)) * 86_400).rounded()) : 0
        if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
        if !showsDay, day == 0 { return CellNumber.clock(seconds) }
        guard let date = civilDate(day) else { return nil }
        return showsTime ? "\(date)T\(CellNumber.clock(seconds))" : date
    }

    private static func clock(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }

    /// Excel took 1900 for a leap year, as Lotus did, and shows 29 February for day 60.
    private func civilDate(_ serial: Int) -> String? {
        if is1904 { return CivilDate(daysSince1970: serial - 24_107)?.description }
        if serial == 60 { return "1900-02-29" }
        guard serial > 0 else { return nil }
        return CivilDate(daysSince1970: serial - (serial < 60 ? 25_568 : 25_569))?.description
    }
}
