import Model

extension SurveyTables {
    /// The rows of each question, in the order in which the questions come; how many answered at all is none of them.
    var questions: [[TabulationRow]] {
        var order: [String: Int] = [:]
        var groups: [[TabulationRow]] = []
        for row in rows where !row.isResponse {
            if let index = order[row.questionID] {
                groups[index].append(row)
            } else {
                order[row.questionID] = groups.count
                groups.append([row])
            }
        }
        return groups
    }
}

extension TabulationRow {
    /// Whether it says how many answered at all, not what.
    var isResponse: Bool { questionID == "response" }
}
