/// The largest of many numbers, without sorting them.
enum Selection {
    /// Places of the largest positive numbers, ascending; of equal ones the first.
    static func largest(_ count: Int, of values: [Double]) -> [Int] {
        guard count > 0 else { return [] }
        var positive = values.filter { $0 > 0 }
        guard positive.count > count else { return values.indices.filter { values[$0] > 0 } }
        let threshold = value(count, of: &positive)
        var ties = count - positive.count { $0 > threshold }
        return values.indices.filter { place in
            if values[place] > threshold { return true }
            guard values[place] == threshold, ties > 0 else { return false }
            ties -= 1
            return true
        }
    }

    /// The `rank`-th largest, from 1 (Hoare's selection); the numbers change their places.
    static func value(_ rank: Int, of values: inout [Double]) -> Double {
        var (low, high) = (0, values.count - 1)
        let target = rank - 1
        values.withUnsafeMutableBufferPointer { values in
            while low < high {
                let pivot = values[(low + high) / 2]
                var (i, j) = (low, high)
                while i <= j {
                    while values[i] > pivot { i += 1 }
                    while values[j] < pivot { j -= 1 }
                    if i <= j {
                        values.swapAt(i, j)
                        i += 1
                        j -= 1
                    }
                }
                if target <= j { high = j } else if target >= i { low = i } else { return }
            }
        }
        return values[target]
    }
}
