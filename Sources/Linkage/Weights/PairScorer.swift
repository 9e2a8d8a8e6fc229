internal import Glibc

/// Weighs pairs of records.
struct PairScorer {
    let table: RecordTable
    let model: LinkModel
    private let names: NameComparison
    private let prior: Double
    /// log2 of the records that one is looked for among.
    private let rarity: Double
    /// Whether both records of a pair are of one list, so that one of the others that have a value is the partner.
    private let isOneList: Bool
    /// By field, then value: how many records of one list have it at most.
    private let counts: [[Int32]]
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
        let representative: ValueAgreement
        let corporateNumber: ValueAgreement
        let legalForm: ValueAgreement
        let bits: LinkBits
    }

    /// - Parameters:
    ///   - size: how many records a partner is looked for among.
    ///   - matched: share of records that have one.
    ///   - isOneList: whether both records of a pair are of one list.
    ///   - lists: those in which names and contacts are counted; all of them when `nil`.
    init(
        _ table: RecordTable, lexicon: NameLexicon, model: LinkModel, size: Int, matched: Double,
        isOneList: Bool = false,
        counting lists: Range<Int>? = nil
    ) {
        self.table = table
        self.model = model
        self.isOneList = isOneList
        names = NameComparison(lexicon: lexicon)
        rarity = log2(Double(max(size, 2)))
        prior = log2(matched) - rarity
        nameBits = NameAgreement.allCases.map { model.name[$0] ?? 0 }
        contactBits = ContactAgreement.allCases.map { model.contact[$0] ?? 0 }
        representativeBits = ValueAgreement.allCases.map { model.representative[$0] ?? 0 }
        corporateBits = ValueAgreement.allCases.map { model.corporateNumber[$0] ?? 0 }
        formBits = ValueAgreement.allCases.map { model.legalForm[$0] ?? 0 }
        let lists = lists ?? table.ends.indices
        counts = RecordTable.Field.allCases.map { table.largestCounts($0, in: lists) }
        var (records, shared) = (0, 0)
        for list in lists {
            for record in table.records(ofList: list) {
                records += 1
                let name = Int(table.value(.name, record))
                if name >= 0 { shared += Int(counts[RecordTable.Field.name.rawValue][name]) - 1 }
            }
        }
        collisions = Double(shared) / Double(max(records, 1))
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
            let letters = min(
                table.standard(a).letters.count, table.standard(b).letters.count, model.unseenNames.count - 1)
            bits.name += rarity - log2(Double(othersOfName(a, b)) + max(model.unseenNames[letters], collisions))
        }
        bits.contact = contactBits[contact.ordinal]
        if contact.isShared {
            bits.contact += rarity - log2(Double(fewestOthers(a, b)) + model.unseenContacts)
            // Of one in the same office with another name it says no more than that it is there.
            if !name.isOneName { bits.contact = min(bits.contact, rarity + 2) }
        }
        let representative = table.agreement(.representative, a, b)
        bits.representative = representativeBits[representative.ordinal]
        // Bodies in one office have one head.
        if !name.isOneName { bits.representative = min(bits.representative, 2.5) }
        bits.corporateNumber = corporateBits[corporate.ordinal]
        switch corporate {
        case .same: bits.corporateNumber += rarity
        // Two bodies by law, however rare the name that they share.
        case .different: bits.corporateNumber -= rarity
        case .missing: break
        }
        let form = table.agreement(.legalForm, a, b)
        bits.legalForm = formBits[form.ordinal]
        return Outcome(
            name: name, contact: contact, representative: representative, corporateNumber: corporate, legalForm: form,
            bits: bits)
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
            agreement = table.written(a).letters.elementsEqual(table.written(b).letters) ? .same : .spelling
        } else {
            agreement = names.compare(table.standard(a), table.standard(b))
            // ひまりわ is a slip for ひまわり, and none for 向日葵.
            if !agreement.isOneName, table.isRespelled(a) || table.isRespelled(b),
                names.isSlip(table.written(a), table.written(b))
            {
                agreement = .slip
            }
        }
        if !agreement.isOneName, agreement != .missing { agreement = withNotesAndParts(a, b) ?? agreement }
        // (東支部) and (西支部)
        if agreement.isOneName, let one = table.parts[a], let other = table.parts[b], one != other { return .sibling }
        return agreement
    }

    /// What one of them has in brackets, or an office at its end, the other may have in its name, or not at all.
    private func withNotesAndParts(_ a: Int, _ b: Int) -> NameAgreement? {
        if table.fullNames[a] != nil || table.fullNames[b] != nil {
            let (one, other) = (
                table.fullNames[a]?[0] ?? table.standard(a), table.fullNames[b]?[0] ?? table.standard(b)
            )
            if one.letters.elementsEqual(other.letters) { return .spelling }
            if names.isSlip(one, other) { return .slip }
        }
        guard (table.stems[a] == nil) != (table.stems[b] == nil) else { return nil }
        let (one, other) = (table.stems[a]?[0] ?? table.standard(a), table.stems[b]?[0] ?? table.standard(b))
        return one.letters.elementsEqual(other.letters) || names.isSlip(one, other) ? .part : nil
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
        // Who shares a postcode, and neither telephone nor lot, is a neighbour.
        if different < 2, table.agreement(.postalCode, a, b) == .same { return .postalCode }
        return different == 0 ? .missing : different == 1 ? .different : .severalDifferent
    }

    /// Others that have the name of one of the two, the more frequent one.
    private func othersOfName(_ a: Int, _ b: Int) -> Int {
        let isShared = table.agreement(.name, a, b) == .same
        return isShared ? others(.name, a) : max(others(.name, a, besides: 1), others(.name, b, besides: 1))
    }

    /// Others that have a value.
    /// - Parameter besides: how many of a list have it that are the record or its partner.
    private func others(_ field: RecordTable.Field, _ record: Int, besides: Int? = nil) -> Int {
        let value = Int(table.value(field, record))
        let counts = counts[field.rawValue]
        guard counts.indices.contains(value) else { return 0 }
        return max(0, Int(counts[value]) - (besides ?? (isOneList ? 2 : 1)))
    }

    /// Others that have the contact that both share; of the rarest one, where they share several.
    private func fewestOthers(_ a: Int, _ b: Int) -> Int {
        var fewest = Int.max
        for field in RecordTable.Field.contacts where table.agreement(field, a, b) == .same {
            fewest = min(fewest, others(field, a))
        }
        return fewest == .max ? 0 : max(0, fewest)
    }
}
