/// A finite automaton that accepts UTF-8 without NUL, one shift a byte and without branches: each byte has a row of
/// nine states of six bits, and shifting the row by the state leaves the next state (Pervognsen, "Shift-based DFAs",
/// 2021; states as in Unicode 16, table 3-7).
struct UTF8Automaton {
    private static let rows: [UInt64] = (0...255).map { row(UInt8($0)) }

    private enum State: UInt64, CaseIterable {
        /// Between two characters; 0, so that shifting starts there.
        case boundary
        case rejected
        case oneMore, twoMore, threeMore
        /// Behind a byte that narrows the range of the next.
        case afterE0, afterED, afterF0, afterF4

        var bits: UInt64 { rawValue * 6 }
    }

    /// How far from `start` all is well: `count` where the whole buffer is, else the end of some character before the
    /// first flaw.
    static func soundPrefix(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        return rows.withUnsafeBufferPointer { rows in
            guard let row = rows.baseAddress else { return start }
            let block = 32
            var (index, sound) = (start, start)
            var state = State.boundary.bits
            while index + block <= bytes.count {
                if state & 63 == State.boundary.bits, isPlainASCII(base + index) {
                    index += block
                    sound = index
                    continue
                }
                for offset in 0..<block { state = row[Int(base[index + offset])] &>> state }
                index += block
                if state & 63 == State.boundary.bits { sound = index }
                if state & 63 == State.rejected.bits { return sound }
            }
            while index < bytes.count {
                state = row[Int(base[index])] &>> state
                index += 1
                if state & 63 == State.boundary.bits { sound = index }
            }
            return sound
        }
    }

    /// 32 bytes of 0x01…0x7F.
    @inline(__always)
    private static func isPlainASCII(_ pointer: UnsafePointer<UInt8>) -> Bool {
        let raw = UnsafeRawPointer(pointer)
        let words = (
            raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            raw.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
            raw.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        )
        let ones: UInt64 = 0x0101_0101_0101_0101
        let carried = (words.0 &- ones) | (words.1 &- ones) | (words.2 &- ones) | (words.3 &- ones)
        return (words.0 | words.1 | words.2 | words.3 | carried) & 0x8080_8080_8080_8080 == 0
    }

    private static func row(_ byte: UInt8) -> UInt64 {
        State.allCases.reduce(0) { $0 | next(from: $1, byte).bits << $1.bits }
    }

    private static func next(from state: State, _ byte: UInt8) -> State {
        switch (state, byte) {
        case (.boundary, 0x01...0x7F): .boundary
        case (.boundary, 0xC2...0xDF): .oneMore
        case (.boundary, 0xE0): .afterE0
        case (.boundary, 0xED): .afterED
        case (.boundary, 0xE1...0xEF): .twoMore
        case (.boundary, 0xF0): .afterF0
        case (.boundary, 0xF1...0xF3): .threeMore
        case (.boundary, 0xF4): .afterF4
        case (.oneMore, 0x80...0xBF): .boundary
        case (.twoMore, 0x80...0xBF), (.afterE0, 0xA0...0xBF), (.afterED, 0x80...0x9F): .oneMore
        case (.threeMore, 0x80...0xBF), (.afterF0, 0x90...0xBF), (.afterF4, 0x80...0x8F): .twoMore
        default: .rejected
        }
    }
}
