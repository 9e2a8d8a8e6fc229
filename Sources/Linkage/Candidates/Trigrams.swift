/// Which records have three letters in a row. The ends of a name count as letters.
struct Trigrams {
    private var slots = NumberTable()
    private var starts: [Int32] = [0]
    private var records: [Int32] = []

    init(_ table: RecordTable, _ range: Range<Int>) {
        var keys: [Int32] = []
        var owners: [Int32] = []
        var counts: [Int32] = []
        for record in range {
            Self.forEach(table.standard(record).letters) { gram in
                let next = Int32(counts.count)
                let slot = slots.number(gram, next: next)
                if slot == next { counts.append(0) }
                counts[Int(slot)] += 1
                keys.append(slot)
                owners.append(Int32(record))
            }
        }
        starts.reserveCapacity(counts.count + 1)
        for count in counts { starts.append(starts[starts.count - 1] + count) }
        records = Array(repeating: 0, count: keys.count)
        var fill = starts
        for (key, owner) in zip(keys, owners) {
            records[Int(fill[Int(key)])] = owner
            fill[Int(key)] += 1
        }
    }

    /// In ascending order; a record with the letters twice is there twice.
    subscript(gram: UInt64) -> Range<Int> {
        guard let slot = slots[gram] else { return 0..<0 }
        return Int(starts[Int(slot)])..<Int(starts[Int(slot) + 1])
    }

    @inline(__always)
    func record(_ index: Int) -> Int32 { records[index] }

    @inline(__always)
    static func forEach(_ letters: UnsafeBufferPointer<UInt16>, _ body: (UInt64) -> Void) {
        guard let first = letters.first else { return }
        var gram = UInt64(1) << 16 | UInt64(first)
        for letter in letters.dropFirst() {
            gram = (gram << 16 | UInt64(letter)) & 0xFFFF_FFFF_FFFF
            body(gram)
        }
        body((gram << 16 | 2) & 0xFFFF_FFFF_FFFF)
    }
}
