internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Store
internal import Survey
internal import Text

/// An organisation that is to be forgotten, with everything that registers hold of it.
struct KnownOrganization {
    /// Of now and of before merges.
    let ids: Set<String>
    let isInRegister: Bool
    /// As `RecordKeys` compares them.
    private(set) var names: Set<String> = []
    /// What only its records say.
    private(set) var facts: Set<String> = []
    private(set) var mentions = Mentions([], unlike: [], otherNames: [])
    /// Rows of the files that its records were read from.
    private(set) var inputRows: [CellLocation] = []
    /// Rows in which others speak of it.
    private(set) var mentionsByOthers: [CellLocation] = []
    private var writtenNames: Set<String> = []
    private var contentKeys: Set<String> = []
    private var addresses: Set<String> = []
    private var texts: Set<String> = []

    /// - Parameter outputs: the first one says what the id means.
    init(_ id: String, in outputs: [KnownOutput]) {
        var ids: Set<String> = [id]
        // Who is an organisation of its own by now is not drawn in by what was merged once.
        let apart = (outputs.first?.organizationIDs ?? []).subtracting([id])
        for (position, output) in outputs.enumerated() {
            for (alias, current) in output.aliases {
                if alias == id, position == 0 || !apart.contains(current) { ids.insert(current) }
            }
        }
        var before: Int
        repeat {
            before = ids.count
            for (alias, current) in outputs.flatMap(\.aliases) {
                if ids.contains(current), !apart.contains(alias) { ids.insert(alias) }
                if ids.contains(alias), !apart.contains(current) { ids.insert(current) }
            }
        } while ids.count > before
        self.ids = ids
        isInRegister = outputs.contains { output in output.records.contains { ids.contains($0.organizationID) } }
    }

    /// Reads what identifies it, and what tells it from all others.
    mutating func gather(
        from outputs: [KnownOutput], _ scope: ForgottenSubject.Scope, reference: ReferenceData
    ) {
        let records = outputs.flatMap(\.records)
        let own = records.filter { ids.contains($0.organizationID) }
        let others = records.filter { !ids.contains($0.organizationID) }
        let ownKeys = own.map { RecordKeys($0.record, reference) }
        names = Set(ownKeys.map(\.name))
        facts = RecordKeys.telling(ownKeys, from: others.map { RecordKeys($0.record, reference) })
        writtenNames = Set(own.map(\.record.name))
        contentKeys = Set(own.map(\.contentKey))
        func addresses(_ records: [EarlierRecord]) -> Set<String> {
            Set(records.map { LinkRecord.address(inContentKey: $0.contentKey) })
        }
        self.addresses = addresses(own).subtracting(addresses(others)).subtracting([""])

        let held = outputs.flatMap(\.held)
        let ownHeld = held.filter { ids.contains($0.organizationID) }
        let otherHeld = held.filter { !ids.contains($0.organizationID) }
        func texts(_ held: [HeldText]) -> Set<String> {
            Set(held.filter { $0.field == nil }.map { TextReview.key($0.text) })
        }
        self.texts = texts(ownHeld).subtracting(texts(otherHeld))
        let ownNames = Set(own.map(\.record.name) + own.map { LinkRecord.name(inContentKey: $0.contentKey) })
        let otherNames = Set(others.map(\.record.name) + others.map { LinkRecord.name(inContentKey: $0.contentKey) })
        let identifying = scope == .contacts ? RecordField.contacts : Self.identifying
        var said = Set(ownHeld.filter { $0.field.map(identifying.contains) ?? false }.map(\.text))
        said.formUnion(own.flatMap { record in identifying.compactMap { record.record[$0] } })
        if scope == .organization {
            said.formUnion(ids.union(ownNames))
            said.formUnion(ownHeld.filter { $0.field == nil && $0.text.count >= Self.longText }.map(\.text))
        }
        mentions = Mentions(
            said,
            unlike: otherNames.union(otherHeld.map(\.text)).union(others.flatMap(\.record.fields.values)),
            otherNames: otherNames)
        let named = Mentions(ownNames, unlike: otherNames, otherNames: otherNames)
        mentionsByOthers = Self.places(otherHeld.filter { $0.field != .name && named.isIn($0.text) }.map(\.reference))
        inputRows = inputRows(own, wave: outputs.first?.wave ?? "")
    }

    /// Fields whose value names it or a person of it.
    private static let identifying: [RecordField] =
        [.name, .nameKana, .address, .corporateNumber] + RecordField.contacts
    /// In characters: a free text that is quoted can be recognised; a shorter one many can have written.
    private static let longText = 8

    private static func places(_ references: [RecordReference]) -> [CellLocation] {
        Set(references).sorted().map(\.location)
    }

    private func inputRows(_ own: [EarlierRecord], wave: String) -> [CellLocation] {
        let rows = own.map { earlier in
            let reference = earlier.record.reference
            return RecordReference(
                file: earlier.waveID == wave ? reference.file : "\(earlier.waveID):\(reference.file)",
                sheet: reference.sheet, row: reference.row)
        }
        return Self.places(rows)
    }

    // MARK: Whether something is of it

    /// Whether there is anything of it to be taken out.
    func isIn(_ output: KnownOutput, _ scope: ForgottenSubject.Scope) -> Bool {
        let own = output.records.filter { ids.contains($0.organizationID) }
        guard scope == .contacts else { return !own.isEmpty }
        func isContact(_ held: HeldText) -> Bool { held.field.map(RecordField.contacts.contains) ?? false }
        return own.contains { record in RecordField.contacts.contains { record.record[$0] != nil } }
            || output.held.contains { ids.contains($0.organizationID) && isContact($0) }
    }

    /// Whether it is written like that somewhere.
    func isCalled(_ name: String) -> Bool { writtenNames.contains(name) }

    func isOwn(contentKey: String) -> Bool { contentKeys.contains(contentKey) }

    /// - Parameter address: as content keys hold it. One that others have as well is not its own.
    func isOwn(address: String) -> Bool { addresses.contains(address) }

    /// - Parameter text: one that others wrote as well is not its own.
    func isOwn(text: String) -> Bool { texts.contains(TextReview.key(text)) }

    func isOwn(_ reference: RecordReference, in output: KnownOutput) -> Bool {
        output.records.contains {
            $0.waveID == output.wave && $0.record.reference == reference && ids.contains($0.organizationID)
        }
    }
}
