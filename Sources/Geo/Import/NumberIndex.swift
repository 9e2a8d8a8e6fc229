/// Blocks and lots of all lists, each once.
struct NumberIndex {
    struct Number {
        /// Of the town.
        let row: Int
        let key: String
        let level: Int
        var latitude: Double
        var longitude: Double
        var list: Int
        var isRepresentative: Bool
    }

    private(set) var numbers: [Number] = []
    private var index = NameIndex(capacity: 0)
    private var residences: [Int] = []

    /// - Returns: whether it is new.
    mutating func add(_ number: ListNumber, row: Int, list: Int, format: ListFormat) -> Bool {
        let known = index.insert(number.number, in: row) { [numbers] in
            numbers[$0].row == row && numbers[$0].key.isSame(number.number)
        }
        if let known {
            // One row of each block is marked; the others are further parts of it.
            if number.isRepresentative, !numbers[known].isRepresentative, numbers[known].list == list {
                numbers[known].latitude = number.point.first
                numbers[known].longitude = number.point.second
                numbers[known].isRepresentative = true
            }
            return false
        }
        if format == .registryResidences { residences.append(numbers.count) }
        numbers.append(
            Number(
                row: row, key: number.number, level: number.level, latitude: number.point.first,
                longitude: number.point.second, list: list, isRepresentative: number.isRepresentative))
        return true
    }

    /// Residences without a list of blocks: 24 is where the residence in the middle of 24-1, 24-2, … is.
    ///
    /// - Returns: the list of each new block.
    mutating func addBlocks() -> [Int] {
        var blocks: [Block: [Int]] = [:]
        for number in residences {
            guard let block = numbers[number].key.split(separator: "-").first else { continue }
            blocks[Block(row: numbers[number].row, key: String(block)), default: []].append(number)
        }
        var lists: [Int] = []
        for (block, members) in blocks.sorted(by: { ($0.key.row, $0.key.key) < ($1.key.row, $1.key.key) }) {
            guard let central = central(members) else { continue }
            let known = index.insert(block.key, in: block.row) { [numbers] in
                numbers[$0].row == block.row && numbers[$0].key.isSame(block.key)
            }
            if known != nil { continue }
            let number = numbers[central]
            numbers.append(
                Number(
                    row: block.row, key: block.key, level: 7, latitude: number.latitude, longitude: number.longitude,
                    list: number.list, isRepresentative: true))
            lists.append(number.list)
        }
        return lists
    }

    private struct Block: Hashable {
        let row: Int
        let key: String
    }

    /// The number in the middle of each town that is asked for.
    func centralNumbers(where isWanted: (_ row: Int) -> Bool) -> [(row: Int, number: Number)] {
        var members: [Int: [Int]] = [:]
        for (index, number) in numbers.enumerated() where isWanted(number.row) {
            members[number.row, default: []].append(index)
        }
        return members.sorted { $0.key < $1.key }.compactMap { row, members in
            central(members).map { (row, numbers[$0]) }
        }
    }

    private func central(_ members: [Int]) -> Int? {
        CentralPoint.index(of: members.map { (numbers[$0].latitude, numbers[$0].longitude) }).map { members[$0] }
    }
}
