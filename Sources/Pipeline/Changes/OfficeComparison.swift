internal import Geo
internal import Model
internal import Survey
internal import Text

/// Whether two addresses are of one office, by what they say and not by how they are spelled.
struct OfficeComparison {
    private enum Agreement { case same, different, unclear }

    private let scanner: AddressScanner
    private let variants: CharacterVariants

    init(_ inputs: WaveInputs) {
        scanner = inputs.addressReader.makeScanner()
        variants = inputs.reference.variants
    }

    /// Whether an office is surely none of those of before. Two addresses of which one leaves off numbers are no move.
    func hasMoved(to address: String, from earlier: [String]) -> Bool {
        !earlier.isEmpty && earlier.allSatisfy { compare($0, address) == .different }
    }

    private func compare(_ a: String, _ b: String) -> Agreement {
        if a == b { return .same }
        let (keyA, keyB) = (AddressText.key(a, variants: variants), AddressText.key(b, variants: variants))
        if keyA == keyB { return .same }
        let (first, second) = (scanner.read(a), scanner.read(b))
        if first.level >= .town, second.level >= .town {
            guard first.municipalityCode == second.municipalityCode, first.town == second.town else {
                return .different
            }
            if Self.goTogether(first.number, second.number) { return .same }
            let areAlike = Numbering(keyA).isComparable(with: Numbering(keyB), inBlocks: keyA.contains("丁目"))
            return areAlike ? .different : .unclear
        }
        // A town that the gazetteer doesn't know may be misspelled: only other numbers are another place.
        guard let first = LotText.key(a, variants: variants), let second = LotText.key(b, variants: variants),
            Numbering(keyA).isComparable(with: Numbering(keyB), inBlocks: false)
        else { return .unclear }
        return Self.goTogether(String(first.dropFirst(2)), String(second.dropFirst(2))) ? .unclear : .different
    }

    /// Whether the numbers of one begin with those of the other: 3-6 and 3-6-13.
    private static func goTogether(_ a: String, _ b: String) -> Bool {
        zip(a.split(separator: "-"), b.split(separator: "-")).allSatisfy { $0 == $1 }
    }
}

/// How an address numbers its place. One office has a 住居表示 (27番4号) and a 地番 (999番地4), so that numbers of the one
/// say nothing of the other; numbers with hyphens can be either.
private enum Numbering {
    case block, lot, bare

    /// - Parameter key: an address as `AddressText` folds it.
    init(_ key: String) {
        var rest = key[...]
        self = key.contains("番地") ? .lot : .bare
        while self == .bare, let mark = rest.firstIndex(of: "番") {
            let hasNumber = rest[..<mark].last?.isNumber == true
            rest = rest[rest.index(after: mark)...]
            let number = rest.prefix(while: \.isNumber)
            if hasNumber, !number.isEmpty, rest[number.endIndex...].first == "号" { self = .block }
        }
    }

    /// - Parameter inBlocks: whether the town has 丁目, where numbers with hyphens are those of blocks.
    func isComparable(with other: Numbering, inBlocks: Bool) -> Bool {
        switch (self, other) {
        case (.block, .block), (.lot, .lot), (.bare, .bare): true
        case (.block, .bare), (.bare, .block): inBlocks
        default: false
        }
    }
}
