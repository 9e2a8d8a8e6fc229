internal import Analysis
internal import Model
internal import Store
internal import Survey
internal import Text

/// Names, bounds and costs of `wave.yaml`, and whom the ledger keeps, as constraints on candidates, and in words.
struct InvitationConstraints {
    /// What `wave.yaml` names, found again.
    struct Resolved {
        var must: [String] = []
        /// Whom the ledger waits for; not of `wave.yaml`.
        var waiting: [String] = []
        var mustNot: [String] = []
        var costs: [String: Double] = [:]
    }

    let constraints: CoverConstraints
    private let description: ShortlistDescription
    private let names: [String]
    /// Candidates that only the ledger includes.
    private let waiting: Set<Int>

    /// - Parameter size: K.
    /// - Throws: `StageError` with every value of a bound that there is none of.
    init(
        _ description: ShortlistDescription, size: Int, _ resolved: Resolved, model: InvitationModel,
        inputs: WaveInputs, profiles: [String: OrganizationProfile]
    ) throws(StageError) {
        self.description = description
        names = model.rows.map { profiles[$0.organizationID]?.organization.name ?? "" }
        let must = Set(resolved.must.compactMap { model.places[$0] })
        waiting = Set(resolved.waiting.compactMap { model.places[$0] }).subtracting(must)
        keepsWaiting = !resolved.waiting.isEmpty
        var constraints = CoverConstraints(
            size: size, budget: description.budget,
            costs: description.budget == nil
                ? [] : model.rows.map { resolved.costs[$0.organizationID] ?? description.costEach ?? 0 },
            included: must.union(waiting),
            excluded: Set(resolved.mustNot.compactMap { model.places[$0] }))
        var problems: [Problem] = []
        let unpriced = model.rows.count { resolved.costs[$0.organizationID] == nil }
        if description.budget != nil, description.costEach == nil, unpriced > 0 {
            problems.append(
                Problem(
                    .costMissing, at: description.location ?? CellLocation(file: WaveInputs.waveFile),
                    found: "\(unpriced)", expected: "cost_each"))
        }
        let finder = BoundMembers(model: model, inputs: inputs, profiles: profiles)
        for (bounds, isLower) in [(description.atLeast, true), (description.atMost, false)] {
            for bound in bounds {
                do throws(StageError) {
                    constraints.groups.append(
                        CoverConstraints.Group(
                            members: try finder.members(bound), atLeast: isLower ? bound.count : 0,
                            atMost: isLower ? nil : bound.count))
                } catch {
                    problems += error.problems
                }
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        self.constraints = constraints
    }

    /// Whether those that the ledger waits for are included.
    let keepsWaiting: Bool

    /// All of `wave.yaml` but the size.
    var all: [CoverConstraints.Constraint] {
        constraints.all.dropFirst().filter { constraint in
            if case .included(let candidate) = constraint { !waiting.contains(candidate) } else { true }
        }
    }

    func text(_ constraint: CoverConstraints.Constraint) -> String {
        let bounds = description.atLeast + description.atMost
        return switch constraint {
        case .size: "\(constraints.size)団体まで"
        case .budget: "費用の合計が\(ShortestNumber.text(constraints.budget ?? 0))円以下"
        case .included(let candidate): "「\(names[candidate])」を必ず含める"
        case .excluded(let candidate): "「\(names[candidate])」を含めない"
        case .atLeast(let group): "\(Self.subject(bounds[group]))が\(bounds[group].count)団体以上"
        case .atMost(let group): "\(Self.subject(bounds[group]))が\(bounds[group].count)団体以下"
        }
    }

    private static func subject(_ bound: ShortlistDescription.Bound) -> String {
        switch bound.kind {
        case .area: "\(bound.value.text)で活動する団体"
        case .theme, .supportType: "「\(bound.value.text)」の団体"
        case .organizationType, .legalForm: "種類が「\(bound.value.text)」の団体"
        }
    }

    func failure(_ conflict: CoverConflict) -> StageError {
        StageError(
            .constraintsClash, at: description.location ?? CellLocation(file: WaveInputs.waveFile, column: "shortlist"),
            found: "", expected: conflict.constraints.map { text($0) }.joined(separator: "、"))
    }
}

/// Who is of the kind that a bound speaks of.
private struct BoundMembers {
    let model: InvitationModel
    let inputs: WaveInputs
    let profiles: [String: OrganizationProfile]

    /// Indices of candidates; there may be none.
    /// - Throws: `StageError` when there is no such area, theme, type or form at all.
    func members(_ bound: ShortlistDescription.Bound) throws(StageError) -> [Int] {
        switch bound.kind {
        case .area:
            let code = try id(bound, among: inputs.reportAreas.map { ($0.code, [$0.name]) })
            return candidates { $0.areaCodes.contains(code) }
        case .theme:
            let id = try id(bound, among: inputs.taxonomy.themes.map { ($0.id, [$0.label]) })
            return candidates { $0.themeIDs.contains(id) }
        case .supportType:
            let id = try id(bound, among: inputs.taxonomy.supportTypes.map { ($0.id, [$0.label]) })
            return candidates { $0.supportTypeIDs.contains(id) }
        case .organizationType:
            let options = inputs.questionnaire.first(.organizationType)?.options ?? []
            let id = try id(bound, among: options.map { ($0.id, [$0.label] + $0.alsoWritten) })
            return candidates { $0.organizationType == id }
        case .legalForm:
            let forms = inputs.reference.legalFormLabels.sorted { $0.key < $1.key }
            let id = try id(bound, among: forms.map { ($0.key, [$0.value]) })
            return candidates { profiles[$0.organizationID]?.organization.legalForm == id }
        }
    }

    private func candidates(_ isMember: (ReachRow) -> Bool) -> [Int] {
        model.rows.indices.filter { isMember(model.rows[$0]) }
    }

    private func id(
        _ bound: ShortlistDescription.Bound, among known: [(id: String, names: [String])]
    ) throws(StageError) -> String {
        let key = NearestNames.titleKey(bound.value.text)
        let found = known.first { entry in
            entry.id == bound.value.text || entry.names.contains { NearestNames.titleKey($0) == key }
        }
        if let found { return found.id }
        let names = known.compactMap(\.names.first)
        let nearest = NearestNames.nearest(to: bound.value.text, among: names)
        throw StageError(
            .valueUnknown, at: bound.value.location, found: bound.value.text,
            expected: (nearest.isEmpty ? names : nearest).joined(separator: ", "))
    }
}
