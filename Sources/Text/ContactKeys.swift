/// Telephone numbers, mail addresses and postcodes in the form in which they compare.
public enum ContactKeys {
    /// Digits only, ten or eleven with the zero in front that a spreadsheet or +81 took away; `nil` when it can't be one
    /// Japanese number.
    public static func telephone(_ text: String) -> String? {
        var digits = self.digits(text)
        if digits.hasPrefix("81"), digits.count >= 11 { digits = String(digits.dropFirst(2)) }
        if !digits.hasPrefix("0") { digits = "0" + digits }
        return (10...11).contains(digits.count) ? digits : nil
    }

    /// Lower case, folded; `nil` without an @.
    public static func email(_ text: String) -> String? {
        let folded = Width.foldedWithoutSpaces(text).lowercased()
        return folded.contains("@") ? folded : nil
    }

    /// Seven digits; `nil` otherwise.
    public static func postalCode(_ text: String) -> String? {
        let digits = self.digits(text)
        return digits.count == 7 ? digits : nil
    }

    private static func digits(_ text: String) -> String {
        String(String.UnicodeScalarView(Width.folded(text).unicodeScalars.filter { ("0"..."9").contains($0) }))
    }
}
