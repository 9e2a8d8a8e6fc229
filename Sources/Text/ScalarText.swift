// Text is folded and taken apart as scalars in an array, and a string is made only of what comes out: to find characters
// and to grow strings takes many times as long, and lists have hundreds of thousands of cells.

extension String {
    /// In one go.
    init(scalars: some Collection<Unicode.Scalar>) {
        let size = scalars.reduce(0) { $0 + UTF8.width($1) }
        self.init(unsafeUninitializedCapacity: size) { bytes in
            var end = 0
            for scalar in scalars { scalar.write(to: bytes, &end) }
            return end
        }
    }
}

extension Unicode.Scalar {
    /// Appends its UTF-8.
    @inline(__always)
    fileprivate func write(to bytes: UnsafeMutableBufferPointer<UInt8>, _ end: inout Int) {
        func put(_ byte: UInt32) {
            bytes.initializeElement(at: end, to: UInt8(truncatingIfNeeded: byte))
            end += 1
        }
        func putRest(_ shift: UInt32) { put(value >> shift & 0x3F | 0x80) }
        switch value {
        case ..<0x80:
            put(value)
        case ..<0x800:
            put(value >> 6 | 0xC0)
            putRest(0)
        case ..<0x1_0000:
            put(value >> 12 | 0xE0)
            putRest(6)
            putRest(0)
        default:
            put(value >> 18 | 0xF0)
            putRest(12)
            putRest(6)
            putRest(0)
        }
    }

    var isDigit: Bool { (0x30...0x39).contains(value) }

    /// Hyphens, minus signs, dashes and the line that draws tables, all of which are typed for each other.
    var isHyphen: Bool {
        switch value {
        case 0x2D, 0x2010...0x2015, 0x2212, 0x2500: true
        default: false
        }
    }
}

extension [Unicode.Scalar] {
    /// As `String.lowercased()`.
    mutating func lowercase() {
        for index in indices {
            switch self[index].value {
            case 0x41...0x5A: self[index] = Unicode.Scalar(UInt8(truncatingIfNeeded: self[index].value + 0x20))
            // None of these has a case.
            case ..<0x80, 0x3000...0x9FFF: break
            default:
                self = flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
                return
            }
        }
    }
}
