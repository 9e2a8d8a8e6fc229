internal import Glibc

/// Weighs pairs of records.
struct PairScorer {
    let table: RecordTable
    let model: LinkModel
    private let names: NameComparison
    private let prior: Double
    /// log2 of the records that one is looked for among.
    private let rarity: Double
    /// Of how many others a record has the name, on average.
    private let collisions: Double
    // The model's weights, without hashing.
    private let nameBits: [Double]
    private let contactBits: [Double]
    private let representativeBits: [Double]
    private let corporateBits: [Double]
    private let formBits: [Double]

    /// A pair and what was found.
    struct Outcome {
        let name: NameAgreement
        let contact: ContactAgreement
        let bits: LinkBits
    }

    /// - Parameters:
    ///   - size: how many records a partner is looked for among.
    ///   - matched: share of records that have one.
    init(_ table: RecordTable, lexicon: NameLexicon, model: LinkModel, size: Int, matched: Double) {
        self.table = table
        self.model = model
        names = NameComparison(lexicon: lexicon)
        rarity = log2(Double(max(size, 2)))
        prior = log2(matched) - rarity
        nameBits = NameAgreement.allCases.map { model.name[$0] ?? 0 }
        contactBits = ContactAgreement.allCases.map { model.contact[$0] ?? 0 }
        representativeBits = ValueAgreement.allCases.map { model.representative[$0] ?? 0 }
        corporateBits = ValueAgreement.allCases.map { model.corporateNumber[$0] ?? 0 }
        formBits = ValueAgreement.allCases.map { model.legalForm[$0] ?? 0 }
        let shared = (0..<table.count).reduce(0) { $0 + table.others(.name, $1) }
        collisions = Double(shared) / Double(max(table.count, 1))
    }

    /// - Returns: `nil` where nothing speaks for the pair.
    func weigh(_ a: Int, _ b: Int) -> Outcome? {
        let contact = contactAgreement(a, b)
        let corporate = corporateAgreement(a, b)
        let isShared = contact.isShared || corporate == .same
        // Names that have hardly two letters in a row in common, of two that share nothing else.
        if !isShared, !table.mayResemble(a, b) { return nil }
        let name = nameAgreement(a, b)
        if name == .different || name == .missing, !isShared { return nil }
        var bits = LinkBits()
        bits.prior = prior
        bits.name = nameBits[name.ordinal]
        if name.isOneName {
            let letters = min(table.standard(a).count, table.standard(b).count, model.unseenNames.count - 1)
            let others = Double(max(table.others(.name, a), table.others(.name, b)))
            bits.name += rarity - log2(others + max(model.unseenNames[letters], collisions))
        }
        bits.contact = contactBits[contact.ordinal]
        if contact.isShared {
            bits.contact += rarity - log2(Double(fewestOthers(a, b)) + model.unseenContacts)
            // Of one in the same office with another name it says no more than that it is there.
            if !name.isOneName { bits.contact = min(bits.contact, rarity + 2) }
        }
        bits.representative = representativeBits[table.agreement(.representative, a, b).ordinal]
        // Bodies in one office have one head.
        if !name.isOneName { bits.representative = min(bits.representative, 2.5) }
        bits.corporateNumber = corporateBits[corporate.ordinal]
        switch corporate {
        case .same: bits.corporateNumber += rarity
        // Two bodies by law, however rare the name that they share.
        case .different: bits.corporateNumber -= rarity
        case .missing: break
        }
        bits.legalForm = formBits[table.agreement(.legalForm, a, b).ordinal]
        return Outcome(name: name, contact: contact, bits: bits)
    }

    /// A number with a slip in it is not another one.
    private func corporateAgreement(_ a: Int, _ b: Int) -> ValueAgreement {
        let agreement = table.agreement(.corporateNumber, a, b)
        guard agreement == .different else { return agreement }
        return table.hasValidNumber[a] && table.hasValidNumber[b] ? .different : .missing
    }

    private func nameAgreement(_ a: Int, _ b: Int) -> NameAgreement {
        var agreement: NameAgreement
        if table.agreement(.name, a, b) == .same {
            agreement = table.written(a) == table.written(b) ? .same : .spelling
        } else {
            agreement = names.compare(table.standard(a), table.standard(b))
            // ひまりわ is a slip for ひまわり, and none for 向日葵.
            if !agreement.isOneName, names.compare(table.written(a), table.written(b)) == .slip { agreement = .slip }
        }
        // (東支部) and (西支部)
        if agreement.isOneName, let one = table.parts[a], let other = table.parts[b], one != other { return .sibling }
        return agreement
    }

    private func contactAgreement(_ a: Int, _ b: Int) -> ContactAgreement {
        var (same, different) = (0, 0)
        for field in RecordTable.Field.contacts {
            switch table.agreement(field, a, b) {
            case .same: same += 1
            case .different: different += 1
            case .missing: break
            }
        }
        if same > 0 { return same > 1 ? .several : .one }
        if table.agreement(.postalCode, a, b) == .same { return .postalCode }
        return different == 0 ? .missing : different == 1 ? .different : .severalDifferent
    }

    /// Others that have the contact that both share; of the rarest one, where they share several.
    private func fewestOthers(_ a: Int, _ b: Int) -> Int {
        var fewest = Int.max
        for field in RecordTable.Field.contacts where table.agreement(field, a, b) == .same {
            fewest = min(fewest, table.others(field, a))
        }
        return fewest == .max ? 0 : fewest
    }
}
