/// What one comparison of two records says of their being of one organisation.
public struct LinkWeight: Sendable, Hashable {
    /// What was compared.
    public enum Comparison: String, Sendable, CaseIterable {
        /// Nothing yet: how likely it is of any two.
        case prior
        case name, contact, representative
        case corporateNumber = "corporate_number"
        case legalForm = "legal_form"
        /// Whether either has another partner.
        case unclaimed
    }

    /// What came out.
    public enum Agreement: String, Sendable, CaseIterable {
        /// Of a prior, and of partners.
        case none
        case same, different, missing
        /// Of names.
        case spelling, slip, part, place, shortened, extended, similar, sibling
        /// Of contacts: two or more, one, the postcode only.
        case several, one
        case postalCode = "postal_code"
        case severalDifferent = "several_different"
    }

    public let comparison: Comparison
    public let agreement: Agreement
    /// Positive for one organisation, negative against it.
    public let bits: Double

    public init(_ comparison: Comparison, _ agreement: Agreement, bits: Double) {
        self.comparison = comparison
        self.agreement = agreement
        self.bits = bits
    }
}

/// Two records that were weighed against each other.
public struct RecordPair: Sendable, Hashable {
    public enum Outcome: String, Sendable, CaseIterable {
        case linked
        /// For a person to look at.
        case review
        case apart
    }

    /// A record of the wave, or one of an earlier wave, by its place among them.
    public enum Side: Sendable, Hashable {
        case record(Int)
        case earlier(Int)
    }

    /// Index among the records of the wave.
    public let record: Int
    public let other: Side
    /// In the order in which they are shown; together they make the probability, as far as no other partner takes a share.
    public let weights: [LinkWeight]
    /// 0…1
    public let probability: Double
    public let outcome: Outcome

    public init(record: Int, other: Side, weights: [LinkWeight], probability: Double, outcome: Outcome) {
        self.record = record
        self.other = other
        self.weights = weights
        self.probability = probability
        self.outcome = outcome
    }
}
