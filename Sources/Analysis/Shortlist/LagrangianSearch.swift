/// Branch and bound on the Lagrangian bound, the node with the largest bound first.
///
/// Each node sets candidates in and out by their reduced costs, so that what is left to decide gets small soon; the
/// children start at the prices of their parent. Work is counted in steps over pairs, not by the clock.
struct LagrangianSearch {
    private let root: ReducedCover
    private let step: Double
    /// Of the whole problem.
    private(set) var best: [Int]
    private(set) var value: Double
    private(set) var work = 0
    private(set) var nodeCount = 0
    private var nodes: NodeHeap
    /// The largest bound of nodes that were closed without being below the best value.
    private var closedBound: Double
    private var rootPrices: [Float]?

    /// No set is worth more.
    var bound: Double { max(value, closedBound, nodes.first?.bound ?? 0) }
    var isFinished: Bool { nodes.isEmpty }

    /// - Parameters:
    ///   - best: a set that is allowed, of the whole problem.
    init(_ root: ReducedCover, step: Double, best: [Int], value: Double, bound: Double) {
        self.root = root
        self.step = step
        self.best = best
        self.value = value
        closedBound = value
        nodes = NodeHeap()
        nodes.insert(
            NodeHeap.Node(
                picked: [], free: Array(0..<root.problem.candidateCount), bound: bound, prices: nil, rowPrices: []))
    }

    /// A node is of no use when its bound isn't above this.
    private var cutOff: Double { step > 0 ? value + step * 0.999 : value * (1 + 1e-10) }

    /// What the root left to decide, and only sets that are better than the best one known then; `nil` before the root
    /// was looked at.
    private(set) var rest: ReducedCover?

    /// - Parameter isOver: asked before each node.
    mutating func run(workLimit: Int, isOver: () -> Bool) {
        while let node = nodes.first, work < workLimit, !isOver() {
            nodes.removeFirst()
            guard node.bound > cutOff else {
                if step == 0 { closedBound = max(closedBound, min(node.bound, cutOff)) }
                continue
            }
            process(node)
        }
    }

    private mutating func process(_ node: NodeHeap.Node) {
        nodeCount += 1
        var (picked, free, prices) = (node.picked, node.free, node.prices)
        var rowPrices = node.rowPrices
        var parent = node.bound
        var rounds = 0
        // The root converges from nothing; its children start at its prices.
        let isRoot = prices == nil
        var left = isRoot ? Self.rootSteps : Self.nodeSteps
        var steps = SubgradientSteps(length: isRoot ? 1 : 0.25)
        while true {
            rounds += 1
            let cover = ReducedCover(root.problem, root.rows, picked: picked, free: free, merges: false)
            guard cover.rows.size >= 0, cover.rows.canBeMet else { return }
            let base = root.base + cover.base
            if free.isEmpty || cover.rows.size == 0 { return offer(picked) }
            if rounds == 1, nodeCount % 16 == 2 { improve(picked, cover) }
            var lagrangian = LagrangianBound(cover, start: prices, rowStart: rowPrices, steps: steps)
            var frequency = [Int32](repeating: 0, count: free.count)
            var count = 0
            while count < max(left, 40) {
                count += 1
                lagrangian.iterate(target: value - base)
                if base + lagrangian.bound <= cutOff || lagrangian.hasStalled { break }
                if max(left, 40) - count <= 30 { for pick in lagrangian.picks { frequency[pick] += 1 } }
                // Once many candidates are out, the rest goes faster without them.
                if isRoot, count % 50 == 0, lagrangian.freeCount(above: cutOff - base) < free.count / 2 { break }
            }
            left -= count
            if isRoot { steps = lagrangian.steps }
            work += lagrangian.work
            offer(picked + lagrangian.picks.map { free[$0] })
            parent = min(parent, base + lagrangian.bound)
            guard parent > cutOff else {
                if step == 0 { closedBound = max(closedBound, min(parent, cutOff)) }
                return
            }
            let fixed = lagrangian.fixed(above: cutOff - base)
            let shrinks = Double(fixed.free.count) < 0.8 * Double(free.count)
            prices = lagrangian.relativePrices(count: root.problem.pairCount)
            rowPrices = lagrangian.bestRowPrices
            let branching = Self.branchingCandidate(fixed.free, frequency, lagrangian.profits)
            picked += fixed.picked.map { free[$0] }
            let branch = branching.map { free[$0] }
            free = fixed.free.map { free[$0] }
            if shrinks || branch == nil, rounds < 8 { continue }
            if isRoot {
                keepRest(picked, free)
                rootPrices = prices
            }
            // Prices of very many nodes would fill the memory; those of the root do as a start.
            if nodes.count * root.problem.pairCount > Self.mostPrices { prices = rootPrices }
            guard let branch else { return offer(picked + free) }
            let rest = free.filter { $0 != branch }
            nodes.insert(
                NodeHeap.Node(
                    picked: picked + [branch], free: rest, bound: parent, prices: prices, rowPrices: rowPrices))
            nodes.insert(NodeHeap.Node(picked: picked, free: rest, bound: parent, prices: prices, rowPrices: rowPrices))
            return
        }
    }

