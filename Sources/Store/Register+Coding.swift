internal import GRDB
public import Model
internal import Queries

extension Register {
    /// Free texts about activities that the records hold, each wording once.
    public func codedTexts() throws(StageError) -> [String] {
        try rows(.identityCodedTexts).map { $0["text"] }
    }
}

/// Writes what free texts were taken for.
struct CodingInsertion {
    let db: Database
    let content: RegisterContent

    func run() throws {
        let texts = try Inserter(
            db, "coded_text", ["coded_text_id", "record_id", "question_id", "subject", "text", "coding"])
        let codes = try Inserter(
            db, "coded_text_code", ["coded_text_id", "position", "code_id", "standing", "score", "words", "rules"])
        var id = 0
        for (offset, linked) in content.records.enumerated() {
            for text in linked.texts {
                id += 1
                try texts.insert([
                    id, offset + 1, text.questionID, text.subject.rawValue, text.text, text.coding.outcome.name,
                ])
                for (position, code) in text.coding.codes.enumerated() {
                    try codes.insert([
                        id, position, code.id, code.standing.rawValue, code.score,
                        code.evidence.map(\.words).joined(separator: ";"),
                        code.evidence.map(\.rule.rawValue).joined(separator: ";"),
                    ])
                }
            }
        }
    }
}
