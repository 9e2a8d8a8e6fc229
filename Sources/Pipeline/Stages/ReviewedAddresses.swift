internal import Geo
internal import Model
internal import Text

/// What people decided about an address; the address itself is what the decision is found by.
struct AddressDecision {
    /// The raw values stand in `decisions.csv`.
    enum Verdict: String, CaseIterable {
        /// The place of `subject_b`, one of those that were shown.
        case place
        /// The address of `subject_b`, which a person wrote, is read instead.
        case corrected
        /// Nobody knows; not asked again.
        case unknown
        case undecided
    }

    private(set) var correction: String?
    private(set) var place: String?
    private(set) var isUnknown = false

    /// A later decision about the same address. A corrected address stays what is read, for its lot, when one of the
    /// places that it was read as is chosen.
    mutating func add(_ verdict: Verdict, _ text: String) {
        switch verdict {
        case .corrected: self = AddressDecision(correction: text)
        case .place: self = AddressDecision(correction: correction, place: text)
        case .unknown: self = AddressDecision(correction: correction, isUnknown: true)
        case .undecided: self = AddressDecision(correction: correction)
        }
    }
}

/// Reads addresses, with what people decided about them.
struct ReviewedAddresses {
    /// Below this, a town may be the wrong one, and a person looks at it.
    static let sure = 0.9

    struct Reading {
        let read: ReadAddress
        /// A person has said it, and it was understood.
        let isDecided: Bool
        /// What a person said, where it was not understood.
        let notUnderstood: String?

        var isDoubtful: Bool { !isDecided && (read.level < .town || ReviewedAddresses.isUnsure(read)) }
    }

    private let reader: AddressScanner
    private let decisions: [String: AddressDecision]
    private let variants: CharacterVariants

    /// - Parameter decisions: by the address as content keys hold it.
    init(reader: AddressReader, decisions: [String: AddressDecision], variants: CharacterVariants) {
        self.reader = reader.makeScanner()
        self.decisions = decisions
        self.variants = variants
    }

    func read(_ address: String) -> Reading {
        let decision = decisions.isEmpty ? nil : decisions[AddressText.key(address, variants: variants)]
        let read = reader.read(decision?.correction ?? address)
        guard let decision else { return Reading(read: read, isDecided: false, notUnderstood: nil) }
        if decision.isUnknown {
            // A town that was only guessed at doesn't stay.
            return Reading(
                read: read.level < .town ? read : reader.read(""), isDecided: true, notUnderstood: nil)
        }
        if let place = decision.place {
            let chosen = reader.read(place)
            guard Self.isUnderstood(chosen) else {
                return Reading(read: read, isDecided: false, notUnderstood: place)
            }
            return Reading(read: refined(chosen, by: read), isDecided: true, notUnderstood: nil)
        }
        guard let correction = decision.correction else {
            return Reading(read: read, isDecided: false, notUnderstood: nil)
        }
        let isUnderstood = Self.isUnderstood(read)
        return Reading(
            read: read, isDecided: isUnderstood && !Self.isUnsure(read),
            notUnderstood: isUnderstood ? nil : correction)
    }

    /// The place that was chosen, with the lot that the address names.
    private func refined(_ chosen: ReadAddress, by read: ReadAddress) -> ReadAddress {
        if chosen.isSamePlace(as: read) { return read }
        guard !read.rest.isEmpty else { return chosen }
        let complete = reader.read("\(chosen.prefecture ?? "")\(chosen.municipality ?? "")\(read.rest)")
        return chosen.isSamePlace(as: complete) ? complete : chosen
    }

    /// A town, or all that was written: a ward alone says what it says.
    private static func isUnderstood(_ read: ReadAddress) -> Bool {
        read.level >= .town || read.level > .nothing && read.rest.isEmpty
    }

    private static func isUnsure(_ read: ReadAddress) -> Bool {
        !read.alternatives.isEmpty || read.confidence < sure
    }
}

extension ReadAddress {
    fileprivate func isSamePlace(as other: ReadAddress) -> Bool {
        prefectureCode == other.prefectureCode && municipalityCode == other.municipalityCode && town == other.town
    }
}
