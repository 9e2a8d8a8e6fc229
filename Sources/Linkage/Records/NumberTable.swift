/// Numbers from 0 by keys of 64 bits, in one flat table with open addressing: hashing as `Dictionary` does it takes longer
/// than everything else in a lookup.
struct NumberTable: Sendable {
    private struct Slot {
        var key: UInt64
        /// -1 where there is none.
        var number: Int32

        static let empty = Slot(key: 0, number: -1)
    }

    /// A power of two of them, at most half of them taken.
    private var slots: [Slot]
    private var shift: UInt64
    private var count = 0

    init() {
        slots = Array(repeating: .empty, count: 64)
        shift = 58
    }

    /// - Returns: `nil` for a key that isn't there.
    @inline(__always)
    subscript(key: UInt64) -> Int32? {
        let slot = slots[place(of: key)]
        return slot.number < 0 ? nil : slot.number
    }

    /// - Returns: the number that the key has, or `next` when it has got that one now.
    mutating func number(_ key: UInt64, next: Int32) -> Int32 {
        let place = place(of: key)
        if slots[place].number >= 0 { return slots[place].number }
        slots[place] = Slot(key: key, number: next)
        count += 1
        if count * 2 > slots.count { grow() }
        return next
    }

    /// Where the key is, or would be.
    @inline(__always)
    private func place(of key: UInt64) -> Int {
        // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the upper bits are mixed best.
        var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while slots[place].number >= 0, slots[place].key != key { place = (place + 1) & (slots.count - 1) }
        return place
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: .empty, count: old.count * 2)
        shift -= 1
        for slot in old where slot.number >= 0 { slots[place(of: slot.key)] = slot }
    }
}
