internal import Geo
internal import Model
internal import Survey
internal import Text

/// What organisations allowed to be told of them, and what may be said of how they are found.
struct Publishing {
    let records: [Record]
    let located: [GeocodeStage.Located?]
    /// What the ledgers of the workbook say, by organisation.
    let leafletConsents: [String: [(date: CivilDate?, isGiven: Bool)]]

    /// The latest word on a subject counts; of several of one time, or without a time, all must say yes.
    func consent(_ cluster: [Int], of id: String) -> PublicConsent {
        var stated: [PublicConsent.Subject: Bool] = [:]
        for subject in PublicConsent.Subject.allCases {
            let words = words(on: subject, cluster, id)
            let latest = words.compactMap(\.date).max()
            let deciding = words.filter { $0.date == latest || $0.date == nil }
            guard !deciding.isEmpty else { continue }
            stated[subject] = deciding.allSatisfy(\.isGiven)
        }
        return PublicConsent(stated)
    }

    private func words(
        on subject: PublicConsent.Subject, _ cluster: [Int], _ id: String
    ) -> [(date: LocalDateTime?, isGiven: Bool)] {
        let listed = cluster.filter { records[$0][subject.field] != nil }.map { index in
            (date: records[index].date, isGiven: records[index].mark(subject.field) == true)
        }
        guard subject == .leaflet else { return listed }
        return listed
            + (leafletConsents[id] ?? []).map { (date: $0.date.map { LocalDateTime(date: $0) }, isGiven: $0.isGiven) }
    }

    func details(_ cluster: [Int], _ consent: PublicConsent, isLocationWithheld: Bool) -> PublishedDetails {
        let address =
            consent.allows(.address) && !isLocationWithheld
            ? agreed(.address, .address, cluster) { located[$0]?.reading.read.key } : nil
        let telephone =
            consent.allows(.telephone)
            ? agreed(.telephone, .telephone, cluster) { records[$0][.telephone].flatMap(ContactKeys.telephone) } : nil
        return PublishedDetails(
            nameKana: cluster.lazy.compactMap { records[$0][.nameKana].flatMap(Self.shownKana) }.first ?? "",
            office: address.flatMap(office),
            telephone: telephone.flatMap { records[$0][.telephone] }.flatMap(Self.shownTelephone))
    }

    /// The records whose word on a subject counts.
    private func deciding(_ subject: PublicConsent.Subject, _ cluster: [Int]) -> [Int] {
        let stated = cluster.filter { records[$0][subject.field] != nil }
        let latest = stated.compactMap { records[$0].date }.max()
        return stated.filter { records[$0].date == latest || records[$0].date == nil }
    }

    /// The record with the value that was meant when it was agreed to: a list may know another number than the one that
    /// the organisation wants to be called at.
    ///
    /// - Returns: that of the rows which agreed; where these have none, that of all rows. `nil` where they differ.
    private func agreed(
        _ subject: PublicConsent.Subject, _ field: RecordField, _ cluster: [Int], key: (Int) -> String?
    ) -> Int? {
        let own = deciding(subject, cluster).filter { records[$0][field] != nil }
        let held = own.isEmpty ? cluster.filter { records[$0][field] != nil } : own
        return Set(held.map(key)).count == 1 ? held.first : nil
    }

    private func office(_ record: Int) -> PublishedDetails.Office? {
        guard let address = records[record][.address] else { return nil }
        let postalCode = Self.shownPostalCode(records[record][.postalCode])
        guard let read = located[record]?.reading.read, read.level >= .town else {
            return PublishedDetails.Office(postalCode: postalCode, text: address)
        }
        let names = [read.prefecture, read.municipality, read.town].map { $0 ?? "" }
        let number = read.number.isEmpty ? read.rest : read.number
        return PublishedDetails.Office(
            postalCode: postalCode, text: names.joined() + number, prefecture: names[0], municipality: names[1],
            municipalityCode: read.municipalityCode ?? "", town: names[2], number: number,
            building: read.number.isEmpty ? "" : read.building, latitude: read.latitude, longitude: read.longitude)
    }

    /// A number without what else the cell may hold, such as whose it is; `nil` where it is none.
    private static func shownTelephone(_ text: String) -> String? {
        guard let digits = ContactKeys.telephone(text) else { return nil }
        let folded = Width.folded(text)
        return folded.unicodeScalars.allSatisfy("0123456789-()+".unicodeScalars.contains) ? folded : digits
    }

    /// Full-width katakana; `nil` for a cell that holds anything else.
    private static func shownKana(_ text: String) -> String? {
        var kana = String.UnicodeScalarView()
        for scalar in Width.folded(text).unicodeScalars {
            switch scalar.value {
            // A hiragana stands 60 before its katakana.
            case 0x3041...0x3096: kana.append(Unicode.Scalar(scalar.value + 0x60) ?? scalar)
            case 0x30A1...0x30FC, 0x20, 0x30...0x39: kana.append(scalar)
            default: return nil
            }
        }
        return String(kana)
    }

    private static func shownPostalCode(_ text: String?) -> String {
        text.flatMap(ContactKeys.postalCode).map { "\($0.prefix(3))-\($0.dropFirst(3))" } ?? ""
    }
}
