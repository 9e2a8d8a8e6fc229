import Linkage
import Model
import Text

/// Records for linking, made from what a list says, and their resolution among others of a list.
enum Records {
    static func make(
        _ name: String, _ role: Role = .frame, row: Int, address: String = "", lot: String? = nil,
        telephone: String? = nil, email: String? = nil, representative: String? = nil,
        corporateNumber: String? = nil, knownAs knownID: String? = nil
    ) throws -> LinkRecord {
        LinkRecord(
            reference: RecordReference(file: "\(role.rawValue).csv", sheet: nil, row: row), role: role,
            entry: try LinkEntry(
                name, telephone: telephone, email: email, lot: lot, representative: representative,
                corporateNumber: corporateNumber), address: address, wavesAgo: knownID == nil ? 0 : 1,
            knownID: knownID)
    }

    /// Resolves them among `others` organisations of the frame that have nothing to do with them, so that there is
    /// something to be rare among. These come last, and are left out of what is compared.
    static func resolve(
        _ records: [LinkRecord], decisions: [LinkDecision] = [], among others: Int = 120
    ) throws -> Resolution {
        let others = try (0..<others).map {
            try make("ちがう団体その\($0)番", row: 1000 + $0, address: "別の町\($0)", telephone: "09900\(10000 + $0)")
        }
        return Resolver(lexicon: try CarriedNames.shared.get().lexicon)
            .resolve(records + others, decisions: decisions)
    }
}

extension Resolution {
    /// Sets of rows of one organisation, so that results compare whatever the order of the records.
    func partition(of records: [LinkRecord]) -> Set<Set<RecordReference>> {
        Set(clusters(of: records).map { Set($0.map { records[$0].reference }) })
    }

    /// Without those of the others.
    func clusters(of records: [LinkRecord]) -> [[Int]] { clusters.filter { $0[0] < records.count } }

    /// How a record hangs on the first of its organisation.
    func link(_ record: Int) -> Link? { links[record] }

    func isOne(_ a: Int, _ b: Int) -> Bool { links[a]?.cluster == links[b]?.cluster }

    func isAsked(_ a: Int, _ b: Int) -> Bool {
        doubtful.contains { Set([$0.a, $0.b]) == [a, b] }
    }
}
