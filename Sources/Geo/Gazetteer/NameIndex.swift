/// Finds names again that were given numbers 0, 1, 2, … in the order of their coming.
///
/// Strings compare and hash by canonical equivalence, which takes ten times as long; names of lists are compared by
/// their bytes.
struct NameIndex {
    private var slots: [Int32]
    private var hashes: [UInt64] = []

    init(capacity: Int) {
        slots = Array(repeating: -1, count: 64)
        while slots.count < capacity * 2 { slots += slots }
        hashes.reserveCapacity(capacity)
    }

    /// - Parameters:
    ///   - scope: what the name belongs to.
    ///   - isSame: whether the name of that number in its scope is this one.
    /// - Returns: the number of a known name, or `nil` after it has been given the next one.
    mutating func insert(_ name: String, in scope: Int, isSame: (_ number: Int) -> Bool) -> Int? {
        if hashes.count * 2 >= slots.count { grow() }
        let hash = Self.hash(name, scope)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isSame(number) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(hashes.count)
        hashes.append(hash)
        return nil
    }

    func find(_ name: String, in scope: Int, isSame: (_ number: Int) -> Bool) -> Int? {
        let hash = Self.hash(name, scope)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isSame(number) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// FNV-1a by words, with the last mixing step of SplitMix64.
    private static func hash(_ name: String, _ scope: Int) -> UInt64 {
        var name = name
        var hash = 0xCBF2_9CE4_8422_2325 ^ UInt64(truncatingIfNeeded: scope) &* 0x9E37_79B9_7F4A_7C15
        name.withUTF8 { bytes in
            var index = 0
            while index + 8 <= bytes.count {
                let word = UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(fromByteOffset: index, as: UInt64.self)
                hash = (hash ^ word) &* 0x0000_0100_0000_01B3
                hash ^= hash >> 29
                index += 8
            }
            while index < bytes.count {
                hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
                index += 1
            }
        }
        hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
        return hash ^ hash >> 27
    }
}

extension String {
    /// Byte for byte.
    func isSame(_ other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }
}
