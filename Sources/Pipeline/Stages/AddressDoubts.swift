internal import Geo
internal import Model
internal import Survey
internal import Text

/// The addresses that a person should look at: not found down to their town, or perhaps found wrongly.
struct AddressDoubts {
    let records: [Record]
    let located: [GeocodeStage.Located?]
    let resolved: ResolveStage.Result
    let profiles: [String: OrganizationProfile]
    let inputs: WaveInputs

    /// Each address once; none of organisations whose place is withheld.
    func run() -> [DoubtfulAddress] {
        var mentions: [String: [Int]] = [:]
        var order: [String] = []
        for index in records.indices {
            guard let address = records[index][.address], located[index]?.reading.isDoubtful == true,
                let profile = resolved.links[index].flatMap({ profiles[$0.organizationID] }),
                !profile.organization.isLocationWithheld
            else { continue }
            let key = AddressText.key(address, variants: inputs.reference.variants)
            if mentions[key] == nil { order.append(key) }
            mentions[key, default: []].append(index)
        }
        let doubtful = order.compactMap { mentions[$0] }
        let places = PlaceNames(gazetteers: inputs.gazetteers.gazetteers)
        let all = doubtful.compactMap { doubt($0, places) }
        return all.filter { $0.level < .town } + all.filter { $0.level >= .town }
    }

    /// - Parameter indices: of the records that have it; at least one.
    private func doubt(_ indices: [Int], _ places: PlaceNames) -> DoubtfulAddress? {
        guard let first = indices.first, let reading = located[first]?.reading else { return nil }
        let read = reading.read
        return DoubtfulAddress(
            address: records[first][.address] ?? "",
            mentions: indices.map { index in
                RecordMention(
                    organizationID: resolved.links[index]?.organizationID ?? "", name: records[index].name,
                    reference: records[index].reference)
            },
            reason: reading.reason, answer: reading.notUnderstood, level: read.level,
            municipality: (read.prefecture ?? "") + (read.municipality ?? ""), town: read.town ?? "", rest: read.rest,
            confidence: read.confidence, candidates: read.alternatives.compactMap(places.name))
    }
}

extension ReviewedAddresses.Reading {
    fileprivate var reason: DoubtfulAddress.Reason {
        if notUnderstood != nil { return .answerNotFound }
        if read.level >= .town { return .uncertain }
        return read.alternatives.isEmpty ? .notFound : .severalPlaces
    }

    /// What is to be said about an address; `nil` where it is beyond doubt.
    func finding(of address: String, at location: CellLocation) -> Finding? {
        guard isDoubtful else {
            return read.level < .town ? Finding(.info, .addressLeftOpen, at: location, found: address) : nil
        }
        return switch reason {
        case .notFound: Finding(.warning, .addressNotFound, at: location, found: address)
        case .severalPlaces:
            Finding(
                .warning, .addressAmbiguous, at: location, found: address,
                expected: read.alternatives.joined(separator: ", "))
        case .uncertain:
            Finding(
                .warning, .addressDoubtful, at: location, found: address,
                expected: (read.municipality ?? "") + (read.town ?? ""))
        case .answerNotFound:
            Finding(
                .warning, .addressAnswerNotFound, at: location, found: address, expected: notUnderstood ?? "")
        }
    }
}
