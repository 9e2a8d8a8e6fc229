/// A few indexes in the order of their coming. The first one needs no memory, and mostly there is no second.
struct Indices: Sequence {
    private(set) var first: Int?
    private var others: [Int] = []

    init() {}

    init(_ only: Int) { first = only }

    var count: Int { first == nil ? 0 : others.count + 1 }

    var isEmpty: Bool { first == nil }

    /// The one that there is; `nil` for none and for several.
    var only: Int? { others.isEmpty ? first : nil }

    subscript(position: Int) -> Int { position == 0 ? first ?? 0 : others[position - 1] }

    mutating func append(_ index: Int) {
        if first == nil { first = index } else { others.append(index) }
    }

    mutating func append(contentsOf indices: Indices) {
        for index in indices { append(index) }
    }

    func makeIterator() -> Iterator { Iterator(indices: self) }

    struct Iterator: IteratorProtocol {
        fileprivate let indices: Indices
        private var position = 0

        fileprivate init(indices: Indices) { self.indices = indices }

        mutating func next() -> Int? {
            guard position < indices.count else { return nil }
            position += 1
            return indices[position - 1]
        }
    }
}
