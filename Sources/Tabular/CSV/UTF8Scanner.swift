/// Finds what is not UTF-8 in a text that mostly is.
enum UTF8Scanner {
    /// What stands where scanning stopped.
    enum Stop {
        /// The end of the buffer.
        case end
        /// The beginning of a character that may go on in the next chunk.
        case incomplete
        /// As many bytes as no decoder makes sense of: the longest beginning of a character, or one byte.
        /// NUL counts as such a byte, since no cell may hold it.
        case malformed(Int)
    }

    /// The first place from `start` that is not a whole, well-formed character.
    static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (index: Int, stop: Stop) {
        guard let base = bytes.baseAddress else { return (0, .end) }
        let count = bytes.count
        var index = UTF8Automaton.soundPrefix(bytes, from: start)
        while index < count {
            let lead = base[index]
            if lead < 0x80 {
                if lead == 0 { return (index, .malformed(1)) }
                index += 1
                continue
            }
            let length = Self.length(base + index, count - index)
            guard length > 0 else {
                if index - length == count { return (index, .incomplete) }
                return (index, .malformed(max(1, -length)))
            }
            index += length
        }
        return (index, .end)
    }

    /// The length of the character of two to four bytes at `pointer`; if it is none, the number of bytes that begin
    /// one, as a negative number (Unicode 16, table 3-7).
    @inline(__always)
    static func length(_ pointer: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let lead = pointer[0]
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { low = 0xA0 }
            if lead == 0xED { high = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { low = 0x90 }
            if lead == 0xF4 { high = 0x8F }
        default: return 0
        }
        guard count > 1 else { return -1 }
        guard pointer[1] >= low, pointer[1] <= high else { return -1 }
        if length == 2 { return 2 }
        guard count > 2 else { return -2 }
        guard pointer[2] & 0xC0 == 0x80 else { return -2 }
        if length == 3 { return 3 }
        guard count > 3 else { return -3 }
        return pointer[3] & 0xC0 == 0x80 ? 4 : -3
    }
}
