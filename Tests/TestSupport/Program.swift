public import Foundation

/// The program itself, as the tests' build made it.
public enum Program {
    public struct Result: Sendable {
        public let status: Int32
        public let output: String
        public let errors: String
    }

    /// Beside the tests' own binary.
    public static let url = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "tsunagi")

    /// Runs the program, or another one, to its end. Its standard streams are no terminals.
    public static func run(
        _ arguments: [String], of program: URL = url, in folder: URL? = nil, standardInput: String? = nil
    ) throws -> Result {
        let scratch = try ScratchFolder()
        let process = try prepared(arguments, of: program, in: folder)
        let (output, errors) = (scratch.url.appending(path: "out"), scratch.url.appending(path: "err"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let pipe = Pipe()
        if standardInput != nil { process.standardInput = pipe }
        try process.run()
        if let standardInput {
            try pipe.fileHandleForWriting.write(contentsOf: Data(standardInput.utf8))
            try pipe.fileHandleForWriting.close()
        }
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// A process that isn't started yet, with nothing to read.
    public static func prepared(
        _ arguments: [String], of program: URL = url, in folder: URL? = nil
    ) throws -> Process {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder ?? RepositoryFolder.root
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }
}
