import Model

/// `shortlist_summary.json`: how good the combination is and under which conditions it was found.
struct ShortlistSummary {
    static let path = "shortlist_summary.json"
    private let shortlist: ExplainedShortlist

    init(_ shortlist: ExplainedShortlist) { self.shortlist = shortlist }

    var bytes: [UInt8] {
        let result = shortlist.shortlist
        let object = JSONText.object([
            ("objective", JSONText.number(result.objective)),
            ("upper_bound", JSONText.number(result.upperBound)),
            ("optimality_gap", JSONText.number(result.optimalityGapPercent)),
            ("method", JSONText.string(result.method)),
            ("k", String(result.size)),
            ("time_limit_struck", String(result.isCutByTime)),
            ("candidates", String(shortlist.candidateCount)),
            ("preset", JSONText.string(shortlist.preset.rawValue)),
            ("preset_label", JSONText.string(shortlist.preset.label)),
            ("aims", JSONText.array(shortlist.aims.map(aim))),
            ("constraints", JSONText.array(shortlist.constraints.map(constraint))),
            ("joining", joining),
            ("curve", JSONText.array(shortlist.curve.map(point))),
            ("make_up", makeUp),
            ("samples", String(shortlist.sampleCount)),
            ("note", JSONText.string(FixedWording.shortlistCaveat)),
        ])
        return Array((object + "\n").utf8)
    }

    private func aim(_ aim: ShortlistAim) -> String {
        JSONText.line([
            ("aim", JSONText.string(aim.key)), ("name", JSONText.string(aim.name)),
            ("value", JSONText.number(aim.value)), ("upper_bound", JSONText.number(aim.upperBound)),
            ("open", JSONText.number(aim.total)), ("proven", String(aim.isProven)),
        ])
    }

    private func constraint(_ constraint: ExplainedShortlist.Constraint) -> String {
        JSONText.line([
            ("constraint", JSONText.string(constraint.name)),
            ("price", constraint.price.map(JSONText.string) ?? "null"),
        ])
    }

    /// For many together, never for one organisation.
    private var joining: String {
        let joining = shortlist.joining
        let source: String =
            switch joining.basis {
            case .nothing: "none"
            case .stated: "wave_yaml"
            case .ledger: "ledger"
            }
        return JSONText.line([
            ("source", JSONText.string(source)), ("invited", String(joining.invited)),
            ("joined", String(joining.joined)), ("mean", JSONText.number(joining.mean)),
            ("low", joining.interval.map { JSONText.number($0.lowerBound) } ?? "null"),
            ("high", joining.interval.map { JSONText.number($0.upperBound) } ?? "null"),
            ("other_chance", shortlist.otherChance.map { JSONText.number($0.chance) } ?? "null"),
            ("picks_kept_with_other_chance", shortlist.otherChance.map { String($0.kept) } ?? "null"),
        ])
    }

    private func point(_ point: ShortlistCurvePoint) -> String {
        JSONText.line([
            ("k", String(point.size)), ("share", JSONText.number(point.share)),
            ("upper_bound", JSONText.number(point.upperBound)),
        ])
    }

    private var makeUp: String {
        func parts(_ parts: [ShortlistMakeUp.Part]) -> String {
            JSONText.array(
                parts.map {
                    JSONText.line([
                        ("name", JSONText.string($0.name)), ("picks", String($0.count)),
                        ("candidates", String($0.candidateCount)),
                    ])
                })
        }
        let makeUp = shortlist.makeUp
        return JSONText.line([
            ("organization_types", parts(makeUp.organizationTypes)), ("legal_forms", parts(makeUp.legalForms)),
            ("area_ranges", parts(makeUp.areaRanges)),
            ("areas", parts(makeUp.areas)),
        ])
    }
}
