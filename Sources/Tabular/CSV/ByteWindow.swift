/// The part of a text that is being looked at: bytes are put in at the end and taken off at the start.
final class ByteWindow {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Bytes `start..<end` are waiting.
    var start = 0
    var end = 0

    init(capacity: Int) {
        base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { base.deallocate() }

    var count: Int { end - start }

    /// Makes sure that `room` bytes fit behind `end`; what waits moves to the front.
    func makeRoom(_ room: Int) {
        if capacity - end >= room { return }
        if count + room <= capacity {
            base.update(from: base + start, count: count)
        } else {
            let larger = max(capacity * 2, count + room)
            let replacement = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            replacement.update(from: base + start, count: count)
            base.deallocate()
            base = replacement
            capacity = larger
        }
        end -= start
        start = 0
    }
}
