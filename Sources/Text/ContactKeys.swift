/// Telephone numbers, mail addresses and postcodes in the form in which they compare.
public enum ContactKeys {
    /// Digits only, ten or eleven with the zero in front that a spreadsheet or +81 took away; `nil` when it can't be one
    /// Japanese number.
    public static func telephone(_ text: String) -> String? {
        var digits = digits(text)
        if digits.count >= 11, digits[0] == "8", digits[1] == "1" { digits.removeFirst(2) }
        if digits.first != "0" { digits.insert("0", at: 0) }
        return (10...11).contains(digits.count) ? String(scalars: digits) : nil
    }

    /// Lower case, folded; `nil` without an @.
    public static func email(_ text: String) -> String? {
        var scalars = Width.scalarsWithoutSpaces(text)
        guard scalars.contains("@") else { return nil }
        scalars.lowercase()
        return String(scalars: scalars)
    }

    /// Seven digits; `nil` otherwise.
    public static func postalCode(_ text: String) -> String? {
        let digits = digits(text)
        return digits.count == 7 ? String(scalars: digits) : nil
    }

    private static func digits(_ text: String) -> [Unicode.Scalar] {
        var scalars = Width.foldedScalars(text)
        scalars.removeAll { !$0.isDigit }
        return scalars
    }
}
