/// UTF-8 that has to be checked.
struct UTF8Decoder: Decoder {
    func decode(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout DecodedText) -> Int {
        guard let base = input.baseAddress else { return 0 }
        var index = 0
        while true {
            let (stopIndex, stop) = UTF8Scanner.scan(input, from: index)
            (output.base + output.count).update(from: base + index, count: stopIndex - index)
            output.count += stopIndex - index
            switch stop {
            case .end: return stopIndex
            case .incomplete:
                if !isLast { return stopIndex }
                output.appendReplacement(for: stopIndex..<input.count)
                return input.count
            case .malformed(let length):
                output.appendReplacement(for: stopIndex..<stopIndex + length)
                index = stopIndex + length
            }
        }
    }
}

struct UTF16Decoder: Decoder {
    let isBigEndian: Bool

    func decode(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout DecodedText) -> Int {
        var index = 0
        while index + 1 < input.count {
            let unit = unit(input, index)
            if unit < 0x80, unit != 0 {
                output.append(ascii: UInt8(truncatingIfNeeded: unit))
            } else if unit == 0 || unit & 0xFC00 == 0xDC00 {
                output.appendReplacement(for: index..<index + 2)
            } else if unit & 0xFC00 == 0xD800 {
                if index + 3 >= input.count, !isLast { return index }
                let low = index + 3 < input.count ? self.unit(input, index + 2) : 0
                if low & 0xFC00 == 0xDC00 {
                    output.append(high: unit, low: low)
                    index += 2
                } else {
                    output.appendReplacement(for: index..<index + 2)
                }
            } else {
                output.append(unit)
            }
            index += 2
        }
        guard isLast, index < input.count else { return index }
        output.appendReplacement(for: index..<input.count)
        return input.count
    }

    @inline(__always)
    private func unit(_ input: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt16 {
        let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
    }
}
