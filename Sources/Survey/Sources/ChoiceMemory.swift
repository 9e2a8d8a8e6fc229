/// Reads choices and remembers them: the cells of a column repeat, however long it is.
final class ChoiceMemory {
    private let splitter: ChoiceSplitter
    private let coding: SourceDescription.Coding
    private var known: [String: (ids: [String], unknown: [String])] = [:]
    /// Lists of many choices hardly repeat; what was read is then forgotten before it fills the memory.
    private static let limit = 10_000

    init(_ splitter: ChoiceSplitter, coding: SourceDescription.Coding) {
        self.splitter = splitter
        self.coding = coding
    }

    /// As ``ChoiceSplitter/split(_:coding:)``.
    func split(_ cell: String) -> (ids: [String], unknown: [String]) {
        if let found = known[cell] { return found }
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        let found = splitter.split(cell, coding: coding)
        known[cell] = found
        return found
    }
}
