/// A number in kanji as it grows numeral by numeral.
struct KanjiNumber {
    private var total = 0
    private var section = 0
    private var pending: Int
    private var lastUnit = 10_000
    private var isPositional: Bool
    private var count = 1

    init(_ first: Int) {
        pending = 0
        isPositional = first < 10
        if first < 10 {
            pending = first
        } else {
            takeUnit(first)
        }
    }

    var value: Int { total + section + pending }
    var isRowOfDigits: Bool { isPositional && count > 1 }

    /// Whether the number goes on with it.
    mutating func append(_ numeral: Int) -> Bool {
        guard count < 12 else { return false }
        if numeral < 10 {
            if isPositional {
                guard pending < 10_000_000 else { return false }
                pending = pending * 10 + numeral
            } else {
                // 四十万四丁目 is the fourth of 四十万.
                guard pending == 0, total == 0 || section > 0 else { return false }
                pending = numeral
            }
        } else {
            // 一二三十 is no number; 二十三 is.
            guard pending < 10, numeral == 10_000 ? total == 0 : numeral < lastUnit else { return false }
            isPositional = false
            takeUnit(numeral)
        }
        count += 1
        return true
    }

    private mutating func takeUnit(_ unit: Int) {
        if unit == 10_000 {
            total = max(section + pending, 1) * unit
            (section, lastUnit) = (0, 10_000)
        } else {
            section += max(pending, 1) * unit
            lastUnit = unit
        }
        pending = 0
    }
}
