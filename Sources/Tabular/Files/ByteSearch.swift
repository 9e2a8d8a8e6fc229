import Glibc

extension [UInt8] {
    /// Where `other`, which is not empty, stands for the first time, from `start` on.
    func firstPlace(of other: [UInt8], from start: Int = 0) -> Range<Int>? {
        withUnsafeBytes { all -> Range<Int>? in
            guard let base = all.baseAddress else { return nil }
            var index = start
            while index + other.count <= all.count,
                let found = memchr(base + index, Int32(other[0]), all.count - other.count - index + 1)
            {
                if memcmp(found, other, other.count) == 0 {
                    let place = UnsafeRawPointer(found) - base
                    return place..<place + other.count
                }
                index = UnsafeRawPointer(found) - base + 1
            }
            return nil
        }
    }
}
