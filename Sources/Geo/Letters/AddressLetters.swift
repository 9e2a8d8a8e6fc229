/// A text as addresses are matched: its letters without spaces, 大字 and 字, a number as one letter however it is
/// written (12, １２, 十二). Every letter knows where it stood, so that what is left over can be given back as written.
///
/// It is a view into the memory of the ``LetterReader`` that made it, and lives until that reads the next text.
struct AddressLetters {
    /// One letter, and how it was written.
    struct Token {
        var letter: UInt16
        /// The character that it is written with, as far as 16 bits tell them apart; that of the number for a number.
        var spelling: UInt16
        /// The value of a number; 0 for other letters.
        var value: Int32
        /// Byte of the text at which it begins.
        var start: Int32
        /// How many digits a number in Arabic numerals has; 0 for other letters.
        var digits: UInt8
        var marks: Marks
    }

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
        /// 大字 stood before it.
        static let largeSection = Marks(rawValue: 16)
    }

    private let tokens: UnsafePointer<Token>
    let count: Int
    /// Bytes of the text up to which letters were read: all of them, but for texts that no address is as long as.
    let end: Int

    init(_ tokens: UnsafePointer<Token>, count: Int, end: Int) {
        self.tokens = tokens
        self.count = count
        self.end = end
    }

    /// `Letter.none` outside.
    subscript(index: Int) -> UInt16 { isInside(index) ? tokens[index].letter : Letter.none }

    /// All of them, to be kept.
    var letters: [UInt16] { UnsafeBufferPointer(start: tokens, count: count).map(\.letter) }

    /// 0 outside.
    func value(_ index: Int) -> Int { isInside(index) ? Int(tokens[index].value) : 0 }

    /// 0 outside.
    func digits(_ index: Int) -> Int { isInside(index) ? Int(tokens[index].digits) : 0 }

    /// `Letter.none` outside.
    func spelling(_ index: Int) -> UInt16 { isInside(index) ? tokens[index].spelling : Letter.none }

    func isNumber(_ index: Int) -> Bool { Letter.isNumber(self[index]) }

    func isKanjiNumber(_ index: Int) -> Bool { marks(index).contains(.kanji) }

    func isRowOfDigits(_ index: Int) -> Bool { marks(index).contains(.positional) }

    func hasGap(before index: Int) -> Bool { marks(index).contains(.gap) }

    func hasSection(before index: Int) -> Bool { marks(index).contains(.section) }

    func hasLargeSection(before index: Int) -> Bool { marks(index).contains(.largeSection) }

    /// Whether one of these letters is the one.
    func contains(_ letter: UInt16, in range: Range<Int>) -> Bool { range.contains { self[$0] == letter } }

    /// Byte at which a letter begins; the end of the text for what is beyond.
    func start(of index: Int) -> Int { isInside(index) ? Int(tokens[index].start) : end }

    /// As it is, to be changed; inside only.
    func token(_ index: Int) -> Token { tokens[index] }

    private func marks(_ index: Int) -> Marks { isInside(index) ? tokens[index].marks : [] }

    @inline(__always)
    private func isInside(_ index: Int) -> Bool { UInt(bitPattern: index) < UInt(bitPattern: count) }
}
