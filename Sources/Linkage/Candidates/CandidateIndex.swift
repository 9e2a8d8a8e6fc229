/// Finds the records of a range that may be the partner of another: the same contact, the same name, or several rare runs
/// of letters.
struct CandidateIndex {
    private let table: RecordTable
    private let trigrams: Trigrams
    /// By field: the records of each value, one behind the other.
    private let postings: [Postings]
    /// How many records still count as sharing something; an office block has more.
    static let mostSharing = 100
    /// Runs of letters that more records have say nothing.
    static let mostFrequent = 400
    /// Of how many records runs are counted, for one record.
    static let mostCounted = 600

    private static let fields: [RecordTable.Field] = [.name, .corporateNumber, .telephone, .email, .lot]

    /// Memory that is used again from record to record.
    struct Scratch {
        var found: [Int32] = []
        fileprivate var counts: [UInt8]
        fileprivate var isFound: [Bool]
        fileprivate var touched: [Int32] = []
        fileprivate var runs: [Range<Int>] = []

        init(_ table: RecordTable) {
            counts = Array(repeating: 0, count: table.count)
            isFound = Array(repeating: false, count: table.count)
        }
    }

    init(_ table: RecordTable, _ range: Range<Int>) {
        self.table = table
        trigrams = Trigrams(table, range)
        postings = Self.fields.map { field in Postings(range.map { table.value(field, $0) }, offset: range.lowerBound) }
    }

    /// In ascending order, into `scratch.found`.
    func find(_ record: Int, into scratch: inout Scratch) {
        scratch.found.removeAll(keepingCapacity: true)
        for (field, postings) in zip(Self.fields, postings) {
            let records = postings[table.value(field, record)]
            guard field == .name || records.count <= Self.mostSharing else { continue }
            for other in records where !scratch.isFound[Int(other)] {
                scratch.isFound[Int(other)] = true
                scratch.found.append(other)
            }
        }
        findByRuns(record, &scratch)
        for other in scratch.found { scratch.isFound[Int(other)] = false }
        scratch.found.sort()
    }

    private func findByRuns(_ record: Int, _ scratch: inout Scratch) {
        scratch.runs.removeAll(keepingCapacity: true)
        Trigrams.forEach(table.standard(record).letters) { gram in
            let run = trigrams[gram]
            if !run.isEmpty, run.count <= Self.mostFrequent { scratch.runs.append(run) }
        }
        scratch.runs.sort { $0.count < $1.count }
        var counted = 0
        var runs = 0
        for run in scratch.runs.prefix(8) {
            counted += run.count
            if runs >= 2, counted > Self.mostCounted { break }
            runs += 1
            for index in run {
                let other = Int(trigrams.record(index))
                if scratch.counts[other] == 0 { scratch.touched.append(Int32(other)) }
                scratch.counts[other] &+= 1
            }
        }
        let needed = runs >= 6 ? 3 : runs >= 3 ? 2 : 1
        for other in scratch.touched {
            if scratch.counts[Int(other)] >= needed, !scratch.isFound[Int(other)] {
                scratch.isFound[Int(other)] = true
                scratch.found.append(other)
            }
            scratch.counts[Int(other)] = 0
        }
        scratch.touched.removeAll(keepingCapacity: true)
    }

    /// The records of each value.
    private struct Postings {
        private var starts: [Int32]
        private var records: [Int32]

        init(_ values: [Int32], offset: Int) {
            var counts = [Int32](repeating: 0, count: Int((values.max() ?? -1) + 1))
            for value in values where value >= 0 { counts[Int(value)] += 1 }
            starts = [0]
            starts.reserveCapacity(counts.count + 1)
            for count in counts { starts.append(starts[starts.count - 1] + count) }
            records = Array(repeating: 0, count: Int(starts[counts.count]))
            var fill = starts
            for (record, value) in values.enumerated() where value >= 0 {
                records[Int(fill[Int(value)])] = Int32(record + offset)
                fill[Int(value)] += 1
            }
        }

        subscript(value: Int32) -> ArraySlice<Int32> {
            guard value >= 0, Int(value) + 1 < starts.count else { return [] }
            return records[Int(starts[Int(value)])..<Int(starts[Int(value) + 1])]
        }
    }
}
