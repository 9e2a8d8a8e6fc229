import Foundation
import Model
import Reporting
import Survey
import Tabular
import TestSupport
import Testing

/// The reference names every key, value, column and finding that there is.
@Suite("Documentation")
struct DocumentationTests {
    private func page(_ name: String) throws -> String {
        try String(contentsOf: RepositoryFolder.root.appending(path: "docs/reference/\(name)"), encoding: .utf8)
    }

    @Test("every key of wave.yaml, and every value that a key can have")
    func waveKeys() throws {
        let text = try page("wave-yaml.md")
        let values =
            RecordField.allCases.map(\.rawValue) + Role.allCases.map(\.rawValue) + Area.Kind.allCases.map(\.rawValue)
            + TextEncoding.allCases.map(\.rawValue) + SourceDescription.Coding.allCases.map(\.rawValue)
        for key in ConfigKeys.waveFileMappings.flatMap({ $0 }) + values {
            #expect(text.contains("`\(key)`"), "\(key)")
        }
    }

    @Test("every key of codebook.yaml, and every value that a key can have")
    func codebookKeys() throws {
        let text = try page("codebook-yaml.md")
        let values =
            Question.Kind.allCases.map(\.rawValue) + QuestionConcept.allCases.map(\.rawValue)
            + ServiceAreaKind.allCases.map(\.rawValue)
        for key in ConfigKeys.codebookFileMappings.flatMap({ $0 }) + values {
            #expect(text.contains("`\(key)`"), "\(key)")
        }
    }

    @Test("every finding")
    func findings() throws {
        let text = try page("findings.md")
        for code in ProblemCode.allCases { #expect(text.contains("`\(code.rawValue)`"), "\(code.rawValue)") }
    }

    @Test("every file that a run leaves, and every column of its tables")
    func outputs() throws {
        let text = try page("outputs.md")
        let wave = try WaveFolder()
        #expect(try Program.run(["run", wave.path, "--out", wave.out.path]).status == 0)
        for path in try wave.out.contents().keys.sorted() {
            #expect(text.contains("`\(path)`"), "\(path)")
            guard path.hasSuffix(".csv") else { continue }
            let reader = try TableReader(path: wave.out.appending(path: path).path, name: path)
            var row = Row()
            #expect(try reader.next(into: &row))
            for index in 0..<row.count { #expect(text.contains("`\(row[index])`"), "\(path): \(row[index])") }
        }
    }
}
