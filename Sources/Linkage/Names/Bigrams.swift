/// Runs of two letters (Dice 1945).
enum Bigrams {
    /// Twice what is shared over all: 0…1.
    static func similarity(_ a: UnsafeBufferPointer<UInt16>, _ b: UnsafeBufferPointer<UInt16>) -> Double {
        guard a.count > 1, b.count > 1 else { return a.elementsEqual(b) ? 1 : 0 }
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: a.count + b.count - 2) { memory in
            let ofA = sorted(a, UnsafeMutableBufferPointer(rebasing: memory[..<(a.count - 1)]))
            let ofB = sorted(b, UnsafeMutableBufferPointer(rebasing: memory[(a.count - 1)...]))
            return similarity(shared: shared(ofA, ofB), a.count, b.count)
        }
    }

    /// - Parameter a, b: how many letters the names have, two or more.
    @inline(__always)
    static func similarity(shared: Int, _ a: Int, _ b: Int) -> Double { 2 * Double(shared) / Double(a + b - 2) }

    /// Those of a name in ascending order, in memory as large as they need.
    private static func sorted(
        _ letters: UnsafeBufferPointer<UInt16>, _ memory: UnsafeMutableBufferPointer<UInt32>
    ) -> UnsafeBufferPointer<UInt32> {
        var memory = memory
        for index in memory.indices {
            memory.initializeElement(at: index, to: UInt32(letters[index]) << 16 | UInt32(letters[index + 1]))
        }
        memory.sort()
        return UnsafeBufferPointer(memory)
    }

    /// How many both have, of sorted ones.
    private static func shared(_ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>) -> Int {
        var (i, j, shared) = (0, 0, 0)
        while i < a.count, j < b.count {
            let (one, other) = (a[i], b[j])
            if one == other { shared += 1 }
            if one <= other { i += 1 }
            if other <= one { j += 1 }
        }
        return shared
    }
}

/// Which two letters in a row a name has, as 64 bits of which one may stand for several: what it lacks, it lacks for sure.
struct BigramSketch {
    let bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    init(_ letters: some Sequence<UInt16>) {
        var bits: UInt64 = 0
        var last: UInt16?
        for letter in letters {
            if let last {
                let hash = (UInt64(last) << 16 | UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
                bits |= 1 << (hash >> 58)
            }
            last = letter
        }
        self.bits = bits
    }

    /// Of the two letters in a row of this name, how many at least the other has nowhere.
    @inline(__always)
    func lacking(in other: BigramSketch) -> Int { (bits & ~other.bits).nonzeroBitCount }

    /// Whether a third of the two letters in a row of the shorter name may be in the other one.
    @inline(__always)
    func mayResemble(_ other: BigramSketch) -> Bool {
        let shared = (bits & other.bits).nonzeroBitCount
        return shared * 3 >= min(bits.nonzeroBitCount, other.bits.nonzeroBitCount)
    }
}
