/// What a number format makes of a number, as far as it changes what the number means.
enum NumberFormat: Sendable, Equatable {
    /// Digits that are shown as they are; how many decimals are shown doesn't matter.
    case plain
    case percent
    /// Day, time of day or both.
    case date(showsDay: Bool, showsTime: Bool)
    /// Hours, minutes and seconds that go on beyond a day.
    case duration
    /// Digits with zeros or signs put in, as in postcodes: sections with conditions, the first that holds counts.
    case pattern([DigitPattern])

    /// The formats that Excel knows by number (ECMA-376, part 1, 18.8.30, with the Japanese ones).
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
        case 14...17, 27...31, 34...36, 50...58: self = .date(showsDay: true, showsTime: false)
        case 18...21, 32, 33, 45, 47: self = .date(showsDay: false, showsTime: true)
        case 46: self = .duration
        case 22: self = .date(showsDay: true, showsTime: true)
        default: self = .plain
        }
    }

    init(code: String) {
        let sections = FormatSection.split(code)
        guard let first = sections.first else {
            self = .plain
            return
        }
        let tokens = first.letters
        let showsTime = first.hasElapsedTime || tokens.contains("h") || tokens.contains("s")
        let showsDay =
            tokens.contains("y") || tokens.contains("d") || tokens.contains("e") || tokens.contains("g")
            || tokens.contains("b") || tokens.contains("a") && !showsTime || tokens.contains("m") && !showsTime
        if first.hasElapsedTime, !showsDay {
            self = .duration
        } else if showsDay || showsTime {
            self = .date(showsDay: showsDay, showsTime: showsTime)
        } else if first.isPercent {
            self = .percent
        } else {
            let patterns = sections.prefix(3).map(DigitPattern.init(section:))
            self = patterns.contains { $0.changesDigits } ? .pattern(patterns) : .plain
        }
    }
}

/// One of the parts of a format code that semicolons separate.
struct FormatSection {
    enum Item: Equatable {
        /// A digit placeholder: `0`, `#` or `?`.
        case digit(Character)
        case literal(String)
    }

    /// The condition in brackets, such as `<=999`.
    var condition: (comparison: String, bound: Double)?
    var items: [Item] = []
    /// Letters outside quotes and brackets, in lower case.
    var letters = Set<Character>()
    var hasElapsedTime = false
    var isPercent = false
    /// Decimal points, thousands separators, exponents or fractions: the digits are a quantity.
    var isQuantity = false

    static func split(_ code: String) -> [FormatSection] {
        var sections = [FormatSection()]
        // Excel's own limit; what is longer was made to cost time.
        var rest = code.prefix(255)
        while let character = rest.popFirst() {
            if character == ";" {
                sections.append(FormatSection())
            } else {
                sections[sections.count - 1].take(character, &rest)
            }
        }
        return sections
    }

    private mutating func take(_ character: Character, _ rest: inout Substring) {
        switch character {
        case "\"":
            literal(String(rest.prefix { $0 != "\"" }))
            rest = rest.drop { $0 != "\"" }.dropFirst()
        case "\\", "!":
            if let next = rest.popFirst() { literal(String(next)) }
        case "_":
            // The width of the next character, shown as a space.
            _ = rest.popFirst()
        case "*":
            _ = rest.popFirst()
        case "[":
            bracket(String(rest.prefix { $0 != "]" }))
            rest = rest.drop { $0 != "]" }.dropFirst()
        case "0", "#", "?": items.append(.digit(character))
        case "%": isPercent = true
        case ".", ",", "/": isQuantity = true
        case "E" where rest.first == "+" || rest.first == "-": isQuantity = true
        case "G" where rest.hasPrefix("/標準"), "g" where rest.hasPrefix("/標準"): rest = rest.dropFirst(3)
        case "G", "g", "A", "a":
            let words = ["general", "am/pm", "a/p"]
            if let word = words.first(where: { (String(character) + rest).lowercased().hasPrefix($0) }) {
                rest = rest.dropFirst(word.count - 1)
            } else {
                letters.formUnion(character.lowercased())
            }
        default:
            if character.isASCII, character.isLetter {
                letters.formUnion(character.lowercased())
            } else {
                literal(String(character))
            }
        }
    }

    private mutating func literal(_ text: String) { items.append(.literal(text)) }

    private mutating func bracket(_ content: String) {
        let lowered = content.lowercased()
        if !lowered.isEmpty, lowered.allSatisfy({ $0 == lowered.first }), "hms".contains(lowered.prefix(1)) {
            hasElapsedTime = true
        } else if let sign = content.first, "<>=".contains(sign) {
            let comparison = content.prefix { "<>=".contains($0) }
            condition = Double(content.dropFirst(comparison.count)).map { (String(comparison), $0) }
        } else if content.hasPrefix("$"), let symbol = content.dropFirst().split(separator: "-").first,
            !content.hasPrefix("$-")
        {
            literal(String(symbol))
        }
    }
}
