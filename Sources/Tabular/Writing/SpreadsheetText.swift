/// Texts in tables that people open in a spreadsheet program.
public enum SpreadsheetText {
    /// Such a program would run a cell that begins like a formula; with an apostrophe before it, it stays a text (OWASP,
    /// "CSV Injection").
    public static func harmless(_ cell: String) -> String {
        guard let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return cell }
        return "'" + cell
    }
}
