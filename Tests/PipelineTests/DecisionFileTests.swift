import Foundation
import Model
import Tabular
import TestSupport
import Testing

@testable import Pipeline

@Suite("The file of decisions")
struct DecisionFileTests {
    private let scratch: ScratchFolder
    private var url: URL { scratch.url.appending(path: "decisions.csv") }
    private let columns = ["kind", "verdict"]

    init() throws { scratch = try ScratchFolder() }

    /// Adds a row to what stands in the file.
    private func append(_ row: [String], to url: URL? = nil) throws {
        let file = DecisionFile(url ?? self.url)
        try file.append([row], columns: columns, to: file.read(requiring: columns))
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
    }

    private func mode(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }

    @Test("is made for its owner alone, and nothing else is left beside it")
    func made() throws {
        try append(["link", "same"])
        #expect(try String(contentsOf: url, encoding: .utf8) == "kind,verdict\nlink,same\n")
        #expect(try mode(url) == 0o600)
        #expect(try names() == ["decisions.csv"])
    }

    @Test(
        "keeps the bytes that are there",
        arguments: [
            "\u{FEFF}kind,verdict\r\nlink,\"same\"\r\n", "verdict,kind,担当\nsame , link,佐藤\n", "kind,verdict\n\n\n",
        ])
    func bytesKept(before: String) throws {
        try Data(before.utf8).write(to: url)
        try append(["area", "city"])
        let after = try Data(contentsOf: url)
        #expect(after.starts(with: Data(before.utf8)))
        let added = String(decoding: after.dropFirst(before.utf8.count), as: UTF8.self)
        #expect(added == (before.contains("担当") ? "city,area,\n" : "area,city\n"))
    }

    @Test("without an end of its last line keeps that line")
    func noNewline() throws {
        try Data("kind,verdict\nlink,same".utf8).write(to: url)
        try append(["area", "city"])
        #expect(try String(contentsOf: url, encoding: .utf8) == "kind,verdict\nlink,same\narea,city\n")
    }

    @Test("keeps its mode, and a link to it stays a link")
    func modeAndLink() throws {
        let shared = try scratch.write("kind,verdict\nlink,same\n", to: "共有/判定.csv")
        try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: shared.path)
        try FileManager.default.createSymbolicLink(at: url, withDestinationURL: shared)
        try append(["area", "city"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: url.path).hasSuffix("判定.csv"))
        #expect(try String(contentsOf: shared, encoding: .utf8) == "kind,verdict\nlink,same\narea,city\n")
        #expect(try mode(shared) == 0o664)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: shared.deletingLastPathComponent().path) == ["判定.csv"])
    }

    @Test("what a killed run left beside it does no harm")
    func leftover() throws {
        try scratch.write("kind,verdict\nlink,sa", to: ".decisions.csv.tsunagi-new")
        try append(["area", "city"])
        #expect(try String(contentsOf: url, encoding: .utf8) == "kind,verdict\narea,city\n")
        #expect(try names() == ["decisions.csv"])
    }

    @Test("that can't be written is named with the reason")
    func unwritable() throws {
        let nowhere = scratch.url.appending(path: "消えたフォルダ/decisions.csv")
        let error = #expect(throws: StageError.self) { try append(["link", "same"], to: nowhere) }
        #expect(
            error?.problems.map { $0.message(in: .japanese) } == ["\(nowhere.path)：書き込めません（その場所がありません）"])
    }

    @Test("that its owner protected is left alone", .enabled(if: geteuid() != 0, "root may write anywhere"))
    func protected() throws {
        try append(["link", "same"])
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: url.path)
        #expect(throws: StageError.self) { try append(["area", "city"]) }
        #expect(try String(contentsOf: url, encoding: .utf8) == "kind,verdict\nlink,same\n")
    }
}
