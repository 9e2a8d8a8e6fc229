/// Ids in the order of their rows, in one flat buffer, and where each stood first.
struct IdentifierList {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []
    private var rows: [Int32] = []
    /// The place of an id, or −1; open addressing, never more than half full.
    private var slots = [Int32](repeating: -1, count: 1024)

    var count: Int { ends.count }

    /// - Parameter row: as a spreadsheet numbers it.
    /// - Returns: the row in which the same id stood before.
    mutating func append(_ id: UnsafeBufferPointer<UInt8>, row: Int) -> Int? {
        if (count + 1) * 2 > slots.count { grow() }
        let slot = slot(of: id)
        bytes.append(contentsOf: id)
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
        rows.append(Int32(truncatingIfNeeded: row))
        if slots[slot] >= 0 { return Int(rows[Int(slots[slot])]) }
        slots[slot] = Int32(truncatingIfNeeded: count - 1)
        return nil
    }

    /// Gives back the memory that only ``append(_:row:)`` uses, after the last id.
    mutating func finish() { (rows, slots) = ([], []) }

    func withID<R>(at place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        let start = place == 0 ? 0 : Int(ends[place - 1])
        return try bytes.withUnsafeBufferPointer {
            try body(UnsafeBufferPointer(rebasing: $0[start..<Int(ends[place])]))
        }
    }

    /// Where an id is, or where it belongs.
    private func slot(of id: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(id))
        var slot = hasher.finalize() & (slots.count - 1)
        while slots[slot] >= 0, !withID(at: Int(slots[slot]), { $0.elementsEqual(id) }) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow() {
        let places = slots.filter { $0 >= 0 }
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for place in places {
            let slot = withID(at: Int(place)) { self.slot(of: $0) }
            slots[slot] = place
        }
    }
}
