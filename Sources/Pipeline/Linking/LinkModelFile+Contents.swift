internal import Linkage
internal import Model

extension LinkModelFile {
    /// The keys of the file.
    struct Contents: Codable {
        struct Version: Decodable { let version: String }

        let version: String
        let training: Training?
        let weights: Weights

        /// In bits, but for the shares and chances that ``LinkModel`` describes.
        struct Weights: Codable {
            let matched: Double
            let doubled: Double
            let name: [String: Double]
            let contact: [String: Double]
            let representative: [String: Double]
            let corporateNumber: [String: Double]
            let legalForm: [String: Double]
            let unseenNames: [Double]
            let unseenContacts: Double

            enum CodingKeys: String, CodingKey, CaseIterable {
                case matched, doubled, name, contact, representative
                case corporateNumber = "corporate_number"
                case legalForm = "legal_form"
                case unseenNames = "unseen_names"
                case unseenContacts = "unseen_contacts"
            }
        }
    }
}

extension LinkModelFile.Contents.Weights {
    init(_ model: LinkModel) {
        func byName<Agreement: RawRepresentable<String>>(_ weights: [Agreement: Double]) -> [String: Double] {
            Dictionary(uniqueKeysWithValues: weights.map { ($0.key.rawValue, $0.value) })
        }
        self.init(
            matched: model.matched, doubled: model.doubled, name: byName(model.name), contact: byName(model.contact),
            representative: byName(model.representative), corporateNumber: byName(model.corporateNumber),
            legalForm: byName(model.legalForm), unseenNames: model.unseenNames, unseenContacts: model.unseenContacts)
    }

    /// - Throws: `StageError` with every weight that is missing, unknown or out of range.
    func model(file: String) throws(StageError) -> LinkModel {
        var check = Check(file: file)
        var model = LinkModel.shipped
        model.matched = check.share(matched, .matched)
        model.doubled = check.share(doubled, .doubled)
        model.name = check.weights(name, .name)
        model.contact = check.weights(contact, .contact)
        model.representative = check.weights(representative, .representative)
        model.corporateNumber = check.weights(corporateNumber, .corporateNumber)
        model.legalForm = check.weights(legalForm, .legalForm)
        model.unseenNames = check.chances(unseenNames)
        model.unseenContacts = check.chance(unseenContacts, CodingKeys.unseenContacts.rawValue)
        guard check.problems.isEmpty else { throw StageError(check.problems) }
        return model
    }

    /// Takes values over, and notes those that can't be.
    private struct Check {
        let file: String
        private(set) var problems: [Problem] = []

        init(file: String) { self.file = file }

        /// No evidence outweighs this many bits.
        private static let bits = -100.0...100.0
        /// How many others have a name or contact by chance.
        private static let chances = 0.000001...1_000_000.0

        mutating func share(_ value: Double, _ key: CodingKeys) -> Double {
            if !(value > 0 && value <= 1) { note(value, key.rawValue, "0 < x <= 1") }
            return value
        }

        mutating func chance(_ value: Double, _ key: String) -> Double {
            if !Self.chances.contains(value) { note(value, key, "0.000001…1000000") }
            return value
        }

        mutating func chances(_ values: [Double]) -> [Double] {
            let key = CodingKeys.unseenNames.rawValue
            if values.isEmpty {
                problems.append(Problem(.keyMissing, at: CellLocation(file: file), expected: "weights.\(key).0"))
            }
            return values.enumerated().map { chance($1, "\(key).\($0)") }
        }

        mutating func weights<Agreement: RawRepresentable<String> & CaseIterable & Hashable>(
            _ values: [String: Double], _ key: CodingKeys
        ) -> [Agreement: Double] {
            var weights: [Agreement: Double] = [:]
            for agreement in Agreement.allCases {
                let path = "\(key.rawValue).\(agreement.rawValue)"
                guard let value = values[agreement.rawValue] else {
                    problems.append(Problem(.keyMissing, at: CellLocation(file: file), expected: "weights.\(path)"))
                    continue
                }
                if !Self.bits.contains(value) { note(value, path, "-100…100") }
                weights[agreement] = value
            }
            let known = Agreement.allCases.map(\.rawValue)
            for unknown in Set(values.keys).subtracting(known).sorted() {
                problems.append(
                    Problem(
                        .keyUnknown, at: CellLocation(file: file, column: "weights.\(key.rawValue)"), found: unknown,
                        expected: known.joined(separator: ", ")))
            }
            return weights
        }

        private mutating func note(_ value: Double, _ path: String, _ expected: String) {
            problems.append(
                Problem(
                    .valueType, at: CellLocation(file: file, column: "weights.\(path)"), found: "\(value)",
                    expected: expected))
        }
    }
}
