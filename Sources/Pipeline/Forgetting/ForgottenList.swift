internal import FoundationEssentials
internal import Model
internal import Survey

/// Everybody who isn't to come back, and which records are of them.
struct ForgottenList {
    enum Recognition {
        /// It is of an organisation that is forgotten.
        case organization
        /// It is of an organisation whose contacts are forgotten.
        case contacts
        /// It has no more than the name of an organisation that is forgotten.
        case name
    }

    let subjects: [ForgottenSubject]
    private let reference: ReferenceData
    /// Indices of the subjects that have a name.
    private var subjectsByName: [String: [Int]] = [:]

    /// - Throws: `StageError` when a row can't be read: what it says would come back.
    init(_ rows: [Decisions.Row], reference: ReferenceData) throws(StageError) {
        self.reference = reference
        var subjects: [ForgottenSubject] = []
        for row in rows where row.kind == Decisions.Kind.forget.rawValue {
            guard let subject = ForgottenSubject(row) else {
                throw StageError(
                    .decisionUnreadable, at: CellLocation(file: Decisions.file),
                    found: "\(row.kind) \(row.verdict)",
                    expected: ForgottenSubject.Scope.allCases.map { "forget \($0.rawValue)" }.joined(separator: ", "))
            }
            subjects.append(subject)
        }
        self.subjects = subjects
    }

    /// Whether an id was forgotten as a whole.
    func knows(id: String, _ scope: ForgottenSubject.Scope) -> Bool {
        let key = RecordKeys.key(ofID: id)
        return subjects.contains { ($0.scope == scope || $0.scope == .organization) && $0.has(key) }
    }

    /// - Returns: `nil` for nearly all records.
    mutating func recognition(of record: Record) -> Recognition? {
        guard !subjects.isEmpty else { return nil }
        let keys = RecordKeys(record, reference)
        let named = subjects(named: keys.name)
        guard !named.isEmpty else { return nil }
        let facts = keys.plain + keys.noted
        let found = named.filter { index in facts.contains { subjects[index].has($0) } }
        if found.contains(where: { subjects[$0].scope == .organization }) { return .organization }
        if !found.isEmpty { return .contacts }
        return named.contains { subjects[$0].scope == .organization } ? .name : nil
    }

    private mutating func subjects(named name: String) -> [Int] {
        if name.isEmpty { return [] }
        if let known = subjectsByName[name] { return known }
        var hashes: [[UInt8]: String] = [:]
        let found = subjects.indices.filter { index in
            let salt = subjects[index].salt
            let hash = hashes[salt] ?? ForgottenSubject.hash(name: name, salt: salt)
            hashes[salt] = hash
            return subjects[index].has(nameHash: hash)
        }
        subjectsByName[name] = found
        return found
    }
}

extension ForgottenList {
    /// What is left of a record: all of it for nearly all, none of a forgotten one.
    /// - Parameter findings: what a person should know of the row; never what stands in it.
    mutating func remainder(of record: Record, findings: inout [Finding]) -> Record? {
        let location = record.reference.location
        switch recognition(of: record) {
        case .organization:
            findings.append(Finding(.info, .recordForgotten, at: location))
            return nil
        case .contacts:
            findings.append(Finding(.info, .contactsForgotten, at: location))
            return record.withoutContacts
        case .name:
            findings.append(Finding(.warning, .nameForgotten, at: location))
            return record
        case nil: return record
        }
    }
}

extension Record {
    /// Without the fields by which a person is reached.
    var withoutContacts: Record {
        var record = self
        for field in RecordField.contacts { record.fields[field] = nil }
        return record
    }
}
