import TestSupport

/// Text from the scripts that names and addresses are written in, with the signs that fold.
enum RandomText {
    private static let ranges: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0x3041...0x3096, 0x3099...0x309F, 0x30A1...0x30FF, 0x4E00...0x4E40, 0x9F00...0x9FFF,
        0xFF01...0xFF9F, 0x2460...0x2473, 0x3220...0x3243, 0x2000...0x200F, 0x202A...0x202E, 0xFE00...0xFE0F,
        0x3000...0x301C, 0x09...0x0D, 0xE0100...0xE0110, 0x2010...0x2015,
    ]

    static func make(length: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: length, using: &generator) {
            let range = ranges[Int.random(in: ranges.indices, using: &generator)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
