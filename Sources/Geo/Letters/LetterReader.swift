/// Turns texts into letters, one after another in the same memory. Not for two threads at once.
final class LetterReader {
    private typealias Token = AddressLetters.Token
    private typealias Marks = AddressLetters.Marks

    /// What is behind so many letters is left unread; it belongs to no address.
    static let longest = 1024

    private let table: LetterTable
    private let tokens: UnsafeMutablePointer<AddressLetters.Token>
    /// For another spelling of the text that was read.
    private let others: UnsafeMutablePointer<AddressLetters.Token>

    init(table: LetterTable) {
        self.table = table
        tokens = .allocate(capacity: Self.longest)
        others = .allocate(capacity: Self.longest)
    }

    deinit {
        tokens.deallocate()
        others.deallocate()
    }

    /// - Returns: a view that the next text invalidates.
    func read(_ text: String) -> AddressLetters {
        var text = text
        return text.withUTF8 { read($0) }
    }

    /// - Parameter bytes: UTF-8; malformed bytes are no letters.
    /// - Returns: a view that the next text invalidates; it doesn't look into the bytes any more.
    func read(_ bytes: UnsafeBufferPointer<UInt8>) -> AddressLetters {
        table.withUnsafeLetters { letters in
            var reading = Reading(bytes: bytes, letters: letters, tokens: tokens)
            reading.run()
            return AddressLetters(tokens, count: reading.count, end: reading.end)
        }
    }

    /// The text without the ケ, ノ and ツ between kanji; `nil` where there is none.
    ///
    /// - Parameter start: where a name begins.
    /// - Returns: a view that the next text invalidates.
    func withoutLinks(_ text: AddressLetters, from start: Int) -> AddressLetters? {
        var count = 0
        for index in 0..<text.count {
            let isLink =
                Letter.isLink(text[index]) && index > start && index < start + 40 && Letter.isKanji(text[index + 1])
                && (Letter.isKanji(text[index - 1]) || text.isKanjiNumber(index - 1))
            if isLink { continue }
            others[count] = text.token(index)
            count += 1
        }
        return count < text.count ? AddressLetters(others, count: count, end: text.end) : nil
    }

    /// The state of reading one text.
    private struct Reading {
        let bytes: UnsafeBufferPointer<UInt8>
        let letters: LetterTable.Lookup
        let tokens: UnsafeMutablePointer<Token>
        var count = 0
        var index = 0
        /// What stood before the next letter.
        private var pending: Marks = []
        /// Where 大字 or 字 before the next letter begins.
        private var section: Int?

        init(bytes: UnsafeBufferPointer<UInt8>, letters: LetterTable.Lookup, tokens: UnsafeMutablePointer<Token>) {
            self.bytes = bytes
            self.letters = letters
            self.tokens = tokens
        }

        var end: Int { index < bytes.count ? index : bytes.count }

        private var last: UInt16 { count > 0 ? tokens[count - 1].letter : Letter.none }

        mutating func run() {
            while index < bytes.count, count < LetterReader.longest {
                var start = index
                let scalar = Self.decode(bytes, &index)
                let letter = letters[scalar]
                if let section, letter > Letter.unknown, letter != Letter.section { start = section }
                switch LetterKind(letter) {
                case .plain:
                    append(letter, start, spelled: UInt16(truncatingIfNeeded: scalar))
                case .digit:
                    appendDigits(letter, start)
                case .numeral(let value):
                    appendNumeral(value, start)
                case .special:
                    readSpecial(letter, scalar, start)
                }
            }
        }

