import Model

extension DelimitedTable {
    /// `tabulation.csv`: one row for each question and option.
    static func tabulation(_ rows: [TabulationRow]) -> DelimitedTable {
        DelimitedTable(
            path: "tabulation.csv",
            header: [
                "question_id", "question", "option", "count", "base", "share_percent", "weighted_percent",
                "ci_low_percent", "ci_high_percent", "answered", "no_answer", "option_id", "bound_low_percent",
                "bound_high_percent",
            ],
            rows: rows.map { row in
                [
                    row.questionID, row.question, row.option, String(row.count), String(row.base),
                    MachineText.number(row.sharePercent), MachineText.number(row.weighted?.percent),
                    MachineText.number(row.weighted?.interval.low), MachineText.number(row.weighted?.interval.high),
                    String(row.answered), String(row.base - row.answered), row.optionID,
                    MachineText.number(row.bounds?.low), MachineText.number(row.bounds?.high),
                ]
            })
    }

    /// `response.csv`: one row for each part of those who were asked.
    static func response(_ report: RunReport) -> DelimitedTable {
        DelimitedTable(
            path: "response.csv",
            header: ["dimension", "category", "label", "asked", "answered", "unreachable", "rate_percent"],
            rows: report.tables.responses.map { row in
                [
                    row.dimension.rawValue, row.category, row.label, String(row.asked), String(row.answered),
                    String(row.unreachable), MachineText.number(row.ratePercent),
                ]
            })
    }

    /// `coverage.csv`: one row a cell; `theme` or `support_type` is empty where the cell speaks of all of them.
    static func coverage(_ report: RunReport, labels: LabelBook) -> DelimitedTable {
        DelimitedTable(
            path: "coverage.csv",
            header: [
                "area_code", "area", "theme", "support_type", "need", "member_count", "known_count",
                "expected_unknown", "gap_kind", "inferred", "theme_id", "support_type_id", "expected_low",
                "expected_high", "probability_of_nobody", "gap_kind_if_less_inclined", "member_with_case_count",
                "known_with_case_count", "gap_kind_with_cases_only", "member_blank_count", "wide_count", "need_low",
                "need_high",
            ],
            rows: report.coverage.map { cell in
                [
                    cell.key.areaCode, labels.area(cell.key.areaCode), labels.theme(cell.key.themeID),
                    labels.supportType(cell.key.supportTypeID), MachineText.number(cell.need),
                    String(cell.memberCount), String(cell.knownCount), MachineText.number(cell.expectedUnknown),
                    cell.gap.rawValue, MachineText.boolean(cell.isInferred), cell.key.themeID ?? "",
                    cell.key.supportTypeID ?? "", String(cell.expectedInterval.lowerBound),
                    String(cell.expectedInterval.upperBound), MachineText.number(cell.probabilityOfNobody),
                    cell.gapIfLessInclined?.rawValue ?? "",
                    cell.speaksOfCases ? String(cell.counts.membersWithCase) : "",
                    cell.speaksOfCases ? String(cell.counts.knownWithCase) : "",
                    cell.gapWithCasesOnly?.rawValue ?? "", String(cell.counts.membersBlank),
                    String(cell.counts.wide), MachineText.number(cell.needRange?.lowerBound),
                    MachineText.number(cell.needRange?.upperBound),
                ]
            })
    }

    /// `followup.csv`: one row for each organisation that did not answer; first whose answer can be expected to settle most.
    static func followUps(_ presentation: Presentation) -> DelimitedTable {
        DelimitedTable(
            path: "followup.csv",
            header: [
                "rank", "organization_id", "name", "organization_type", "municipality_code", "section",
                "expected_settled_need", "share_of_unknown_need", "expected_settled_pair_need",
                "share_of_unknown_pair_need",
            ],
            rows: presentation.followUps.map { entry in
                [
                    String(entry.rank), entry.followUp.organizationID, entry.name, entry.type, entry.municipalityCode,
                    entry.section, MachineText.number(entry.followUp.settledNeed),
                    MachineText.number(entry.followUp.shareOfUnknown),
                    MachineText.number(entry.followUp.settledPairNeed),
                    MachineText.number(entry.followUp.shareOfUnknownPairs),
                ]
            })
    }

    /// `sensitivity.csv`: one row for each assumption and gap kind, over the cells of area and theme.
    static func sensitivity(_ report: RunReport) -> DelimitedTable {
        DelimitedTable(
            path: "sensitivity.csv", header: ["assumption", "gap_kind", "cell_count", "need_share"],
            rows: report.sensitivity.flatMap { sensitivity in
                sensitivity.shares.map { share in
                    [
                        sensitivity.assumption.rawValue, share.kind.rawValue, String(share.cellCount),
                        MachineText.number(share.needShare),
                    ]
                }
            })
    }

    /// `shortlist.csv`: one row a pick, in the order of the list.
    static func shortlist(_ picks: [ExplainedShortlist.Pick]) -> DelimitedTable {
        DelimitedTable(
            path: "shortlist.csv",
            header: [
                "rank", "organization_id", "name", "expected_gain", "cumulative_gain", "share_of_gap_closed",
                "reasons", "stability", "if_declined", "evidence", "uncertain", "new_cells", "only_cells", "loss",
                "substitutes", "tied_with",
            ],
            rows: picks.map { pick in
                let candidate = pick.candidate
                return [
                    String(candidate.rank), candidate.organizationID, pick.name,
                    MachineText.number(candidate.expectedGain), MachineText.number(candidate.cumulativeGain),
                    MachineText.number(candidate.shareOfGapClosed), MachineText.list(pick.reasons),
                    MachineText.number(pick.stability), MachineText.list(pick.ifDeclined),
                    MachineText.list(pick.evidence), MachineText.list(pick.uncertain), cells(candidate.newCells),
                    cells(candidate.onlyCells), MachineText.number(candidate.loss),
                    MachineText.list(candidate.substitutes.sorted()), MachineText.list(candidate.tiedWith),
                ]
            })
    }

    /// `11101/mental_health`: area, then theme and support type where the cell has them.
    private static func cells(_ keys: [CellKey]) -> String {
        MachineText.list(
            keys.map { [$0.areaCode, $0.themeID, $0.supportTypeID].compactMap { $0 }.joined(separator: "/") })
    }

    /// `findings.csv`: one row a finding, in the order in which they were met.
    static func findings(_ findings: [Finding], in language: Language) -> DelimitedTable {
        DelimitedTable(
            path: "findings.csv",
            header: [
                "severity", "source_file", "source_sheet", "source_row", "column", "code", "message", "value",
            ],
            rows: findings.map { finding in
                let location = finding.problem.location
                return [
                    finding.severity.rawValue, location.file, location.sheet ?? "", MachineText.number(location.row),
                    location.column ?? "", finding.problem.code.rawValue, finding.problem.sentence(in: language),
                    finding.problem.found,
                ]
            })
    }
}
