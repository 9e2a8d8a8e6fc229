internal import Model
internal import Survey
internal import Text

/// An entry of the ledger of `planner.xlsx` as a row of `decisions.csv` has it.
///
/// The second subject is `wave=r6;invited_on=2025-01-10;…`, without fields that are blank; in a value, `\` stands before
/// `;` and `\`. 備考 is the note of the row.
struct InvitationStatement {
    /// Why a row can't be read.
    struct Unreadable: Error {
        let found: String
        let expected: String
    }

    /// The verdict of a row that says: the entry was cleared.
    static let withdrawn = "withdrawn"
    static let verdicts = InvitationEntry.Decision.allCases.map(\.rawValue) + [withdrawn]

    private enum Field: String, CaseIterable {
        case wave, reason
        case caller = "invited_by"
        case invitedOn = "invited_on"
        case method = "invitation_method"
        case outcome = "invitation_outcome"
        case leafletConsent = "leaflet_consent"
    }

    /// Whose list it is an answer to.
    let waveID: String
    /// `nil` for one that was cleared.
    let entry: InvitationEntry?

    // MARK: Writing

    var verdict: String { entry?.decision.rawValue ?? Self.withdrawn }
    var note: String { entry?.note ?? "" }
    var subject: String { Self.text { value(of: $0) } }

    private func value(of field: Field) -> String {
        switch field {
        case .wave: waveID
        case .reason: entry?.reason ?? ""
        case .caller: entry?.caller ?? ""
        case .invitedOn: entry?.invitedOn?.description ?? ""
        case .method: entry?.method ?? ""
        case .outcome: entry?.outcome ?? ""
        case .leafletConsent: entry?.leafletConsent.map { $0 ? "○" : "×" } ?? ""
        }
    }

    private static func text(_ value: (Field) -> String) -> String {
        Field.allCases.compactMap { field in
            let value = value(field)
            let escaped = value.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
            return value.isEmpty ? nil : "\(field.rawValue)=\(escaped)"
        }.joined(separator: ";")
    }
}

// MARK: Reading

extension InvitationStatement {
    /// - Throws: `Unreadable` for a row that a person changed into something else.
    init(_ row: DecisionRecord) throws(Unreadable) {
        let values = Self.values(row.subjectB)
        func value(_ field: Field) -> String { values[field] ?? "" }
        func read<Value>(_ field: Field, _ expected: String, _ read: (String) -> Value?) throws(Unreadable) -> Value? {
            let text = value(field)
            if text.isEmpty { return nil }
            guard let value = read(text) else {
                throw Unreadable(found: "\(field.rawValue)=\(text)", expected: expected)
            }
            return value
        }
        waveID = value(.wave)
        guard !waveID.isEmpty else { throw Unreadable(found: row.subjectB, expected: "wave=…") }
        guard row.verdict != Self.withdrawn else {
            entry = nil
            return
        }
        guard let decision = InvitationEntry.Decision(rawValue: row.verdict) else {
            throw Unreadable(found: row.verdict, expected: Self.verdicts.joined(separator: ", "))
        }
        let day = try read(.invitedOn, JapaneseDate.examples) { JapaneseDate.parse($0)?.date }
        let consent = try read(.leafletConsent, Marks.examples, Marks.meaning)
        _ = try read(.outcome, InvitationOutcome.examples, InvitationOutcome.init(written:))
        entry = InvitationEntry(
            decision: decision, reason: value(.reason), caller: value(.caller), invitedOn: day,
            method: value(.method), outcome: value(.outcome), leafletConsent: consent, note: row.note)
    }

    /// The wave that a second subject speaks of; empty where it names none.
    static func wave(ofSubject text: String) -> String { values(text)[.wave] ?? "" }

    /// The second subject without free texts for which `isGone` holds.
    static func subject(_ text: String, without isGone: (String) -> Bool) -> String {
        let values = values(text)
        guard [.reason, .caller, .method, .outcome].contains(where: { values[$0].map(isGone) == true }) else {
            return text
        }
        return Self.text { field in values[field].flatMap { isGone($0) ? nil : $0 } ?? "" }
    }

    private static func values(_ text: String) -> [Field: String] {
        var values: [Field: String] = [:]
        for piece in pieces(text) {
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let field = Field(rawValue: Width.trimmed(String(parts[0]))) else { continue }
            values[field] = Width.trimmed(String(parts[1]))
        }
        return values
    }

    private static func pieces(_ text: String) -> [String] {
        var pieces = [String.UnicodeScalarView()]
        var isEscaped = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\" where !isEscaped: isEscaped = true
            case ";" where !isEscaped: pieces.append(String.UnicodeScalarView())
            default:
                pieces[pieces.count - 1].append(scalar)
                isEscaped = false
            }
        }
        return pieces.map { String($0) }
    }
}
