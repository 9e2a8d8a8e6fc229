import Model

extension DelimitedTable {
    /// `coded_texts.csv`: one row for each free text and code that it was found to speak of; a text without one has a row
    /// of its own. The text of an organisation whose place is withheld may name it and is left out.
    static func codedTexts(_ report: RunReport) -> DelimitedTable {
        let withheld = Set(report.organizations.map(\.organization).filter(\.isLocationWithheld).map(\.id))
        return DelimitedTable(
            path: "coded_texts.csv",
            header: [
                "organization_id", "question_id", "subject", "text", "coding", "code", "code_id", "standing", "score",
                "words", "rule", "source_file", "source_sheet", "source_row",
            ],
            rows: report.texts.flatMap { linked in
                let text = linked.text
                let start = [
                    linked.organizationID, text.questionID, text.subject.rawValue,
                    withheld.contains(linked.organizationID) ? "" : text.text, text.coding.outcome.name,
                ]
                let end = [text.reference.file, text.reference.sheet ?? "", String(text.reference.row)]
                let codes = text.coding.codes.map { code in
                    [
                        report.vocabulary.label(text.subject, code.id), code.id, code.standing.rawValue,
                        MachineText.number((code.score * 100).rounded() / 100),
                        MachineText.list(code.evidence.map(\.words)),
                        MachineText.list(code.evidence.map(\.rule.rawValue)),
                    ]
                }
                return (codes.isEmpty ? [Array(repeating: "", count: 6)] : codes).map { start + $0 + end }
            })
    }
}