    private static let rootSteps = 400
    private static let mostPrices = 100_000_000
    private static let nodeSteps = 60

    /// The candidate that the best x took about half of the time.
    private static func branchingCandidate(_ free: [Int], _ frequency: [Int32], _ profits: [Double]) -> Int? {
        let most = frequency.max() ?? 0
        return free.max { a, b in
            let (da, db) = (abs(2 * frequency[a] - most), abs(2 * frequency[b] - most))
            return da != db ? da > db : profits[a] != profits[b] ? profits[a] < profits[b] : a > b
        }
    }

    private mutating func offer(_ picks: [Int]) {
        guard root.rows.allow(picks) else { return }
        let reached = root.base + root.problem.value(of: picks)
        guard reached > value * (1 + 1e-12) else { return }
        (best, value) = (root.picked + picks.map { root.candidates[$0] }, reached)
    }

    /// Takes a set of the whole problem when it is better than the best one.
    mutating func offer(whole picks: [Int]) {
        let known = Set(root.picked)
        let places = Dictionary(uniqueKeysWithValues: root.candidates.enumerated().map { ($1, $0) })
        offer(picks.compactMap { known.contains($0) ? nil : places[$0] })
    }

    /// Fills up what a node has picked and exchanges among what it has left.
    private mutating func improve(_ picked: [Int], _ cover: ReducedCover) {
        var state = CoverState(cover.problem, cover.rows)
        let allowed = [Bool](repeating: true, count: cover.problem.candidateCount)
        GreedySearch.fill(&state, allowed: allowed)
        SwapSearch.improve(&state, allowed: allowed, movable: allowed)
        work += 2 * cover.problem.pairCount
        offer(picked + state.picks.map { cover.candidates[$0] })
    }

    private mutating func keepRest(_ picked: [Int], _ free: [Int]) {
        let cover = ReducedCover(root.problem, root.rows, picked: picked, free: free, merges: true)
        rest = ReducedCover(cover, inside: root)
    }
}

/// Nodes by their bound, the largest first; of equal ones the older.
struct NodeHeap {
    struct Node {
        var picked: [Int]
        var free: [Int]
        var bound: Double
        var prices: [Float]?
        var rowPrices: [Double]
        fileprivate var number = 0

        init(picked: [Int], free: [Int], bound: Double, prices: [Float]?, rowPrices: [Double]) {
            self.picked = picked
            self.free = free
            self.bound = bound
            self.prices = prices
            self.rowPrices = rowPrices
        }

        fileprivate func comesBefore(_ other: Node) -> Bool {
            bound != other.bound ? bound > other.bound : number < other.number
        }
    }

    private var nodes: [Node] = []
    private var total = 0

    var isEmpty: Bool { nodes.isEmpty }
    var first: Node? { nodes.first }
    var count: Int { nodes.count }

    mutating func insert(_ node: Node) {
        var node = node
        total += 1
        node.number = total
        nodes.append(node)
        var place = nodes.count - 1
        while place > 0, nodes[place].comesBefore(nodes[(place - 1) / 2]) {
            nodes.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func removeFirst() {
        nodes.swapAt(0, nodes.count - 1)
        nodes.removeLast()
        var place = 0
        while true {
            var first = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < nodes.count && nodes[child].comesBefore(nodes[first]) {
                first = child
            }
            if first == place { return }
            nodes.swapAt(place, first)
            place = first
        }
    }
}
