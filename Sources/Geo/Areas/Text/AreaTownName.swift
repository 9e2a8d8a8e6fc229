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
        // 堺市 counts in 丁 where others count in 丁目.
        for mark in [AreaNumbers.chome, AreaNumbers.cho] {
            guard let length = Self.numberLength(before: mark, in: scalars),
                let value = Self.value(scalars.dropLast(mark.count).suffix(length))
            else { continue }
            stem = Array(scalars.dropLast(mark.count + length))
            chome = value
            return
        }
        (stem, chome) = (scalars, 0)
    }

    /// 新琴似 for 新琴似十条, 月寒西 for 月寒西一条, 八軒 for 八軒一条東; `nil` where no street is numbered.
    var stemWithoutStreet: [UInt32]? {
        let street = stem.last.map(AreaLetter.sides.contains) ?? false ? Array(stem.dropLast()) : stem
        let length = Self.numberLength(before: [AreaLetter.street], in: street)
        guard let length, street.count - length - 1 > 1 else { return nil }
        return Array(street.dropLast(length + 1))
    }

    /// How many numerals stand before the mark that ends the name; `nil` without the mark or a numeral.
    private static func numberLength(before mark: [UInt32], in scalars: [UInt32]) -> Int? {
        guard scalars.count > mark.count, Array(scalars.suffix(mark.count)) == mark else { return nil }
        let numerals = scalars.dropLast(mark.count).reversed().prefix { scalar in
            AreaLetter.isDigit(scalar) || Unicode.Scalar(scalar).map(Numerals.isKanjiNumeral) ?? false
        }
        return numerals.isEmpty ? nil : numerals.count
    }

    private static func value(_ numerals: ArraySlice<UInt32>) -> Int? {
        if numerals.allSatisfy(AreaLetter.isDigit) {
            guard numerals.count <= 3 else { return nil }
            return numerals.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        guard let value = Numerals.value(numerals.compactMap(Unicode.Scalar.init)),
            (1...999).contains(value)
        else {
            return nil
        }
        return value
    }
}
