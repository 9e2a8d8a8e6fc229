/// Which towns there are, in their order.
struct TownNames {
    private var index: NameIndex
    private var names: [(municipality: UInt16, name: String)] = []

    init(capacity: Int) {
        index = NameIndex(capacity: capacity)
        names.reserveCapacity(capacity)
    }

    /// - Returns: the town of that name, or `nil` after it has become the next one.
    mutating func insert(_ name: String, of municipality: UInt16) -> Int? {
        let known = index.insert(name, in: Int(municipality)) { [names] in
            names[$0].municipality == municipality && names[$0].name.isSame(name)
        }
        if known == nil { names.append((municipality, name)) }
        return known
    }

    func town(_ name: String, of municipality: UInt16) -> Int? {
        index.find(name, in: Int(municipality)) {
            names[$0].municipality == municipality && names[$0].name.isSame(name)
        }
    }
}
