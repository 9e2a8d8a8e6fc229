/// Which records are compared: each of a second list with those of the first, or each of one list with earlier ones.
struct ListSearch {
    let table: RecordTable
    let isOneList: Bool
    /// Those whose partner is looked for.
    let records: Range<Int>
    /// Those that it is looked for among.
    let known: Range<Int>
    private let index: CandidateIndex

    /// - Parameter b: `nil` for doubles in the first list.
    init(_ a: [LinkEntry], _ b: [LinkEntry]?, lexicon: NameLexicon) {
        table = RecordTable(b.map { [a, $0] } ?? [a], lexicon: lexicon)
        isOneList = b == nil
        records = table.records(ofList: isOneList ? 0 : 1)
        known = table.records(ofList: 0)
        index = CandidateIndex(table, known)
    }

    /// Index of a record of ``records`` in the list that it is in.
    func position(of record: Int) -> Int { record - records.lowerBound }

    func scorer(_ lexicon: NameLexicon, _ model: LinkModel) -> PairScorer {
        PairScorer(
            table, lexicon: lexicon, model: model, size: known.count,
            matched: isOneList ? model.doubled : model.matched, isOneList: isOneList)
    }

    /// Calls `body` with each record and those that it may be one organisation with, in ascending order.
    func visit(_ body: (_ record: Int, _ candidates: [Int32]) -> Void) {
        var scratch = CandidateIndex.Scratch(table)
        for record in records {
            index.find(record, into: &scratch)
            if isOneList { scratch.found.removeAll { $0 >= record } }
            body(record, scratch.found)
        }
    }
}
