internal import Model
internal import Survey
internal import Text

/// What a record is known again by when it is to be forgotten: its name together with one thing more.
///
/// Never a telephone number or an address alone: others can share an office. Never the name alone, unless the record
/// says nothing else: others can share a name.
struct RecordKeys {
    /// Without what may be an abbreviated legal form, and without notes in brackets; empty for a record without a name.
    let name: String
    private let notes: String
    private let facts: [String]

    init(_ record: Record, _ reference: ReferenceData) {
        let normalized = reference.names.normalize(record.name)
        name = normalized.looseCore
        notes = normalized.notes.joined(separator: Self.separator)
        var facts: [String] = []
        func add(_ kind: String, _ value: String?) {
            if let value, !value.isEmpty { facts.append(kind + Self.separator + value) }
        }
        let variants = reference.variants
        add("address", record[.address].map { AddressText.key($0, variants: variants) })
        add("lot", record[.address].flatMap { LotText.key($0, variants: variants) })
        add("telephone", record[.telephone].flatMap(ContactKeys.telephone))
        add("email", record[.email].flatMap(ContactKeys.email))
        add("corporate_number", record[.corporateNumber].flatMap(CorporateNumber.thirteenDigits))
        self.facts = facts.isEmpty ? ["nothing"] : facts
    }

    /// The name with each thing that the record says.
    var plain: [String] { facts.map { [name, $0].joined(separator: Self.separator) } }

    /// The same with the notes behind the name, which tell the branches of one organisation apart.
    var noted: [String] { facts.map { [name, $0, "note", notes].joined(separator: Self.separator) } }

    /// What an id is hashed as.
    static func key(ofID id: String) -> String { ["", "id", id].joined(separator: separator) }

    /// What records of an organisation are to be known by, and no other record is.
    ///
    /// Where another organisation says the same under the same name (two branches with one telephone), the notes behind
    /// the name decide; where those are the same too, that fact is left out.
    /// - Parameters:
    ///   - own: of all its records. Each of its names goes with each of the things they say.
    ///   - others: of all other records.
    static func telling(_ own: [RecordKeys], from others: [RecordKeys]) -> Set<String> {
        let names = Set(own.map(\.name))
        let namesakes = others.filter { names.contains($0.name) }
        let (plainOfOthers, notedOfOthers) = (Set(namesakes.flatMap(\.plain)), Set(namesakes.flatMap(\.noted)))
        var telling: Set<String> = []
        for keys in own {
            for (plain, noted) in zip(keys.plain, keys.noted) {
                if !plainOfOthers.contains(plain) {
                    telling.insert(plain)
                } else if !notedOfOthers.contains(noted) {
                    telling.insert(noted)
                }
            }
        }
        let facts = Set(own.flatMap(\.facts))
        for name in names {
            for fact in facts {
                let plain = [name, fact].joined(separator: separator)
                if !plainOfOthers.contains(plain) { telling.insert(plain) }
            }
            // A row that says nothing but the name is of the one organisation that had it.
            let bare = [name, "nothing"].joined(separator: separator)
            if !namesakes.contains(where: { $0.name == name }) { telling.insert(bare) }
        }
        return telling
    }

    private static let separator = "\u{1F}"
}
