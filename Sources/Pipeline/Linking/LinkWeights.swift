internal import Linkage
internal import Model

extension RecordPair {
    /// - Parameter named: the records of the wave that linking saw, in its order; earlier ones follow them.
    init(_ pair: Resolution.Pair, named: [Int]) {
        func side(_ index: Int) -> Side {
            index < named.count ? .record(named[index]) : .earlier(index - named.count)
        }
        self.init(
            record: named[pair.b], other: side(pair.a), weights: LinkWeight.all(pair),
            probability: pair.probability, outcome: pair.outcome)
    }
}

extension LinkWeight {
    /// What each comparison says; those without a value on both sides are left out.
    fileprivate static func all(_ pair: Resolution.Pair) -> [LinkWeight] {
        let bits = pair.bits
        let all = [
            LinkWeight(.prior, .none, bits: bits.prior),
            LinkWeight(.name, Agreement(pair.name), bits: bits.name),
            LinkWeight(.contact, Agreement(pair.contact), bits: bits.contact),
            LinkWeight(.representative, Agreement(pair.representative), bits: bits.representative),
            LinkWeight(.corporateNumber, Agreement(pair.corporateNumber), bits: bits.corporateNumber),
            LinkWeight(.legalForm, Agreement(pair.legalForm), bits: bits.legalForm),
            LinkWeight(.unclaimed, .none, bits: bits.unclaimed),
        ]
        return all.filter { $0.agreement != .missing && !($0.comparison == .unclaimed && $0.bits == 0) }
    }
}

extension LinkWeight.Agreement {
    init(_ agreement: ValueAgreement) {
        self =
            switch agreement {
            case .same: .same
            case .missing: .missing
            case .different: .different
            }
    }

    init(_ agreement: ContactAgreement) {
        self =
            switch agreement {
            case .several: .several
            case .one: .one
            case .postalCode: .postalCode
            case .missing: .missing
            case .different: .different
            case .severalDifferent: .severalDifferent
            }
    }

    init(_ agreement: NameAgreement) {
        self =
            switch agreement {
            case .same: .same
            case .spelling: .spelling
            case .slip: .slip
            case .part: .part
            case .place: .place
            case .shortened: .shortened
            case .extended: .extended
            case .similar: .similar
            case .sibling: .sibling
            case .different: .different
            case .missing: .missing
            }
    }
}
