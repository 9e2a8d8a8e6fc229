/// A text as addresses are matched: its letters without spaces, 大字 and 字, a number as one letter however it is
/// written (12, １２, 十二). Every letter knows where it stood, so that what is left over can be given back as written.
///
/// Its memory is used again from text to text.
struct AddressLetters {
    private(set) var letters: [UInt16] = []
    /// The value of each number; 0 for other letters.
    private(set) var values: [Int32] = []
    /// Byte of the text that each letter begins at; one more for the end.
    private(set) var starts: [Int32] = []
    /// The character that each letter is written with, as far as 16 bits tell them apart; that of the number's first.
    private(set) var spelling: [UInt16] = []
    /// How many digits each number in Arabic numerals has; 0 for other letters.
    private(set) var digits: [UInt8] = []
    /// How each letter is written.
    private(set) var marks: [Marks] = []

    struct Marks: OptionSet {
        let rawValue: UInt8
        /// A space, 大字 or 字 stood before it.
        static let gap = Marks(rawValue: 1)
        /// A number in kanji.
        static let kanji = Marks(rawValue: 2)
        /// 字 or 大字 stood before it.
        static let section = Marks(rawValue: 4)
        /// A number in kanji without 十, 百 …, of two digits or more.
        static let positional = Marks(rawValue: 8)
    }

    private let table: LetterTable

    init(table: LetterTable) { self.table = table }

    var count: Int { letters.count }

    subscript(index: Int) -> UInt16 { index < letters.count ? letters[index] : Letter.none }

    subscript(range: Range<Int>) -> ArraySlice<UInt16> { letters[range.clamped(to: 0..<letters.count)] }

    func isNumber(_ index: Int) -> Bool { index < letters.count && Letter.isNumber(letters[index]) }

    func isKanjiNumber(_ index: Int) -> Bool { index < marks.count && marks[index].contains(.kanji) }

    func isRowOfDigits(_ index: Int) -> Bool { index < marks.count && marks[index].contains(.positional) }

    func hasGap(before index: Int) -> Bool { index < marks.count && marks[index].contains(.gap) }

    func hasSection(before index: Int) -> Bool { index < marks.count && marks[index].contains(.section) }

    /// Byte at which a letter begins; the end of the text for what is beyond.
    func start(of index: Int) -> Int { Int(starts[min(index, letters.count)]) }

    mutating func read(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    /// - Parameter bytes: UTF-8; malformed bytes are no letters.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        letters.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        digits.removeAll(keepingCapacity: true)
        spelling.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        var pending: Marks = []
        var section: Int?
        var index = 0
        while index < bytes.count {
            var start = index
            let scalar = Self.decode(bytes, &index)
            let letter = table[scalar]
            if let section, letter > Letter.unknown, letter != Letter.section { start = section }
            switch letter {
            case Letter.none: continue
            case 0x308A where letters.last == 0x901A: continue  // 通り is 通.
            case Letter.block where letters.last == Letter.number:  // 番丁 is 番町.
                append(Letter.town, 0, start, pending, spelled: Letter.block)
                (pending, section) = ([], nil)
            case Letter.space: pending.insert(.gap)
            case Letter.voicing, Letter.semivoicing:
                if let last = letters.last, let joined = Letter.voiced(last, by: letter) {
                    letters[letters.count - 1] = joined
                }
            case Letter.section:
                if letters.last == Letter.large, !pending.contains(.gap) {
                    let large = removeLast()
                    pending.formUnion(large.marks)
                    section = large.start
                }
                pending.formUnion([.gap, .section])
                section = section ?? start
            case 0x30...0x39:
                var value = Int(letter - 0x30)
                var digits = 1
                while true {
                    var next = index
                    guard next < bytes.count, case let digit = table[Self.decode(bytes, &next)], Letter.isDigit(digit)
                    else { break }
                    index = next
                    digits += 1
                    value = digits <= 9 ? value * 10 + Int(digit - 0x30) : Letter.largestNumber + 1
                }
                appendNumber(value, start, pending, digits: digits)
                (pending, section) = ([], nil)
            default:
                if let first = Letter.numeral(letter) {
                    appendNumeral(first, bytes, start, &index, pending)
                } else {
                    append(letter, 0, start, pending, spelled: UInt16(truncatingIfNeeded: scalar))
                }
                (pending, section) = ([], nil)
            }
        }
        starts.append(Int32(bytes.count))
    }

    /// 第3 and 3 are one number.
    private mutating func appendNumber(_ value: Int, _ start: Int, _ mark: Marks, digits count: Int) {
        var (start, mark) = (start, mark)
        if letters.last == Letter.ordinal, !mark.contains(.gap) {
            let ordinal = removeLast()
            start = ordinal.start
            mark.formUnion(ordinal.marks)
        }
        append(Letter.number(value), value, start, mark, digits: count, spelled: Letter.number(value))
    }

    private mutating func removeLast() -> (start: Int, marks: Marks) {
        letters.removeLast()
        values.removeLast()
        digits.removeLast()
        spelling.removeLast()
        return (Int(starts.removeLast()), marks.removeLast())
    }

    private mutating func append(
        _ letter: UInt16, _ value: Int, _ start: Int, _ mark: Marks, digits count: Int = 0, spelled: UInt16
    ) {
        letters.append(letter)
        spelling.append(spelled)
        digits.append(UInt8(clamping: count))
        values.append(Int32(truncatingIfNeeded: value))
        starts.append(Int32(truncatingIfNeeded: start))
        marks.append(mark)
    }

    /// 千二百三十四 or positional 一二三四. What is no number as a whole (十十) is as many as it takes.
    private mutating func appendNumeral(
        _ first: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ index: inout Int, _ mark: Marks
    ) {
        var number = KanjiNumber(first)
        while true {
            var next = index
            guard next < bytes.count, let numeral = Letter.numeral(table[Self.decode(bytes, &next)]),
                number.append(numeral)
            else { break }
            index = next
        }
        appendNumber(
            number.value, start, mark.union(number.isRowOfDigits ? [.kanji, .positional] : .kanji), digits: 0)
    }

    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        let first = bytes[index]
        if first < 0x80 {
            index += 1
            return UInt32(first)
        }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        guard length > 1, index + length <= bytes.count else {
            index += 1
            return 0
        }
        var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F) }
        index += length
        return scalar
    }
}

/// A number in kanji as it grows numeral by numeral.
private struct KanjiNumber {
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
