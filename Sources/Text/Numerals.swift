/// Numbers in kanji, as addresses and ordinals use them.
public enum Numerals {
    /// 〇 to 千二百三十四 and positional 一二三; `nil` when it is no number. At most 99,999,999.
    public static func value(_ kanji: some Collection<Unicode.Scalar>) -> Int? {
        guard !kanji.isEmpty, kanji.count <= 16 else { return nil }
        if kanji.allSatisfy({ digit($0) != nil }) {
            guard kanji.count <= 8 else { return nil }
            return kanji.reduce(0) { $0 * 10 + (digit($1) ?? 0) }
        }
        var (total, section, pending, lastUnit) = (0, 0, 0, 10_000)
        for scalar in kanji {
            if let digit = digit(scalar) {
                guard pending == 0 else { return nil }
                pending = digit
            } else if let unit = unit(scalar), unit < lastUnit {
                section += max(pending, 1) * unit
                (pending, lastUnit) = (0, unit)
            } else if scalar == "万", total == 0 {
                total = max(section + pending, 1) * 10_000
                (section, pending, lastUnit) = (0, 0, 10_000)
            } else {
                return nil
            }
        }
        return total + section + pending
    }

    /// 1 → 一, 21 → 二十一; for 1…9,999.
    public static func kanji(_ number: Int) -> String {
        guard (1...9_999).contains(number) else { return String(number) }
        var text = ""
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            if digit > 0 { text += (digit == 1 && unit > 1 ? "" : digits[digit]) + name }
        }
        return text
    }

    public static func isKanjiNumeral(_ scalar: Unicode.Scalar) -> Bool { digit(scalar) != nil || unit(scalar) != nil }

    private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "〇", "零": 0
        case "一", "壱": 1
        case "二", "弐": 2
        case "三", "参": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }

    private static func unit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "十": 10
        case "百": 100
        case "千": 1000
        case "万": 10_000
        default: nil
        }
    }
}
