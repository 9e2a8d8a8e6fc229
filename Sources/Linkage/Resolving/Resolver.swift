/// Decides which records of a wave are one organisation, and which organisations earlier waves know.
///
/// Each list is brought together in itself and then with all that were before it: earlier waves, frame, members, answers,
/// invitations. A record joins the organisation that it is most probably, if that is sure enough and nothing tells the
/// two apart; what is neither sure nor improbable is left for a person, and what a person decided always wins.
public struct Resolver: Sendable {
    /// A record joins an organisation from this probability on.
    public static let linkedFrom = 0.9
    /// A person is asked from this probability on.
    public static let reviewedFrom = 0.1

    let lexicon: NameLexicon
    let model: LinkModel

    public init(lexicon: NameLexicon, model: LinkModel = .shipped) {
        self.lexicon = lexicon
        self.model = model
    }

    /// - Parameter records: in any order; the result does not depend on it but for the indices.
    public func resolve(_ records: [LinkRecord], decisions: [LinkDecision]) -> Resolution {
        let order = records.indices.sorted { LinkRecord.precedes(records[$0], records[$1]) }
        var matching = WaveMatching(
            order.map { records[$0] }, lexicon: lexicon, model: model, decisions: decisions)
        matching.run()
        return matching.resolution(order: order)
    }
}
