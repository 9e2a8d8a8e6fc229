/// 地域メッシュコード, JIS X 0410: squares of latitude and longitude, each cut into smaller ones.
public enum Mesh {
    /// The raw value is the number of digits.
    public enum Level: Int, Sendable, CaseIterable, Comparable {
        /// 40′ × 1°, about 80 km.
        case first = 4
        /// 5′ × 7′30″, about 10 km.
        case second = 6
        /// 30″ × 45″, about 1 km.
        case third = 8
        /// Half of that, about 500 m.
        case half = 9
        /// A quarter, about 250 m.
        case quarter = 10

        public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

        /// Height and width in quarter meshes, 1/480° of latitude and 1/320° of longitude.
        var quarters: Int {
            switch self {
            case .first: 320
            case .second: 40
            case .third: 4
            case .half: 2
            case .quarter: 1
            }
        }
    }

    /// Code of the mesh that a point lies in; a point on a border belongs to the north and the east of it.
    ///
    /// - Parameters:
    ///   - latitude: degrees, 0 up to 66 2/3.
    ///   - longitude: degrees, 100 up to 180.
    /// - Returns: `nil` outside that range.
    public static func code(latitude: Double, longitude: Double, level: Level) -> String? {
        number(latitude: latitude, longitude: longitude, level: level).map {
            let digits = String($0)
            return String(repeating: "0", count: level.rawValue - digits.utf8.count) + digits
        }
    }

    /// The same as a number; south of 6°40′, where it begins with 0, it has a digit less.
    public static func number(latitude: Double, longitude: Double, level: Level) -> Int? {
        guard latitude >= 0, latitude < 200.0 / 3, longitude >= 100, longitude < 180 else { return nil }
        // Everything is counted in quarter meshes, so that all levels agree. The small term keeps a border that has
        // no exact binary form (32.8°) on its own side; it is less than 0.1 mm.
        let y = Int((latitude * 480 + 1e-7).rounded(.down))
        let x = Int(((longitude - 100) * 320 + 1e-7).rounded(.down))
        guard y < 100 * Level.first.quarters else { return nil }
        var code = y / 320 * 100 + x / 320
        if level >= .second { code = code * 100 + y % 320 / 40 * 10 + x % 320 / 40 }
        if level >= .third { code = code * 100 + y % 40 / 4 * 10 + x % 40 / 4 }
        if level >= .half { code = code * 10 + quadrant(y % 4 / 2, x % 4 / 2) }
        if level >= .quarter { code = code * 10 + quadrant(y % 2, x % 2) }
        return code
    }

    /// Borders of a mesh in degrees; `nil` when there is no such code.
    public static func bounds(_ code: String) -> (south: Double, west: Double, north: Double, east: Double)? {
        let digits = code.utf8.map { Int($0) - 0x30 }
        guard let level = Level(rawValue: digits.count), digits.allSatisfy((0...9).contains) else { return nil }
        var y = (digits[0] * 10 + digits[1]) * 320
        var x = (digits[2] * 10 + digits[3]) * 320
        guard x < 80 * 320 else { return nil }
        if level >= .second {
            guard digits[4] < 8, digits[5] < 8 else { return nil }
            y += digits[4] * 40
            x += digits[5] * 40
        }
        if level >= .third {
            y += digits[6] * 4
            x += digits[7] * 4
        }
        for (digit, size) in zip(digits.dropFirst(8), [2, 1]) {
            guard (1...4).contains(digit) else { return nil }
            y += (digit - 1) / 2 * size
            x += (digit - 1) % 2 * size
        }
        let size = level.quarters
        return (
            Double(y) / 480, 100 + Double(x) / 320, Double(y + size) / 480, 100 + Double(x + size) / 320
        )
    }

    /// 1 south-west, 2 south-east, 3 north-west, 4 north-east.
    private static func quadrant(_ north: Int, _ east: Int) -> Int { 1 + north * 2 + east }
}
