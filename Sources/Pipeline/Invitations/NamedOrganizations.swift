internal import FoundationEssentials
internal import Model
internal import Survey
internal import Tabular
internal import Text

/// Organisations that `wave.yaml` and the table of costs name, by id or by name.
struct NamedOrganizations {
    private let ids: Set<String>
    private let byName: [String: [String]]
    private let names: NameNormalizer
    private let allNames: [String]

    init(_ profiles: [OrganizationProfile], names: NameNormalizer) {
        ids = Set(profiles.map(\.organization.id))
        byName = Dictionary(grouping: profiles.map(\.organization), by: { names.normalize($0.name).core })
            .mapValues { $0.map(\.id).sorted() }
        self.names = names
        allNames = profiles.map(\.organization.name).sorted()
    }

    /// - Throws: `StageError` for a name that no organisation has, or several.
    func id(_ written: String, at location: CellLocation) throws(StageError) -> String {
        if ids.contains(written) { return written }
        let found = byName[names.normalize(written).core] ?? []
        if found.count == 1 { return found[0] }
        let expected = found.isEmpty ? NearestNames.nearest(to: written, among: allNames) : found
        throw StageError(
            .organizationNotKnown, at: location, found: written, expected: expected.joined(separator: ", "))
    }

    /// What `wave.yaml` names.
    /// - Throws: `StageError` with every name that isn't known, and everything that is wrong with the table of costs.
    func resolve(
        _ description: ShortlistDescription, costs: (path: String, name: String)?
    ) throws(StageError) -> InvitationConstraints.Resolved {
        var resolved = InvitationConstraints.Resolved()
        var problems: [Problem] = []
        func ids(_ written: [ShortlistDescription.Name]) -> [String] {
            written.compactMap { name in
                do throws(StageError) {
                    return try id(name.text, at: name.location)
                } catch {
                    problems += error.problems
                    return nil
                }
            }
        }
        resolved.must = ids(description.must)
        resolved.mustNot = ids(description.mustNot)
        if let costs {
            do throws(StageError) {
                resolved.costs = try read(costs)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return resolved
    }

    /// Columns 団体名 (or id) and 費用 (yen).
    private func read(_ file: (path: String, name: String)) throws(StageError) -> [String: Double] {
        let nameTitles = ["団体名", "団体", "団体ID", "name", "organization_id", "org"]
        let costTitles = ["費用", "費用（円）", "cost"]
        var table = try ShortlistTable(path: file.path, name: file.name, requiring: [nameTitles, costTitles])
        guard let name = table.column(nameTitles), let cost = table.column(costTitles) else { return [:] }
        var costs: [String: Double] = [:]
        var problems: [Problem] = []
        while try table.next() {
            let text = Width.folded(table.text(cost)).filter { $0 != "," && $0 != "円" }
            guard let number = Double(text), number >= 0, number.isFinite else {
                problems.append(
                    Problem(
                        .valueType, at: table.location(cost), found: table.text(cost), expected: "0 / 20000 / 15,000"))
                continue
            }
            do throws(StageError) {
                let id = try id(table.text(name), at: table.location(name))
                if let known = costs.updateValue(number, forKey: id), known != number {
                    problems.append(
                        Problem(
                            .costTwice, at: table.location(cost), found: table.text(cost),
                            expected: ShortestNumber.text(known)))
                }
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return costs
    }
}
