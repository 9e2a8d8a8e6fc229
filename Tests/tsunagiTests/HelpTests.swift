import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import tsunagi

/// Help and documentation keep up with the commands.
@Suite("Help")
struct HelpTests {
    /// What does something, by its words: `run`, `codebook import`.
    static let commands = Tsunagi.configuration.subcommands.flatMap { command -> [String] in
        let name = command.configuration.commandName ?? ""
        // Nobody writes the name of a usual subcommand: `link`, and `link train`.
        let usual = command.configuration.defaultSubcommand?.configuration.commandName
        let inner = command.configuration.subcommands.compactMap { $0.configuration.commandName }
        return inner.isEmpty ? [name] : inner.map { $0 == usual ? name : "\(name) \($0)" }
    }

    private static func words(_ command: String) -> [String] { command.split(separator: " ").map(String.init) }

    @Test("every command has an example in its help, in both languages", arguments: commands, ["ja", "en"])
    func example(command: String, language: String) throws {
        let result = try Program.run(Self.words(command) + ["--help", "--lang", language])
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
        #expect(result.output.contains(language == "ja" ? "例：" : "Example"))
        #expect(result.output.contains("  tsunagi \(command) "))
        #expect(result.output.contains(language == "ja" ? "使い方：" : "USAGE: "))
    }

    @Test("every command and option is in the reference", arguments: commands)
    func documented(command: String) throws {
        let reference = try String(
            contentsOf: RepositoryFolder.root.appending(path: "docs/reference/commands.md"), encoding: .utf8)
        #expect(reference.contains("`tsunagi \(command)`"))
        let help = try Program.run(Self.words(command) + ["--help", "--lang", "en"]).output
        let options = Set(help.matches(of: /--[a-z-]+/).map { String($0.output) })
        #expect(options.count > 5)
        for option in options { #expect(reference.contains("`\(option)"), "\(option)") }
    }

    @Test("the help of a usual subcommand is that of its command, however it is asked for")
    func usualSubcommand() throws {
        let help = try Program.run(["link", "--help"]).output
        #expect(help.contains("--least") && help.contains("tsunagi link train"))
        for arguments in [["link", "-h"], ["help", "link"], ["link", "a.csv", "--help"]] {
            #expect(try Program.run(arguments).output == help, "\(arguments)")
        }
        for arguments in [["link", "train", "--help"], ["help", "link", "train"]] {
            #expect(try Program.run(arguments).output.contains("tsunagi link train <a> [<b>] --output"))
        }
        #expect(try Program.run(["link"]).errors.contains("'tsunagi link --help'"))
    }

    @Test("no line of the help is wider than a terminal of 80 columns", arguments: commands + [""])
    func width(command: String) throws {
        let result = try Program.run(Self.words(command) + ["--help"])
        for line in result.output.split(separator: "\n") {
            let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
            #expect(columns <= 80, "\(line)")
        }
    }
}
