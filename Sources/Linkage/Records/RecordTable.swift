internal import Text

/// The records of all lists, one behind the other, ready for comparison: names as letters in one flat buffer, every other
/// value as a number that equal values share.
struct RecordTable {
    /// Values that compare as equal or not.
    enum Field: Int, CaseIterable {
        case telephone, email, lot, postalCode, representative, corporateNumber, legalForm, name

        /// What reaches the office; those who share it share all of these.
        static let contacts: [Field] = [.telephone, .email, .lot]
    }

    /// Where each list ends.
    let ends: [Int]
    /// By field, then record; -1 where there is no value.
    private let values: [[Int32]]
    /// By field, then value: how many records of one list have it at most.
    private let counts: [[Int32]]
    private var letters: [UInt16] = []
    /// By record: where its name as written begins, and where in its standard spelling.
    private var starts: [Int32] = []
    /// By record: a bit for each two letters in a row, several of which share one.
    private var sketches: [UInt64] = []
    /// By record: whether its corporate number has the right check digit. Others are slips or no such numbers.
    private(set) var hasValidNumber: [Bool] = []
    /// Bracketed notes that name a part, by record.
    private(set) var parts: [Int: [UInt16]] = [:]

    init(_ lists: [[LinkEntry]], lexicon: NameLexicon) {
        var ends: [Int] = []
        var numbers = Field.allCases.map { _ in ValueNumbers() }
        var values = Field.allCases.map { _ in [Int32]() }
        var names = NameNumbers()
        for entry in lists.joined() {
            let name = NameLetters(entry.name.looseCore)
            let standard = lexicon.standardized(name)
            starts.append(Int32(letters.count))
            letters += name.letters
            starts.append(Int32(letters.count))
            letters += standard
            sketches.append(Self.sketch(standard))
            hasValidNumber.append(entry.corporateNumber.map { CorporateNumber.digits($0) != nil } ?? false)
            for field in Field.allCases where field != .name {
                values[field.rawValue].append(numbers[field.rawValue].number(Self.text(field, of: entry)))
            }
            values[Field.name.rawValue].append(names.number(standard))
            if let part = Self.part(entry, lexicon) { parts[starts.count / 2 - 1] = part }
        }
        starts.append(Int32(letters.count))
        for list in lists { ends.append((ends.last ?? 0) + list.count) }
        self.ends = ends
        self.values = values
        counts = values.map { Self.largestCounts($0, ends: ends) }
    }

    var count: Int { ends.last ?? 0 }

    func records(ofList list: Int) -> Range<Int> { (list == 0 ? 0 : ends[list - 1])..<ends[list] }

    @inline(__always)
    func value(_ field: Field, _ record: Int) -> Int32 { values[field.rawValue][record] }

    /// Others in one list that have a value as well, in the list where it is the most frequent.
    func others(_ field: Field, _ record: Int) -> Int {
        let value = value(field, record)
        return value < 0 ? 0 : Int(counts[field.rawValue][Int(value)]) - 1
    }

    @inline(__always)
    func agreement(_ field: Field, _ a: Int, _ b: Int) -> ValueAgreement {
        let (one, other) = (value(field, a), value(field, b))
        if one < 0 || other < 0 { return .missing }
        return one == other ? .same : .different
    }

    /// As it is written.
    func written(_ record: Int) -> ArraySlice<UInt16> {
        letters[Int(starts[record * 2])..<Int(starts[record * 2 + 1])]
    }

    /// In standard spelling.
    func standard(_ record: Int) -> ArraySlice<UInt16> {
        letters[Int(starts[record * 2 + 1])..<Int(starts[record * 2 + 2])]
    }

    /// Whether a third of the two letters in a row of the shorter name may be in the other one.
    @inline(__always)
    func mayResemble(_ a: Int, _ b: Int) -> Bool {
        let shared = (sketches[a] & sketches[b]).nonzeroBitCount
        return shared * 3 >= min(sketches[a].nonzeroBitCount, sketches[b].nonzeroBitCount)
    }

    private static func sketch(_ letters: [UInt16]) -> UInt64 {
        var sketch: UInt64 = 0
        for (first, second) in zip(letters, letters.dropFirst()) {
            let hash = (UInt64(first) << 16 | UInt64(second)) &* 0x9E37_79B9_7F4A_7C15
            sketch |= 1 << (hash >> 58)
        }
        return sketch
    }

    private static func text(_ field: Field, of entry: LinkEntry) -> String? {
        switch field {
        case .telephone: entry.telephone
        case .email: entry.email
        case .lot: entry.lot
        case .postalCode: entry.postalCode
        case .representative: entry.representative
        case .corporateNumber: entry.corporateNumber
        case .legalForm: entry.name.legalFormID
        case .name: nil
        }
    }

    /// (東支部) behind a name, which (西支部) is not.
    private static func part(_ entry: LinkEntry, _ lexicon: NameLexicon) -> [UInt16]? {
        for note in entry.name.notes {
            let letters = lexicon.standardized(NameLetters(note))
            if let classes = lexicon.classes(of: letters[...]), classes.contains(where: { $0.separates || $0 == .unit })
            {
                return letters
            }
        }
        return nil
    }

    private static func largestCounts(_ values: [Int32], ends: [Int]) -> [Int32] {
        var largest = [Int32](repeating: 0, count: Int((values.max() ?? -1) + 1))
        var start = 0
        for end in ends {
            var counts = [Int32](repeating: 0, count: largest.count)
            for record in start..<end where values[record] >= 0 {
                let value = Int(values[record])
                counts[value] += 1
                largest[value] = max(largest[value], counts[value])
            }
            start = end
        }
        return largest
    }
}

/// Gives equal texts one number, from 0.
private struct ValueNumbers {
    private var numbers: [String: Int32] = [:]

    /// - Returns: -1 for no text.
    mutating func number(_ value: String?) -> Int32 {
        guard let value, !value.isEmpty else { return -1 }
        if let known = numbers[value] { return known }
        numbers[value] = Int32(numbers.count)
        return Int32(numbers.count - 1)
    }
}

/// Gives equal names one number, from 0.
private struct NameNumbers {
    private var numbers: [[UInt16]: Int32] = [:]

    mutating func number(_ name: [UInt16]) -> Int32 {
        guard !name.isEmpty else { return -1 }
        if let known = numbers[name] { return known }
        numbers[name] = Int32(numbers.count)
        return Int32(numbers.count - 1)
    }
}
