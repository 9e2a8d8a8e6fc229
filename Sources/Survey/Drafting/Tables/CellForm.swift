internal import Model
internal import Text

/// What a cell looks like, whatever its column is called.
enum CellForm {
    static func isInteger(_ cell: String) -> Bool { integer(cell) != nil }

    /// A whole number of at most six digits.
    static func integer(_ cell: String) -> Int? {
        let text = Width.foldedWithoutSpaces(cell)
        guard text.utf8.count <= 7 else { return nil }
        return Int(text)
    }

    static func isNumber(_ cell: String) -> Bool {
        Double(Width.foldedWithoutSpaces(cell).replacing(",", with: "")) != nil
    }

    static func isDate(_ cell: String) -> Bool { JapaneseDate.parse(cell) != nil }

    static func isEmail(_ cell: String) -> Bool {
        let parts = Width.foldedWithoutSpaces(cell).split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
    }

    /// Digits with the marks that stand between them, and nothing else.
    static func isTelephone(_ cell: String) -> Bool {
        let folded = Width.foldedWithoutSpaces(cell)
        return folded.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "-()+‐−ー–".unicodeScalars.contains($0) }
            && ContactKeys.telephone(folded) != nil && CorporateNumber.digits(folded) == nil
    }

    static func isPostalCode(_ cell: String) -> Bool {
        let folded = Width.foldedWithoutSpaces(cell)
        return folded.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || "〒-‐−ー–".unicodeScalars.contains($0) }
            && ContactKeys.postalCode(folded) != nil
    }

    /// Thirteen digits, the check digit right or not.
    static func isCorporateNumber(_ cell: String) -> Bool {
        let folded = Width.foldedWithoutSpaces(cell).replacing("-", with: "")
        return folded.utf8.count == 13 && folded.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// A single sign that stands for yes or no: 1, 0, ○, ×, ✓; not a word.
    static func isMark(_ folded: String) -> Bool {
        guard folded.unicodeScalars.count == 1, let scalar = folded.unicodeScalars.first else { return false }
        return Marks.meaning(folded) != nil && !scalar.properties.isIdeographic
    }

    /// What people write into a header: words, not values.
    static func isTitle(_ cell: String) -> Bool {
        let folded = Width.folded(cell)
        guard !folded.isEmpty, cell.count <= 300, folded.unicodeScalars.contains(where: \.properties.isAlphabetic)
        else { return folded == "〒" || folded == "#" }
        return !isNumber(cell) && !isDate(cell) && !isEmail(cell) && !isTelephone(cell) && !isPostalCode(cell)
    }

    /// Separated whole numbers, `1,5,24`; `nil` when anything else stands in the cell.
    static func codes(_ cell: String) -> [Int]? {
        let pieces = Width.folded(cell).split { " ,;、|\n\r/".contains($0) }
        guard !pieces.isEmpty else { return nil }
        var codes: [Int] = []
        for piece in pieces {
            guard piece.utf8.count <= 5, let code = Int(piece) else { return nil }
            codes.append(code)
        }
        return codes
    }
}
