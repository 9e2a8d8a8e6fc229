/// A number of a lot or a block, with the letter that may stand in front of it: 17, 甲12, 亥45.
struct LotNumber: Equatable {
    /// A letter of the Basic Multilingual Plane; 0 for none.
    var prefix: UInt16 = 0
    var value: Int

    /// Appends it as UTF-8, 14 bytes at most.
    func write(to text: inout ByteText) {
        if let scalar = Unicode.Scalar(prefix), prefix > 0 { text.append(scalar) }
        text.append(value)
    }
}

/// A short text in memory of its own that is used again, for what is put together of numbers.
struct ByteText {
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    /// - Parameter memory: what doesn't fit is left out.
    init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: memory[..<count]) }

    mutating func append(_ byte: UInt8) {
        guard count < memory.count else { return }
        memory[count] = byte
        count += 1
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        if let encoded = UTF8.encode(scalar) { for byte in encoded { append(byte) } }
    }

    /// - Parameter number: not negative.
    mutating func append(_ number: Int) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
