import Foundation
import TestSupport
import Testing

/// The worked example of the guide, typed in as it is printed: another city, with its own questionnaire and areas.
@Suite("The guide's example")
struct GuideTests {
    private let blocks: [(heading: String, text: String)]
    private let scratch: ScratchFolder
    private let folder: URL

    init() throws {
        let guide = try String(contentsOf: RepositoryFolder.root.appending(path: "docs/guide.md"), encoding: .utf8)
        blocks = Self.blocks(of: guide)
        scratch = try ScratchFolder()
        folder = scratch.url.appending(path: "hibari-r8")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for block in blocks {
            // **`名簿.csv`** in the text before a block names the file that it shows.
            guard let name = block.heading.firstMatch(of: /\*\*`([^`\/]+\.(?:csv|yaml))`\*\*/)?.1 else { continue }
            try block.text.write(to: folder.appending(path: String(name)), atomically: true, encoding: .utf8)
        }
    }

    @Test("check, mend, check, mend, run print what the guide prints")
    func asPrinted() throws {
        let first = try Program.run(["check", folder.path])
        #expect(first.status == 2)
        #expect(first.errors == (try block(containing: "エラー 名簿.csv")))

        try edit("wave.yaml", "name: 団体名称", "name: 団体名")
        let second = try Program.run(["check", folder.path])
        #expect(second.status == 0)
        #expect(second.errors + second.output == (try block(containing: "unknown_choice")))

        let mended = try block(containing: "also_written")
        try edit("codebook.yaml", "      - {code: 3, id: older_people, label: 高齢者}\n", mended)
        let out = scratch.url.appending(path: "hibari-out")
        let run = try Program.run(["run", folder.path, "--out", out.path])
        #expect(run.status == 0)
        let printed = try block(containing: "声掛け候補 3").replacing("/…/hibari-out", with: out.path)
        #expect(run.errors + run.output == printed)
        #expect(try out.contents()["report.html"] != nil)
    }

    private func edit(_ file: String, _ old: String, _ new: String) throws {
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try #require(text.contains(old))
        try text.replacing(old, with: new).write(to: url, atomically: true, encoding: .utf8)
    }

    private func block(containing text: String) throws -> String {
        try #require(blocks.first { $0.text.contains(text) }).text
    }

    /// Fenced blocks with the text between them and the block before.
    private static func blocks(of markdown: String) -> [(heading: String, text: String)] {
        let parts = markdown.split(separator: /(?m)^```[a-z]*\n/, omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count, by: 2).map { (String(parts[$0 - 1]), String(parts[$0])) }
    }
}
