/// Words as a tree of scalars in one flat table, for finding all that begin at a place.
struct PhraseTrie: Sendable {
    /// Class of each scalar of the basic plane that a word has; 0 for others.
    private var classes = [UInt16](repeating: 0, count: 0x1_0000)
    /// The same for rare ideographs (𠮷, 𩸽).
    private var classesBeyond: [Unicode.Scalar: UInt16] = [:]
    private var classCount: UInt16 = 0
    /// Open addressing: node and class → node.
    private var keys: [UInt64]
    private var targets: [Int32]
    /// Index of the word that ends at a node; -1 for none.
    private(set) var words: [Int32] = [-1]
    private var edgeCount = 0

    init() {
        keys = [UInt64](repeating: .max, count: 1024)
        targets = [Int32](repeating: -1, count: 1024)
    }

    /// - Returns: the index under which the word is known: `index`, or that of the same word added before.
    mutating func insert(_ word: [Unicode.Scalar], index: Int) -> Int {
        var node = 0
        for scalar in word {
            let key = Self.key(node, addClass(of: scalar))
            let next = child(key)
            if next >= 0 {
                node = next
            } else {
                words.append(-1)
                add(key, words.count - 1)
                node = words.count - 1
            }
        }
        if words[node] < 0 { words[node] = Int32(index) }
        return Int(words[node])
    }

    private mutating func addClass(of scalar: Unicode.Scalar) -> UInt16 {
        let known = kind(of: scalar)
        guard known == 0 else { return known }
        classCount += 1
        if scalar.value < 0x1_0000 {
            classes[Int(scalar.value)] = classCount
        } else {
            classesBeyond[scalar] = classCount
        }
        return classCount
    }

    @inline(__always)
    private func kind(of scalar: Unicode.Scalar) -> UInt16 {
        scalar.value < 0x1_0000 ? classes[Int(scalar.value)] : classesBeyond[scalar] ?? 0
    }

    /// Calls `body` with the end and index of every word that begins at `start`, short ones first.
    @inline(__always)
    func matches(in text: [Unicode.Scalar], at start: Int, _ body: (_ end: Int, _ word: Int) -> Void) {
        var node = 0
        var index = start
        while index < text.count {
            let kind = kind(of: text[index])
            guard kind != 0 else { return }
            node = child(Self.key(node, kind))
            guard node >= 0 else { return }
            index += 1
            if words[node] >= 0 { body(index, Int(words[node])) }
        }
    }

    /// The longest word that begins at `start`.
    func longest(in text: [Unicode.Scalar], at start: Int) -> (end: Int, word: Int)? {
        var best: (end: Int, word: Int)?
        matches(in: text, at: start) { best = ($0, $1) }
        return best
    }

    private static func key(_ node: Int, _ kind: UInt16) -> UInt64 {
        UInt64(node) << 16 | UInt64(kind)
    }

    @inline(__always)
    private func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (keys.count - 1)
    }

    @inline(__always)
    private func child(_ key: UInt64) -> Int {
        var slot = slot(key)
        while keys[slot] != .max {
            if keys[slot] == key { return Int(targets[slot]) }
            slot = (slot + 1) & (keys.count - 1)
        }
        return -1
    }

    private mutating func add(_ key: UInt64, _ target: Int) {
        if (edgeCount + 1) * 2 > keys.count { grow() }
        var slot = slot(key)
        while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        targets[slot] = Int32(target)
        edgeCount += 1
    }

    private mutating func grow() {
        let (oldKeys, oldTargets) = (keys, targets)
        keys = [UInt64](repeating: .max, count: oldKeys.count * 2)
        targets = [Int32](repeating: -1, count: oldKeys.count * 2)
        for (key, target) in zip(oldKeys, oldTargets) where key != .max {
            var slot = slot(key)
            while keys[slot] != .max { slot = (slot + 1) & (keys.count - 1) }
            keys[slot] = key
            targets[slot] = target
        }
    }
}
