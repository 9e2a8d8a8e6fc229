/// Encodings of Japanese that are not read. Their bytes make sense in one that is, as other characters.
enum OtherEncodings {
    /// Seven bits, with escapes before and behind the kanji: all of it is ASCII.
    static func isISO2022JP(_ sample: [UInt8]) -> Bool {
        [[0x1B, 0x24, 0x42], [0x1B, 0x24, 0x40]].contains { sample.firstPlace(of: $0) != nil }
    }

    /// The encoding of old Unix systems. In CP932 its pairs would all be half-width katakana, but for those bytes that
    /// katakana never have; and CP932 with kanji has bytes below A0.
    static func isEUCJP(_ sample: [UInt8]) -> Bool {
        var (pairs, highBytes, index) = (0, 0, 0)
        while index < sample.count {
            switch sample[index] {
            case 0x00...0x7F:
                index += 1
                continue
            case 0x8E, 0xA1...0xFE: break
            case 0x8F: index += 1
            default: return false
            }
            // The sample may end within a character.
            guard index + 1 < sample.count else { break }
            guard (0xA1...0xFE).contains(sample[index + 1]) else { return false }
            if sample[index] >= 0xE0 || sample[index + 1] >= 0xE0 { highBytes += 1 }
            pairs += 1
            index += 2
        }
        return highBytes > 0 && pairs > 1
    }
}
