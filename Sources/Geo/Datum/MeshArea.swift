extension Mesh {
    /// A mesh by its code: where it is and how large.
    public struct Area: Sendable, Hashable {
        public let code: String
        public let level: Level
        /// South-west corner, degrees.
        public let south: Double
        public let west: Double
        /// Height and width, degrees.
        public let height: Double
        public let width: Double

        public var north: Double { south + height }
        public var east: Double { west + width }

        public var center: (latitude: Double, longitude: Double) { (south + height / 2, west + width / 2) }

        /// - Throws: ``MeshCodeError`` for what is no code.
        public init(code: String) throws(MeshCodeError) {
            let digits = code.utf8.map { Int($0) - 0x30 }
            guard digits.allSatisfy((0...9).contains) else { throw MeshCodeError.notDigits }
            guard let level = Level(rawValue: digits.count) else { throw MeshCodeError.length(digits.count) }
            for (index, largest) in [(2, 7), (4, 7), (5, 7)] where index < digits.count && digits[index] > largest {
                throw MeshCodeError.digit(position: index + 1, digits[index])
            }
            for index in digits.indices.dropFirst(8) where !(1...4).contains(digits[index]) {
                throw MeshCodeError.digit(position: index + 1, digits[index])
            }
            guard let bounds = Mesh.bounds(code) else { throw MeshCodeError.notDigits }
            self.code = code
            self.level = level
            (south, west) = (bounds.south, bounds.west)
            height = Double(level.quarters) / 480
            width = Double(level.quarters) / 320
        }
    }

    /// What keeps a text from being a mesh code.
    public enum MeshCodeError: Error, Sendable, Hashable {
        case notDigits
        /// 4, 6, 8, 9 and 10 digits are known.
        case length(Int)
        /// Position from 1, and the digit that can't stand there.
        case digit(position: Int, Int)
    }
}
