import Foundation
import PackagePlugin

/// Turns the text files of a target (`.sql`, `.mustache`, `.css`, `.js`) into Swift raw string literals, so that the
/// binary carries them wherever it is moved and an analyst can still read and run them where they lie.
@main
struct EmbedText: BuildToolPlugin {
    /// The type that the target's one Swift file declares, with `name` and `text`.
    private static let declaredTypes = ["Queries": "Query", "Reports": "Template"]
    private static let embeddedExtensions: Set<String> = ["sql", "mustache", "css", "js"]

    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let module = target.sourceModule, let type = Self.declaredTypes[target.name] else { return [] }
        let inputs = module.sourceFiles.map(\.url)
            .filter { Self.embeddedExtensions.contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "\(target.name)+Embedded.swift")
        return [
            .buildCommand(
                displayName: "Embedding the texts of \(target.name)",
                executable: try context.tool(named: "embed-text").url,
                arguments: [type, target.directoryURL.path, output.path] + inputs.map(\.path),
                inputFiles: inputs, outputFiles: [output])
        ]
    }
}
