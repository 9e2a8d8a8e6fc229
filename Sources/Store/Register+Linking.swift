internal import GRDB
public import Model
internal import Queries

/// A weighed pair of records of two organisations, as it is told.
public struct PairExplanation: Sendable, Hashable {
    public struct Side: Sendable, Hashable {
        public let organizationID: String
        public let waveID: String
        public let isEarlier: Bool
        public let reference: RecordReference
        public let name: String
    }

    public let a: Side
    public let b: Side
    public let weights: [LinkWeight]
    /// 0…1
    public let probability: Double
    public let outcome: RecordPair.Outcome
}

extension Register {
    /// Every record with an organisation, of this wave and of earlier ones, the oldest first.
    public func knownRecords() throws(StageError) -> [EarlierRecord] {
        try rows(.identityKnownRecords).map { row in
            var fields: [RecordField: String] = [:]
            for field in EarlierRecord.fields { fields[field] = row[field.rawValue] as String? }
            return EarlierRecord(
                organizationID: row["organization_id"], waveID: row["wave_id"], asOf: row["as_of"],
                record: Record(
                    reference: RecordReference(
                        file: row["source_file"], sheet: row["source_sheet"], row: row["source_row"]),
                    role: Role(rawValue: row["role"]) ?? .frame, fields: fields),
                contentKey: row["content_key"], retainUntil: row["retain_until"])
        }
    }

    /// The name of an organisation of this wave or of an earlier one; `nil` when none has the id.
    public func name(ofOrganization id: String) throws(StageError) -> String? {
        try rows(.identityOrganizationName, ["id": id]).first?["name"]
    }

    /// Of the organisations of this wave, by id.
    public func organizationNames() throws(StageError) -> [String: String] {
        Dictionary(
            try rows(.identityOrganizationNames).map { ($0["organization_id"], $0["name"]) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Pairs of records of two organisations, the most probable first; those of one, when both ids are the same.
    public func pairs(of a: String, and b: String) throws(StageError) -> [PairExplanation] {
        var pairs: [(id: Int64, pair: PairExplanation)] = []
        for row in try rows(.identityRecordPairs, ["a": a, "b": b]) {
            let id: Int64 = row["record_pair_id"]
            let weight = LinkWeight(
                LinkWeight.Comparison(rawValue: row["comparison"]) ?? .prior,
                LinkWeight.Agreement(rawValue: row["agreement"]) ?? .none, bits: row["bits"])
            let earlier = pairs.last?.id == id ? pairs.removeLast().pair.weights : []
            pairs.append(
                (
                    id,
                    PairExplanation(
                        a: PairExplanation.Side(row, "a"), b: PairExplanation.Side(row, "b"),
                        weights: earlier + [weight], probability: row["probability"],
                        outcome: RecordPair.Outcome(rawValue: row["outcome"]) ?? .apart)
                ))
        }
        return pairs.map(\.pair)
    }
}

extension PairExplanation.Side {
    fileprivate init(_ row: Row, _ side: String) {
        self.init(
            organizationID: row["organization_\(side)"], waveID: row["wave_\(side)"],
            isEarlier: row["is_earlier_\(side)"],
            reference: RecordReference(file: row["file_\(side)"], sheet: row["sheet_\(side)"], row: row["row_\(side)"]),
            name: row["name_\(side)"])
    }
}

/// Writes what is known of linking: records of earlier waves, and pairs with their weights.
struct LinkingInsertion {
    let db: Database
    let content: RegisterContent

    func run() throws {
        try insertEarlierRecords()
        try insertPairs()
    }

    private func insertEarlierRecords() throws {
        let records = try Inserter(
            db, "earlier_record",
            [
                "earlier_record_id", "organization_id", "wave_id", "as_of", "source_file", "source_sheet", "source_row",
                "role", "content_key", "retain_until",
            ] + EarlierRecord.fields.map(\.rawValue))
        for (offset, earlier) in content.earlierRecords.enumerated() {
            let (record, reference) = (earlier.record, earlier.record.reference)
            try records.insert(
                [
                    offset + 1, earlier.organizationID, earlier.waveID, earlier.asOf, reference.file, reference.sheet,
                    reference.row, record.role.rawValue, earlier.contentKey, earlier.retainUntil,
                ] + EarlierRecord.fields.map { record[$0] })
        }
    }

    private func insertPairs() throws {
        let pairs = try Inserter(
            db, "record_pair",
            [
                "record_pair_id", "record_id", "other_record_id", "other_earlier_record_id", "probability", "outcome",
            ])
        let weights = try Inserter(
            db, "record_pair_weight", ["record_pair_id", "position", "comparison", "agreement", "bits"])
        for (offset, pair) in content.pairs.enumerated() {
            let (record, earlier) = pair.other.ids
            try pairs.insert([
                offset + 1, pair.record + 1, record, earlier, pair.probability, pair.outcome.rawValue,
            ])
            for (position, weight) in pair.weights.enumerated() {
                try weights.insert([
                    offset + 1, position, weight.comparison.rawValue, weight.agreement.rawValue, weight.bits,
                ])
            }
        }
    }
}

extension RecordPair.Side {
    /// As the register numbers them.
    fileprivate var ids: (record: Int?, earlier: Int?) {
        switch self {
        case .record(let index): (index + 1, nil)
        case .earlier(let index): (nil, index + 1)
        }
    }
}
