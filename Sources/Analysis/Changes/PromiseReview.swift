/// What a list of invitations promised for cells that nobody filled, and what of it came about.
public struct PromiseReview: Sendable {
    public struct Cell: Sendable, Hashable {
        /// Index of the activity that it is summed up under.
        public let activity: Int
        /// At least 0.
        public let need: Double
        /// Whether the later wave can tell who fills it.
        public let isMeasured: Bool
        /// Whether a member fills it now that was not among the invited.
        public let isFilledByOthers: Bool

        public init(activity: Int, need: Double, isMeasured: Bool, isFilledByOthers: Bool) {
            self.activity = activity
            self.need = need
            self.isMeasured = isMeasured
            self.isFilledByOthers = isFilledByOthers
        }
    }

    /// Somebody that was on the list and invited.
    public struct Invited: Sendable {
        /// Cells that it could fill, each once.
        public let promised: [Int]
        /// Cells that it fills now as a member, each once.
        public let filled: [Int]
        /// That it would join, 0…1; `nil` where it isn't known with what chance was reckoned.
        public let chance: Double?

        public init(promised: [Int], filled: [Int], chance: Double?) {
            self.promised = promised
            self.filled = filled
            self.chance = chance
        }
    }

    public struct Sum: Sendable, Hashable {
        public var cells = 0
        public var need = 0.0
        /// Σ need × (1 − Π (1 − chance)); `nil` where a chance isn't known.
        public var expectedNeed: Double?
        public var reachedCells = 0
        public var reachedNeed = 0.0
        public var cellsByOthers = 0
        public var needByOthers = 0.0
        public var unmeasuredCells = 0
    }

    public private(set) var total = Sum()
    /// By activity; those without a promised cell have none.
    public private(set) var byActivity: [Sum]

    /// - Parameter cells: that nobody filled.
    public init(cells: [Cell], invited: [Invited], activityCount: Int) {
        let knowsChances = invited.allSatisfy { $0.chance != nil }
        var isPromised = [Bool](repeating: false, count: cells.count)
        var isFilled = isPromised
        var nobody = [Double](repeating: 1, count: cells.count)
        for one in invited {
            for cell in one.promised {
                isPromised[cell] = true
                nobody[cell] *= 1 - (one.chance ?? 1)
            }
            for cell in one.filled { isFilled[cell] = true }
        }
        let empty = Sum(expectedNeed: knowsChances ? 0 : nil)
        var all = empty
        byActivity = Array(repeating: empty, count: activityCount)
        for (index, cell) in cells.enumerated() where isPromised[index] {
            let expected = cell.need * (1 - nobody[index])
            all.add(cell, isFilled: isFilled[index], expected: expected)
            byActivity[cell.activity].add(cell, isFilled: isFilled[index], expected: expected)
        }
        total = all
    }
}

extension PromiseReview.Sum {
    fileprivate mutating func add(_ cell: PromiseReview.Cell, isFilled: Bool, expected: Double) {
        cells += 1
        need += cell.need
        expectedNeed = expectedNeed.map { $0 + expected }
        if !cell.isMeasured {
            unmeasuredCells += 1
        } else if isFilled {
            reachedCells += 1
            reachedNeed += cell.need
        } else if cell.isFilledByOthers {
            cellsByOthers += 1
            needByOthers += cell.need
        }
    }
}
