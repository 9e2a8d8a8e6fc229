import Model

/// The cross-tables as one: below each question how many were asked and a line for each option, beside them a column for
/// each option of the questions that it is crossed with.
struct CrossTable {
    struct Column {
        let questionID: String
        /// The question on a line of its own: `団体の種類：⏎NPO法人`.
        let title: String
    }

    /// A number of a line, with how many it is a share of.
    struct Cell {
        /// `nil` where nobody was asked.
        let percent: Double?
        let base: Int
    }

    struct Line {
        let option: String
        /// Of all who were asked; then by column, `nil` below the question's own options.
        let all: Cell
        let cells: [Cell?]
    }

    struct Block {
        let questionID: String
        let question: String
        let lines: [Line]
    }

    private struct Key: Hashable {
        let by: String
        let byOption: String
        let question: String
        let option: String
    }

    let columns: [Column]
    let blocks: [Block]

    init(_ tables: SurveyTables) {
        var keys: [(question: String, option: String)] = []
        var columns: [Column] = []
        var cells: [Key: Cell] = [:]
        for cross in tables.crosses {
            if keys.last.map({ $0 != (cross.byQuestionID, cross.byOptionID) }) ?? true {
                keys.append((cross.byQuestionID, cross.byOptionID))
                columns.append(
                    Column(questionID: cross.byQuestionID, title: "\(cross.byQuestion)：\n\(cross.byOption)"))
            }
            let key = Key(
                by: cross.byQuestionID, byOption: cross.byOptionID, question: cross.cell.questionID,
                option: cross.cell.optionID)
            cells[key] = Cell(percent: cross.cell.sharePercent, base: cross.cell.base)
        }
        self.columns = columns
        blocks = tables.questions.map { rows in
            Block(
                questionID: rows.first?.questionID ?? "", question: rows.first?.question ?? "",
                lines: rows.map { row in
                    Line(
                        option: row.option, all: Cell(percent: row.sharePercent, base: row.base),
                        cells: keys.map { key in
                            cells[
                                Key(
                                    by: key.question, byOption: key.option, question: row.questionID,
                                    option: row.optionID)]
                        })
                })
        }
    }
}
