import Text

/// A town's name as it is looked up: 上水前寺一丁目 is the stem 上水前寺 with 丁目 1.
struct AreaTownName {
    /// Comparable scalars without the 丁目; empty for a town that is called 一丁目 and nothing else.
    let stem: [UInt32]
    /// 0 where the name has no 丁目.
    let chome: Int

    init(_ name: String, variants: CharacterVariants) {
        var scalars = AreaText.key(name, variants: variants)
        // 字 at the beginning is left out as often as 大字; inside, it is part of a name.
        if scalars.count > 1, scalars[0] == AreaLetter.section { scalars.removeFirst() }
        let numberLength = Self.numberLength(before: AreaNumbers.chome, in: scalars)
        guard let numberLength, let value = Self.value(scalars, numberLength) else {
            (stem, chome) = (scalars, 0)
            return
        }
        stem = Array(scalars.dropLast(AreaNumbers.chome.count + numberLength))
        chome = value
    }

    /// How many numerals stand before the mark that ends the name; `nil` without the mark or a numeral.
    private static func numberLength(before mark: [UInt32], in scalars: [UInt32]) -> Int? {
        guard scalars.count > mark.count, Array(scalars.suffix(mark.count)) == mark else { return nil }
        let numerals = scalars.dropLast(mark.count).reversed().prefix { scalar in
            AreaLetter.isDigit(scalar) || Unicode.Scalar(scalar).map(Numerals.isKanjiNumeral) ?? false
        }
        return numerals.isEmpty ? nil : numerals.count
    }

    private static func value(_ scalars: [UInt32], _ length: Int) -> Int? {
        let numerals = scalars.dropLast(AreaNumbers.chome.count).suffix(length)
        if numerals.allSatisfy(AreaLetter.isDigit) {
            guard length <= 3 else { return nil }
            return numerals.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        guard let value = Numerals.value(numerals.compactMap(Unicode.Scalar.init)), (1...999).contains(value) else {
            return nil
        }
        return value
    }
}
