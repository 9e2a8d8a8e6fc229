import Foundation
import Model
import Pipeline
import Tabular
import TestSupport
import Testing

/// A copy of a demonstration wave that a test may change, and its runs.
struct DemoWave {
    let scratch: ScratchFolder
    let folder: URL

    init(_ name: String = "r6") throws {
        scratch = try ScratchFolder()
        folder = scratch.url.appending(path: name)
        try FileManager.default.copyItem(
            at: RepositoryFolder.data.appending(path: "demo").appending(path: name), to: folder)
    }

    /// The demonstration with the head of its list and without the answers of two of its three files: what most tests
    /// ask for, in a fifth of the time.
    static func few() throws -> DemoWave {
        let wave = try DemoWave()
        try wave.write(headOfList.get(), "01_調査対象名簿.csv")
        try wave.edit("wave.yaml") { yaml in
            let parts = yaml.components(separatedBy: "\n  - file: ")
            let kept = parts.filter { part in !["01_", "02_", "03_"].contains { part.hasPrefix($0) } }
            let list = parts.first { $0.hasPrefix("01_") } ?? ""
            return ([kept[0], list.replacing("xlsx", with: "csv").replacing(placeOfList, with: "")] + kept.dropFirst())
                .joined(separator: "\n  - file: ")
        }
        return wave
    }

    private static let placeOfList = "    sheet: 名簿\n    header_row: 4\n"

    private static let headOfList = Result {
        let list = try TableFile(
            RepositoryFolder.data.appending(path: "demo/r6/01_調査対象名簿.xlsx"), headerRow: 4)
        var writer = CSVWriter()
        writer.row(list.titles)
        for row in list.rows.prefix(60) { writer.row(list.titles.map { row[$0] ?? "" }) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    func write(_ text: String, _ file: String) throws {
        try text.write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
    }

    func output(_ name: String = "out") -> URL { scratch.url.appending(path: name) }

    func options(out: String = "out", previous: URL? = nil) throws -> RunOptions {
        RunOptions(
            waveFolder: folder, outputFolder: output(out), previousFolder: previous,
            tables: .shared, version: "test",
            today: CivilDate(year: 2024, month: 12, day: 1)!)
    }

    @discardableResult
    func run(out: String = "out", previous: URL? = nil) throws -> RunOutcome {
        try Run(options(out: out, previous: previous)).run()
    }

    /// A wave that was run, with a member that may be an organisation of the list: the same office, and a name with a word
    /// more.
    static func withDoubtfulMember() throws -> DemoWave {
        let done = try doubtful.get()
        let wave = try DemoWave()
        for (from, to) in [(done.folder, wave.folder), (done.output(), wave.output())] {
            try? FileManager.default.removeItem(at: to)
            try FileManager.default.copyItem(at: from, to: to)
        }
        return wave
    }

    private static let doubtful = Result {
        let wave = try DemoWave()
        let list = try TableFile(wave.folder.appending(path: "01_調査対象名簿.xlsx"), headerRow: 4)
        let row = try #require(
            list.rows.first {
                ($0["団体名"] ?? "").contains("放課後クラブ") && ($0["所在地"] ?? "").contains("丁目")
            })
        try wave.edit("05_PF参加団体.csv") {
            $0 + "\(row["団体名"] ?? "")すこやか,\(row["所在地"] ?? ""),熊本市内全域,こども,,令和4年10月3日,○\n"
        }
        try wave.run()
        return wave
    }

    func edit(_ file: String, _ change: (String) -> String) throws {
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try change(text).write(to: url, atomically: true, encoding: .utf8)
    }
}
