internal import Text

/// The records of all lists, one behind the other, ready for comparison: names as letters in one flat memory, every other
/// value as a number that equal values share.
struct RecordTable {
    /// Values that compare as equal or not.
    enum Field: Int, CaseIterable {
        case telephone, email, lot, postalCode, representative, corporateNumber, legalForm, name

        /// What reaches the office; those who share it share all of these.
        static let contacts: [Field] = [.telephone, .email, .lot]
    }

    /// Of ``Field``, as a number that the compiler knows: every comparison multiplies with it.
    private static let fieldCount = 8

    /// Where each list ends.
    let ends: [Int]
    /// By record, then field; -1 where there is no value. What is compared of a record stands in one place.
    private let values: [Int32]
    /// By record: its name as written, then in standard spelling.
    private let names: NameMemory
    /// By record: whether the standard spelling is another one than the written one.
    private var isRespelled: [Bool] = []
    /// By record: whether its corporate number has the right check digit. Others are slips or no such numbers.
    private(set) var hasValidNumber: [Bool] = []
    /// Bracketed notes that name a part, by record.
    private(set) var parts: [Int: [UInt16]] = [:]
    /// Names with a part or an office at their end, without it, by record.
    private(set) var stems: [Int: NameMemory] = [:]
    /// Names with what stands in brackets behind them, by record.
    private(set) var fullNames: [Int: NameMemory] = [:]

    init(_ lists: [[LinkEntry]], lexicon: NameLexicon) {
        let size = lists.reduce(0) { $0 + $1.count }
        var numbers = Field.allCases.map { _ in ValueNumbers() }
        var values: [Int32] = []
        values.reserveCapacity(size * Field.allCases.count)
        var nameNumbers = NameNumbers()
        var names = NameMemory.Builder()
        for entry in lists.joined() {
            let name = NameLetters(entry.name.looseCore)
            let standard = lexicon.standardized(name)
            names.append(name.letters)
            names.append(standard)
            let record = isRespelled.count
            if let part = Self.part(entry, lexicon) { parts[record] = part }
            let stem = standard.withUnsafeBufferPointer { lexicon.stem(of: $0) }
            if stem < standard.count { stems[record] = NameMemory(Array(standard.prefix(stem))) }
            if let full = Self.fullName(entry, lexicon) { fullNames[record] = NameMemory(full) }
            isRespelled.append(name.letters != standard)
            hasValidNumber.append(entry.corporateNumber.map { CorporateNumber.digits($0) != nil } ?? false)
            for field in Field.allCases {
                values.append(
                    field == .name
                        ? nameNumbers.number(standard) : numbers[field.rawValue].number(Self.text(field, of: entry)))
            }
        }
        var ends: [Int] = []
        for list in lists { ends.append((ends.last ?? 0) + list.count) }
        self.ends = ends
        self.values = values
        self.names = NameMemory(names)
    }

    var count: Int { ends.last ?? 0 }

    func records(ofList list: Int) -> Range<Int> { (list == 0 ? 0 : ends[list - 1])..<ends[list] }

    @inline(__always)
    func value(_ field: Field, _ record: Int) -> Int32 { values[record * Self.fieldCount + field.rawValue] }

    /// How many records of a list have a value, in the list of `lists` where it is the most frequent; by value.
    func largestCounts(_ field: Field, in lists: Range<Int>) -> [Int32] {
        var largest: [Int32] = []
        for list in lists {
            var counts: [Int32] = Array(repeating: 0, count: largest.count)
            for record in records(ofList: list) {
                let value = Int(value(field, record))
                guard value >= 0 else { continue }
                if value >= counts.count {
                    let more = [Int32](repeating: 0, count: value + 1 - counts.count)
                    counts += more
                    largest += more
                }
                counts[value] += 1
                largest[value] = max(largest[value], counts[value])
            }
        }
        return largest
    }

    @inline(__always)
    func agreement(_ field: Field, _ a: Int, _ b: Int) -> ValueAgreement {
        let (one, other) = (value(field, a), value(field, b))
        if one < 0 || other < 0 { return .missing }
        return one == other ? .same : .different
    }

    /// The name as it is written; a view that lives as long as the table.
    @inline(__always)
    func written(_ record: Int) -> NameView { names[record * 2] }

    /// The name in standard spelling; a view that lives as long as the table.
    @inline(__always)
    func standard(_ record: Int) -> NameView { names[record * 2 + 1] }

    /// Whether the standard spelling is another one than the written one.
    @inline(__always)
    func isRespelled(_ record: Int) -> Bool { isRespelled[record] }

    /// Whether a third of the two letters in a row of the shorter name may be in the other one.
    @inline(__always)
    func mayResemble(_ a: Int, _ b: Int) -> Bool {
        names.sketch(a * 2 + 1).mayResemble(names.sketch(b * 2 + 1))
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
            let classes = letters.withUnsafeBufferPointer { lexicon.classes(of: $0) }
            if let classes, classes.separates || classes.contains(.unit) { return letters }
        }
        return nil
    }

    /// 自助グループ（ひのき） in one list is 自助グループひのき in another.
    private static func fullName(_ entry: LinkEntry, _ lexicon: NameLexicon) -> [UInt16]? {
        let notes = entry.name.notes.filter { note in
            let letters = lexicon.standardized(NameLetters(note))
            return letters.withUnsafeBufferPointer { lexicon.classes(of: $0) }.map { $0.separates } ?? true
        }
        guard !notes.isEmpty else { return nil }
        return lexicon.standardized(NameLetters(entry.name.looseCore + notes.joined()))
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
