internal import Glibc

/// The weights that fit counts of patterns best, where there are enough of them.
///
/// Each share begins with a number of pretended pairs as the shipped model expects them (a gamma prior of that shape), so
/// that a weight moves only as far as the lists outnumber them. A value that is missing says nothing and stays 0.
struct WeightEstimate {
    let model: LinkModel

    /// Of each pattern.
    static let pretendedPairs = 30.0

    /// Shares among pairs of one organisation that the shipped weights go with. Over 2 to the weight, they give the share
    /// among others; of names, as a part of the names that agree by chance. What has no share here keeps its weight.
    enum ShippedShares {
        static let name: [NameAgreement: Double] = [
            .same: 0.758, .spelling: 0.08, .slip: 0.05, .part: 0.03, .shortened: 0.03,
        ]
        static let contact: [ContactAgreement: Double] = [
            .several: 0.5, .one: 0.3, .postalCode: 0.034, .different: 0.1, .severalDifferent: 0.066,
        ]
        static let representative: [ValueAgreement: Double] = [.same: 0.85, .different: 0.15]
        static let corporateNumber: [ValueAgreement: Double] = [.same: 0.9995, .different: 0.0005]
        static let legalForm: [ValueAgreement: Double] = [.same: 0.93, .different: 0.07]
    }

    init(_ counts: PatternCounts) {
        var model = LinkModel.shipped
        Self.estimateNames(counts, &model)
        Self.estimateContacts(counts, &model)
        Self.estimateValues(counts.representative, ShippedShares.representative, &model.representative)
        Self.estimateValues(counts.legalForm, ShippedShares.legalForm, &model.legalForm)
        let numbers = Total(counts.corporateNumber, of: ShippedShares.corporateNumber)
        for (agreement, share) in ShippedShares.corporateNumber {
            model.corporateNumber[agreement, default: 0] += numbers.moved(agreement, share)
        }
        let share = counts.isOneList ? \LinkModel.doubled : \LinkModel.matched
        model[keyPath: share] = Self.blended(
            counts.matched, of: Double(counts.records), model[keyPath: share], pretended: Self.pretendedPairs)
        model.keepOrder()
        self.model = model
    }

    /// What is chance in a name is said by how rare it is. Of each kind of agreement it is estimated how much more or less
    /// there is of it: by the pairs of two organisations over those that the names' frequencies would give.
    private static func estimateNames(_ counts: PatternCounts, _ model: inout LinkModel) {
        let total = Total(counts.name, of: ShippedShares.name)
        // What one pair counts on average, so that pretended pairs count as much.
        let unit = total.two > 0 ? counts.squaredRarity / total.two : 1
        for (agreement, share) in ShippedShares.name {
            let weight = model.name[agreement] ?? 0
            let count = counts.name[agreement] ?? PatternCounts.Count()
            let chance = blended(
                count.two, of: counts.comparisons, share / exp2(weight), pretended: pretendedPairs * unit)
            model.name[agreement] = log2(total.one(agreement, share) / chance)
        }
    }

    /// How often a contact is shared by chance is said by how rare it is, like that of a name.
    private static func estimateContacts(_ counts: PatternCounts, _ model: inout LinkModel) {
        let total = Total(counts.contact, of: ShippedShares.contact)
        for (agreement, share) in ShippedShares.contact {
            let weight = model.contact[agreement] ?? 0
            model.contact[agreement] =
                agreement.isShared
                ? weight + total.moved(agreement, share) : total.weight(agreement, share, shipped: weight)
        }
    }

    private static func estimateValues(
        _ counts: [ValueAgreement: PatternCounts.Count], _ shares: [ValueAgreement: Double],
        _ weights: inout [ValueAgreement: Double]
    ) {
        let total = Total(counts, of: shares)
        for (agreement, share) in shares {
            weights[agreement] = total.weight(agreement, share, shipped: weights[agreement] ?? 0)
        }
    }

    /// A share of counted pairs together with pretended ones.
    /// - Parameter share: that of the shipped model.
    private static func blended(_ count: Double, of all: Double, _ share: Double, pretended: Double) -> Double {
        (count + pretended) / (all + pretended / share)
    }

    /// The pairs of a comparison in which there was something to compare.
    private struct Total<Agreement: Hashable & CaseIterable> {
        private let counts: [Agreement: PatternCounts.Count]
        private var sum = PatternCounts.Count()

        init(_ counts: [Agreement: PatternCounts.Count], of shares: [Agreement: Double]) {
            self.counts = counts
            // Not in a dictionary's order: the same lists give the same bits.
            for agreement in Agreement.allCases where shares[agreement] != nil {
                sum.one += counts[agreement]?.one ?? 0
                sum.two += counts[agreement]?.two ?? 0
            }
        }

        var two: Double { sum.two }

        /// Share among pairs of one organisation.
        func one(_ agreement: Agreement, _ share: Double) -> Double {
            blended(counts[agreement]?.one ?? 0, of: sum.one, share, pretended: pretendedPairs)
        }

        /// By how many bits this share is larger than that of the shipped model.
        func moved(_ agreement: Agreement, _ share: Double) -> Double { log2(one(agreement, share) / share) }

        func weight(_ agreement: Agreement, _ share: Double, shipped: Double) -> Double {
            let two = blended(
                counts[agreement]?.two ?? 0, of: sum.two, share / exp2(shipped), pretended: pretendedPairs)
            return log2(one(agreement, share) / two)
        }
    }
}

extension LinkModel {
    /// No agreement says more than one that is surer, and what differs never speaks for a pair.
    fileprivate mutating func keepOrder() {
        let surest = name[.same] ?? 0
        for agreement in WeightEstimate.ShippedShares.name.keys { name[agreement] = min(name[agreement] ?? 0, surest) }
        contact[.several] = max(contact[.several] ?? 0, contact[.one] ?? 0)
        contact[.postalCode] = max(contact[.postalCode] ?? 0, 0)
        contact[.different] = min(contact[.different] ?? 0, 0)
        contact[.severalDifferent] = min(contact[.severalDifferent] ?? 0, contact[.different] ?? 0)
        for values in [\LinkModel.representative, \.legalForm] {
            self[keyPath: values][.same] = max(self[keyPath: values][.same] ?? 0, 0)
            self[keyPath: values][.different] = min(self[keyPath: values][.different] ?? 0, 0)
        }
        corporateNumber[.different] = min(corporateNumber[.different] ?? 0, 0)
    }

    /// Of the weights, in bits.
    func largestDifference(from other: LinkModel) -> Double {
        func largest<Key>(_ a: [Key: Double], _ b: [Key: Double]) -> Double {
            a.map { abs($0.value - (b[$0.key] ?? 0)) }.max() ?? 0
        }
        return [
            largest(name, other.name), largest(contact, other.contact),
            largest(representative, other.representative), largest(corporateNumber, other.corporateNumber),
            largest(legalForm, other.legalForm), abs(log2(matched / other.matched)),
            abs(log2(doubled / other.doubled)),
        ].max() ?? 0
    }

    /// To 1/10,000 bit, so that a file says all of it.
    func rounded() -> LinkModel {
        func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
        var model = self
        model.name = name.mapValues(rounded)
        model.contact = contact.mapValues(rounded)
        model.representative = representative.mapValues(rounded)
        model.corporateNumber = corporateNumber.mapValues(rounded)
        model.legalForm = legalForm.mapValues(rounded)
        model.matched = max(rounded(matched), 0.0001)
        model.doubled = max(rounded(doubled), 0.0001)
        return model
    }
}
