import Foundation
import Linkage
import Model
import TestSupport
import Testing

@testable import Pipeline

/// The file that `tsunagi link train` writes and `--model` reads.
@Suite("File of weights")
struct LinkModelFileTests {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    private func encoded(_ model: LinkModel) throws -> String {
        let training = LinkModelFile.Training(
            lists: [.init(file: "名簿.csv", records: 3, sha256: nil)], rounds: 4, converged: true, expectedPairs: 2500)
        return String(decoding: try LinkModelFile(model: model, training: training).encoded(), as: UTF8.self)
    }

    private func read(_ text: String) throws -> LinkModel {
        try LinkModelFile.read(try scratch.write(text, to: "重み.json"))
    }

    @Test("what is written is read again, and the keys stand in the order of the alphabet")
    func roundTrip() throws {
        var model = LinkModel.shipped
        model.name[.slip] = -3.1234
        model.contact[.postalCode] = 4.5
        model.matched = 0.61
        let text = try encoded(model)
        #expect(try read(text) == model)
        let keys = text.matches(of: /\n  "(\w+)"/).map { String($0.output.1) }
        #expect(keys == keys.sorted() && keys == ["training", "version", "weights"])
        #expect(text.contains(#""postal_code" : 4.5"#) && text.contains(#""expected_pairs" : 2500"#))
    }

    @Test("how the weights were made is for people: they are read without it")
    func withoutTraining() throws {
        let text = try encoded(.shipped).replacing(/"training" : \{.*?\n  \},/.dotMatchesNewlines(), with: "")
        #expect(!text.contains("rounds"))
        #expect(try read(text) == .shipped)
    }

    /// A text in the file, what is put in its place, and what is said.
    private static let mistakes: [(text: String, replacement: String, message: String)] = [
        ("{", "", "重み.json：JSON として読めません"),
        (
            #""version" : "1""#, #""version" : "9""#,
            "重み.json「version」：重みの版「9」は使えません（使える版：1）。tsunagi link train で作り直してください"
        ),
        (#""version" : "1","#, "", "重み.json：キー「version」が必要です"),
        (#""version" : "1""#, #""version" : 1"#, "重み.json「version」：値の形が違います。必要な形：String"),
        (#""weights""#, #""waits""#, "重み.json：キー「weights」が必要です"),
        (#""legal_form""#, #""legal_forms""#, "重み.json：キー「weights.legal_form」が必要です"),
        (#""slip" : -4,"#, "", "重み.json：キー「weights.name.slip」が必要です"),
        (#""slip" : -4"#, #""slip" : "-4""#, "重み.json「weights.name.slip」：値の形が違います。必要な形：Double"),
        (#""slip" : -4"#, #""slip" : -4000"#, "重み.json「weights.name.slip」：値「-4000.0」の形が違います。必要な形：-100…100"),
        (#""slip" : -4,"#, #""slip" : -4, "slipp" : 1,"#, "重み.json「weights.name」：キー「slipp」はありません"),
        (#""slip" : -4"#, #""slip" : NaN"#, "重み.json：JSON として読めません"),
        (#""slip" : -4"#, #""slip" : null"#, "重み.json「weights.name.slip」：値の形が違います"),
        (#""matched" : 0.7"#, #""matched" : 0"#, "重み.json「weights.matched」：値「0.0」の形が違います。必要な形：0 < x <= 1"),
        (#""unseen_contacts" : 0.1"#, #""unseen_contacts" : -1"#, "重み.json「weights.unseen_contacts」：値「-1.0」"),
    ]

    @Test("what is wrong with a file is said with its key", arguments: mistakes)
    func mistake(text: String, replacement: String, message: String) throws {
        let whole = try encoded(.shipped)
        #expect(whole.contains(text))
        let error = try #require(throws: StageError.self) {
            try read(whole.replacing(text, with: replacement, maxReplacements: 1))
        }
        let said = error.problems.map { $0.message(in: .japanese) }
        #expect(said.contains { $0.hasPrefix(message) }, "\(said)")
    }

    @Test("all weights that can't be are told at once")
    func severalMistakes() throws {
        let text = try encoded(.shipped).replacing(#""slip" : -4"#, with: #""slip" : 101"#)
            .replacing(#""doubled" : 0.02"#, with: #""doubled" : 2"#).replacing(#""several" : 2.5,"#, with: "")
        let error = try #require(throws: StageError.self) { try read(text) }
        #expect(error.problems.map(\.code) == [.valueType, .valueType, .keyMissing])
    }

    @Test("a file that isn't there, a folder, an empty file and another JSON")
    func noModel() throws {
        for (name, code) in [
            ("none.json", ProblemCode.fileMissing), ("folder", .fileUnreadable), ("empty.json", .jsonSyntax),
            ("list.json", .valueType), ("table.csv", .jsonSyntax),
        ] {
            try? FileManager.default.createDirectory(
                at: scratch.url.appending(path: "folder"), withIntermediateDirectories: true)
            try scratch.write("", to: "empty.json")
            try scratch.write("[1, 2]", to: "list.json")
            try scratch.write("id,name\n1,会\n", to: "table.csv")
            let error = try #require(throws: StageError.self) {
                try LinkModelFile.read(scratch.url.appending(path: name))
            }
            #expect(error.problems.map(\.code) == [code], "\(name)")
        }
    }
}
