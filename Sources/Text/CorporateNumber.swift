/// 法人番号: thirteen digits of which the first is a check digit.
public enum CorporateNumber {
    /// The thirteen digits; `nil` when there are not as many or the check digit is wrong.
    /// Check digit: 9 − (Σ PₙQₙ mod 9), Pₙ the n-th of the other twelve digits from the right, Qₙ 1 for odd n and 2 for
    /// even n (法人番号の指定等に関する省令第2条).
    public static func digits(_ text: String) -> String? {
        guard let folded = thirteenDigits(text) else { return nil }
        let values = folded.utf8.map { Int($0) - 0x30 }
        let sum = values.dropFirst().reversed().enumerated().reduce(0) {
            $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 2)
        }
        return values[0] == 9 - sum % 9 ? folded : nil
    }

    /// Thirteen digits, whatever the first one is; `nil` when there are not as many.
    public static func thirteenDigits(_ text: String) -> String? {
        var scalars = Width.scalarsWithoutSpaces(text)
        scalars.removeAll { $0 == "-" }
        return scalars.count == 13 && scalars.allSatisfy(\.isDigit) ? String(scalars: scalars) : nil
    }
}
