import Model

extension DelimitedTable {
    /// `tabulation.csv`: one row for each question and option.
    static func tabulation(_ report: RunReport) -> DelimitedTable {
        DelimitedTable(
            path: "tabulation.csv",
            header: [
                "question_id", "question", "option", "count", "base", "share_percent", "weighted_percent",
                "ci_low_percent", "ci_high_percent", "answered",
            ],
            rows: report.tabulation.map {
                [
                    $0.questionID, $0.question, $0.option, String($0.count), String($0.base),
                    MachineText.number($0.sharePercent), MachineText.number($0.weightedPercent),
                    MachineText.number($0.lowPercent), MachineText.number($0.highPercent), String($0.answered),
                ]
            })
    }

    /// `coverage.csv`: one row a cell; `theme` or `support_type` is empty where the cell speaks of all of them.
    static func coverage(_ report: RunReport, labels: LabelBook) -> DelimitedTable {
        DelimitedTable(
            path: "coverage.csv",
            header: [
                "area_code", "area", "theme", "support_type", "need", "member_count", "known_count",
                "expected_unknown", "gap_kind", "inferred", "theme_id", "support_type_id",
            ],
            rows: report.coverage.map { cell in
                [
                    cell.key.areaCode, labels.area(cell.key.areaCode), labels.theme(cell.key.themeID),
                    labels.supportType(cell.key.supportTypeID), MachineText.number(cell.need),
                    String(cell.memberCount), String(cell.knownCount), MachineText.number(cell.expectedUnknown),
                    cell.gap.rawValue, MachineText.boolean(cell.isInferred), cell.key.themeID ?? "",
                    cell.key.supportTypeID ?? "",
                ]
            })
    }

    /// `shortlist.csv`: one row a pick, in the order of the list.
    static func shortlist(_ picks: [ExplainedShortlist.Pick]) -> DelimitedTable {
        DelimitedTable(
            path: "shortlist.csv",
            header: [
                "rank", "organization_id", "name", "expected_gain", "cumulative_gain", "share_of_gap_closed",
                "reasons", "stability",
            ],
            rows: picks.map { pick in
                let candidate = pick.candidate
                return [
                    String(candidate.rank), candidate.organizationID, pick.name,
                    MachineText.number(candidate.expectedGain), MachineText.number(candidate.cumulativeGain),
                    MachineText.number(candidate.shareOfGapClosed), MachineText.list(pick.reasons),
                    MachineText.number(pick.stability),
                ]
            })
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
