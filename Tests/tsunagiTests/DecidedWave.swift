import Foundation
import Model
import Reporting
import Tabular
import TestSupport
import Testing

@testable import Pipeline

/// A tiny wave with an output, in whose review a person decides, and what must be true of both whatever happens to a run.
///
/// The decision is 保留 on the one doubtful pair, with the number of the decision as its note: the pair stays in the
/// review, and each number has to be in `decisions.csv` once.
final class DecidedWave {
    let root: URL
    let wave: TinyWave
    let out: URL
    private let data: URL
    private let inputs: [String: Data]
    /// The last decision.
    private(set) var number = 0
    /// The review file as it was last filled in.
    private var filled = Data()

    /// - Parameter root: a folder that is there; the wave and the output are made in it, and nothing else.
    init(in root: URL, data: URL) throws {
        self.root = root
        self.data = data
        wave = try TinyWave(root.appending(path: "wave"))
        out = root.appending(path: "out")
        inputs = try wave.url.contents()
        try #require(try run().status == 0)
    }

    // MARK: Running

    func arguments(to out: URL? = nil) -> [String] {
        ["run", wave.path, "--out", (out ?? self.out).path, "--data", data.path]
    }

    @discardableResult
    func run() throws -> Program.Result { try Program.run(arguments()) }

    // MARK: Deciding

    private var review: URL { out.appending(path: LinkReview.path) }

    private func rows(of url: URL, name: String) throws -> (titles: [String], rows: [[String]]) {
        let reader = try TableReader(path: url.path, name: name)
        var row = Row()
        var titles: [String] = []
        var rows: [[String]] = []
        while try reader.next(into: &row) {
            let cells = (0..<row.count).map { row[$0] }
            if !titles.isEmpty {
                rows.append(titles.indices.map { $0 < cells.count ? cells[$0] : "" })
            } else if cells.first == LinkReview.Column.decision.rawValue {
                titles = cells
            }
        }
        return (titles, rows)
    }

    /// Whether the last decision waits in the review.
    func isDecisionWaiting() throws -> Bool { try Data(contentsOf: review) == filled }

    /// Fills the next decision into the review of the output.
    func decide() throws {
        number += 1
        let (titles, rows) = try rows(of: review, name: LinkReview.path)
        let writer = try WorkbookWriter(path: review.path, name: LinkReview.path)
        try writer.addSheet(WorkbookSheet(name: LinkReview.sheetName, columns: titles.map { WorkbookColumn($0) }))
        for row in rows { try writer.row((["保留", "\(number)"] + row.dropFirst(2)).map { .text($0) }) }
        try writer.close()
        filled = try Data(contentsOf: review)
    }

    /// The numbers of the decisions in `decisions.csv`, and that it holds nothing but whole rows.
    func decisions() throws -> [Int] {
        guard let bytes = try? Data(contentsOf: wave.decisions) else { return [] }
        #expect(bytes.last == UInt8(ascii: "\n"))
        let (_, rows) = try decisionRows()
        #expect(rows.allSatisfy { $0.count == Decisions.columns.count && $0[1] == "undecided" })
        return rows.compactMap { Int($0[4]) }
    }

    private func decisionRows() throws -> ([String], [[String]]) {
        let table = try HeaderedTable(
            path: wave.decisions.path, name: Decisions.file, requiring: Decisions.columns)
        return (table.titles, table.records.map(\.cells))
    }

    // MARK: What must be true

    /// After a run that may have been ended at any point: the output is whole, no decision is lost or there twice, and the
    /// files of the survey are as they were.
    func checkNothingLost() throws {
        try checkOutput()
        let taken = try decisions()
        #expect(taken == Array((1...max(1, number)).prefix(taken.count)))
        #expect(taken.count >= number - 1)
        #expect(try taken.count == number || isDecisionWaiting())
        try checkInputs()
    }

    /// After a run that ended well.
    func checkTakenIn() throws {
        try checkNothingLost()
        #expect(try decisions().count == number && !isDecisionWaiting())
        #expect(try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() == ["out", "wave"])
        #expect(try hiddenFiles().isEmpty)
    }

    func checkInputs() throws {
        var files = try wave.url.contents()
        for name in [Decisions.file, ".decisions.csv.tsunagi-new"] { files[name] = nil }
        #expect(files == inputs)
    }

    private func hiddenFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: wave.path).filter { $0.hasPrefix(".") }
    }

    private struct Manifest: Decodable {
        struct Output: Decodable {
            let file: String
            let sha256: String
        }
        let outputs: [Output]
    }

    /// Every file is what the manifest says it is, and there is no other. What a person filled in is as it was left.
    private func checkOutput() throws {
        var files = try out.contents()
        let written = try #require(files["manifest.json"])
        files["manifest.json"] = nil
        let manifest = try JSONDecoder().decode(Manifest.self, from: written)
        #expect(Set(manifest.outputs.map(\.file)) == Set(files.keys))
        for output in manifest.outputs {
            let bytes = try #require(files[output.file])
            if output.file == LinkReview.path, bytes == filled { continue }
            #expect(FileDigest.sha256(bytes) == output.sha256, "\(output.file)")
        }
    }
}
