/// What stands behind a number of an address.
enum NumberShape {
    /// 丁目, or 丁 before another number or at the end.
    case chome(end: Int)
    /// 番, 番地, 号: it is a lot and never a 丁目.
    case lot
    /// 番町, 番館, 条: it belongs to a name.
    case name
    /// A hyphen, another number, a space, the end.
    case bare

    /// - Parameter index: behind the number.
    init(_ text: AddressLetters, behind index: Int) {
        switch text[index] {
        case Letter.block where text[index + 1] == Letter.eye:
            self = .chome(end: index + 2)
        case Letter.town where text[index + 1] == Letter.eye:
            self = .chome(end: index + 2)
        case Letter.block where Self.ends(text, at: index + 1):
            self = .chome(end: index + 1)
        case Letter.number:
            // 四番川 is a name; 四番 and 4番館 before a lot or a building are not.
            let isName =
                Self.isNameBehindNumberSign(text[index + 1])
                || (text.isKanjiNumber(index - 1) && Letter.isKanji(text[index + 1]) && !Self.ends(text, at: index + 1)
                    && text[index + 1] != Letter.ground)
            self = isName ? .name : .lot
        case Letter.sign:
            self = .lot
        case Letter.ground where text.isNumber(index + 1) && !text.isKanjiNumber(index + 1):
            self = .lot
        default:
            let next = text[index]
            let isName =
                index < text.count && !text.isNumber(index) && !Letter.isHyphen(next)
                && !Letter.isPunctuation(next) && !text.hasGap(before: index)
                && (next != Letter.no || (text.isKanjiNumber(index - 1) && !text.isNumber(index + 1)))
            self = isName ? .name : .bare
        }
    }

    /// Whether a name can't go on here.
    private static func ends(_ text: AddressLetters, at index: Int) -> Bool {
        index >= text.count || Letter.isHyphen(text[index]) || Letter.isPunctuation(text[index])
            || text.hasGap(before: index) || LotParts.begins(text, at: index)
    }

    /// 一番町, 二番丁, 三番館.
    private static func isNameBehindNumberSign(_ letter: UInt16) -> Bool {
        letter == Letter.town || letter == Letter.block || letter == 0x9928 || letter == 0x8857  // 館 街
    }

    /// How many numbers follow each other with hyphens or の between them.
    static func runLength(_ text: AddressLetters, at index: Int) -> Int {
        var (index, count) = (index, 0)
        while text.isNumber(index) {
            count += 1
            index += 1
            guard Letter.isHyphen(text[index]) || text[index] == Letter.no, text.isNumber(index + 1) else { break }
            index += 1
        }
        return count
    }
}
