internal import Model
internal import Store

/// How the choices of a question stand to those of the wave before.
struct EarlierChoices {
    /// By id of a choice of now: the ids of then that it stands for; none where it was not offered.
    private let earlierIDs: [String: [String]]
    /// By id of a choice of then: the ids of now that stand for it.
    private let laterIDs: [String: [String]]
    /// By id of a choice of then.
    let earlierLabels: [String: String]
    private let labels: [String: String]

    /// - Parameter offered: ids and labels of then.
    init(_ options: [Question.Option], offered: [(id: String, label: String)]) {
        let then = Set(offered.map(\.id))
        var (earlierIDs, laterIDs): ([String: [String]], [String: [String]]) = ([:], [:])
        for option in options {
            let ids = (option.earlierIDs.isEmpty ? [option.id] : option.earlierIDs).filter(then.contains)
            earlierIDs[option.id] = ids
            for id in ids { laterIDs[id, default: []].append(option.id) }
        }
        (self.earlierIDs, self.laterIDs) = (earlierIDs, laterIDs)
        earlierLabels = Dictionary(offered.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        labels = Dictionary(options.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    }

    func earlier(of id: String) -> [String] { earlierIDs[id] ?? [] }
    func later(of id: String) -> [String] { laterIDs[id] ?? [] }

    /// Whether what was chosen then can be set against it: it was offered, and no other choice of now is a part of it.
    func isComparable(_ id: String) -> Bool {
        let ids = earlier(of: id)
        return !ids.isEmpty && ids.allSatisfy { later(of: $0).count == 1 }
    }

    /// Whether it is worded otherwise, or was merged or split.
    func isRelabelled(_ id: String) -> Bool {
        let ids = earlier(of: id)
        guard ids.count == 1, later(of: ids[0]).count == 1 else { return !ids.isEmpty }
        return earlierLabels[ids[0]] != labels[id]
    }

    /// Whether what is chosen now says who chose this then: no choice of now mixes it with others.
    func isMeasured(_ earlierID: String) -> Bool {
        let ids = later(of: earlierID)
        return !ids.isEmpty && ids.allSatisfy { earlier(of: $0).count == 1 }
    }
}
