/// 全国地方公共団体コード.
public enum MunicipalityCode {
    /// The code with its check digit, as open data writes it: `011002` for `01100`.
    ///
    /// The first five digits are weighted 6, 5, 4, 3 and 2; the check digit is the last digit of 11 less the remainder of
    /// their sum by 11 (総務省「全国地方公共団体コード仕様」: of a sum below 11, of 11 less the sum).
    /// - Parameter code: five digits.
    /// - Returns: `nil` for anything else.
    public static func withCheckDigit(_ code: String) -> String? {
        let digits = code.utf8.map { Int($0) - 0x30 }
        guard digits.count == 5, digits.allSatisfy((0...9).contains) else { return nil }
        let sum = zip(digits, [6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 }
        return code + String((11 - sum % 11) % 10)
    }
}
