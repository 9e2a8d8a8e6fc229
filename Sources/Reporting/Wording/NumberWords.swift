import Model

/// Numbers and days as a Japanese page or sheet shows them.
enum NumberWords {
    /// `12,345`
    static func grouped(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return value < 0 ? "-" + result : result
    }

    /// One decimal, half away from zero: `23.4`.
    static func oneDecimal(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "" }
        let tenths = Int((value * 10).rounded())
        return (tenths < 0 ? "-" : "") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }

    /// With its sign, `+3.2` or `−1.0`.
    static func signed(_ value: Double) -> String {
        let digits = oneDecimal(value.magnitude)
        return value.magnitude < 0.05 ? digits : (value < 0 ? "−" : "+") + digits
    }

    /// A share between 0 and 1 as `23.4%`.
    static func percent(ofShare share: Double) -> String { oneDecimal(share * 100) + "%" }

    /// `2024年10月21日`
    static func day(_ date: CivilDate) -> String { "\(date.year)年\(date.month)月\(date.day)日" }

    /// `2024年10月1日から2024年11月15日まで`
    static func period(_ period: ClosedRange<CivilDate>) -> String {
        "\(day(period.lowerBound))から\(day(period.upperBound))まで"
    }
}