        private mutating func readSpecial(_ letter: UInt16, _ scalar: UInt32, _ start: Int) {
            switch letter {
            case Letter.none: break
            case Letter.space: pending.insert(.gap)
            case Letter.ri where last == Letter.through: break  // 通り is 通.
            case Letter.block where last == Letter.number:  // 番丁 is 番町.
                append(Letter.town, start, spelled: Letter.block)
            case Letter.eye where last == Letter.town && count > 1 && Letter.isNumber(tokens[count - 2].letter):
                tokens[count - 1].letter = Letter.block  // 一町目 is 一丁目.
                append(letter, start, spelled: UInt16(truncatingIfNeeded: scalar))
            case Letter.voicing, Letter.semivoicing:
                if let joined = Letter.voiced(last, by: letter) { tokens[count - 1].letter = joined }
            case Letter.section:
                if last == Letter.large, !pending.contains(.gap) {
                    let large = removeLast()
                    pending.formUnion(large.marks.union(.largeSection))
                    section = Int(large.start)
                }
                pending.formUnion([.gap, .section])
                section = section ?? start
            default:
                append(letter, start, spelled: UInt16(truncatingIfNeeded: scalar))
            }
        }

        private mutating func appendDigits(_ first: UInt16, _ start: Int) {
            var value = Int(first - 0x30)
            var digits = 1
            while true {
                var next = index
                guard case let digit = nextLetter(&next), Letter.isDigit(digit) else { break }
                index = next
                digits += 1
                value = digits <= 9 ? value * 10 + Int(digit - 0x30) : Letter.largestNumber + 1
            }
            appendNumber(value, start, digits: digits)
        }

        /// 千二百三十四 or positional 一二三四. What is no number as a whole (十十) is as many as it takes.
        private mutating func appendNumeral(_ first: Int, _ start: Int) {
            var number = KanjiNumber(first)
            while true {
                var next = index
                guard let numeral = Letter.numeral(nextLetter(&next)), number.append(numeral) else { break }
                index = next
            }
            pending.formUnion(number.isRowOfDigits ? [.kanji, .positional] : .kanji)
            appendNumber(number.value, start, digits: 0)
        }

        /// Variation selectors and joiners are passed over.
        private func nextLetter(_ index: inout Int) -> UInt16 {
            while index < bytes.count {
                let letter = letters[Self.decode(bytes, &index)]
                if letter != Letter.none { return letter }
            }
            return Letter.none
        }

        /// 第3 and 3 are one number.
        private mutating func appendNumber(_ value: Int, _ start: Int, digits: Int) {
            var start = start
            if last == Letter.ordinal, !pending.contains(.gap) {
                let ordinal = removeLast()
                start = Int(ordinal.start)
                pending.formUnion(ordinal.marks)
            }
            append(Letter.number(value), start, spelled: Letter.number(value), value: value, digits: digits)
        }

        private mutating func removeLast() -> Token {
            count -= 1
            return tokens[count]
        }

        @inline(__always)
        private mutating func append(
            _ letter: UInt16, _ start: Int, spelled: UInt16, value: Int = 0, digits: Int = 0
        ) {
            tokens[count] = Token(
                letter: letter, spelling: spelled, value: Int32(truncatingIfNeeded: value),
                start: Int32(truncatingIfNeeded: start), digits: UInt8(clamping: digits), marks: pending)
            count += 1
            pending = []
            section = nil
        }

        /// The scalar at an index, which moves behind it; 0 for malformed bytes.
        @inline(__always)
        private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
            let first = bytes[index]
            if first < 0x80 {
                index += 1
                return UInt32(first)
            }
            if first & 0xF0 == 0xE0, index + 2 < bytes.count {
                let scalar = UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
                index += 3
                return scalar | UInt32(bytes[index - 1] & 0x3F)
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
}

/// What a letter asks of its reader; most letters ask nothing.
private enum LetterKind {
    case plain
    case digit
    case numeral(Int)
    case special

    @inline(__always)
    init(_ letter: UInt16) {
        if letter <= Letter.unknown {
            self = letter == Letter.unknown ? .plain : .special
        } else if Letter.isDigit(letter) {
            self = .digit
        } else if let value = Letter.numeral(letter) {
            self = .numeral(value)
        } else {
            switch letter {
            case Letter.ri, Letter.block, Letter.section, Letter.eye: self = .special
            default: self = .plain
            }
        }
    }
}
