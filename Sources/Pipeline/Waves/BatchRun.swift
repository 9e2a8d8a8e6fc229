public import FoundationEssentials
internal import Glibc
public import Model
internal import Tabular

/// What a run over the waves of a folder is asked to do.
public struct BatchOptions: Sendable {
    /// Its direct subfolders are the waves.
    public var folder: URL
    /// Each wave's output becomes a folder in it, called as the wave's.
    public var outputFolder: URL
    /// How many waves run at the same time, 1 or more.
    public var jobs: Int
    /// For the run of each wave, besides the wave and its output. They must ask for events as JSON.
    public var arguments: [String]
    public var program: String
    public var language: Language
    public var progress: @Sendable (BatchEvent) -> Void
    /// How often somebody asked to stop; each time is passed on to the runs under way.
    public var interruptions: @Sendable () -> Int

    public init(
        folder: URL, outputFolder: URL, jobs: Int, arguments: [String], program: String = ProgramFile.path,
        language: Language = .japanese, progress: @escaping @Sendable (BatchEvent) -> Void = { _ in },
        interruptions: @escaping @Sendable () -> Int = { 0 }
    ) {
        self.folder = folder
        self.outputFolder = outputFolder
        self.jobs = jobs
        self.arguments = arguments
        self.program = program
        self.language = language
        self.progress = progress
        self.interruptions = interruptions
    }

    /// As many as the machine has processors.
    public static var usualJobs: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }
}

/// A wave of a folder has ended, or won't be run.
public struct BatchEvent: Sendable {
    public let report: WaveReport
    /// How many have ended, this one included.
    public let number: Int
    public let count: Int
    public let seconds: Double
    /// What its run wrote to standard error.
    public let messages: String
    /// What its run wrote to standard output: events.
    public let output: String
}

/// Runs every wave of a folder in a process of its own: a wave that fails, and be it by a crash, leaves the others alone.
public struct BatchRun {
    private let options: BatchOptions

    public init(_ options: BatchOptions) { self.options = options }

    /// Whether it is a folder that holds waves, rather than one wave: it is there and has no `wave.yaml`.
    public static func isBatch(_ folder: URL) -> Bool {
        FileIdentity(folder.path)?.isFolder == true
            && FileIdentity(folder.appending(path: WaveInputs.waveFile).path) == nil
    }

    /// - Throws: `StageError` when not a single wave can be started.
    public func run() throws(StageError) -> BatchOutcome {
        let output = OutputFolder.absolute(options.outputFolder)
        // What is wrong with the waves is said before anything is made.
        var batch = try WaveBatch(options.folder, output: output)
        let lock = try takeFolder(output)
        defer { withExtendedLifetime(lock) {} }
        // Paths can be followed now that the folder is there.
        batch = try WaveBatch(options.folder, output: output)
        let table = WaveTable(in: output)
        try table.check()
        var queue = WaveQueue(batch, options: options)
        let reports = queue.run()
        try table.write(reports, language: options.language)
        return BatchOutcome(reports: reports, table: table.url, isInterrupted: queue.isInterrupted)
    }

    /// Makes the folder that the outputs go into, and keeps other runs out of it.
    private func takeFolder(_ output: URL) throws(StageError) -> FolderLock {
        let location = CellLocation(file: output.path)
        let parent = output.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        } catch {
            throw StageError(.outputUnwritable, at: location, found: SystemReason.found(in: error))
        }
        let lock = try FolderLock(parent.appending(path: ".\(output.lastPathComponent).tsunagi-lock"), guarding: output)
        if let identity = FileIdentity(output.path) {
            guard identity.isFolder, identity != FileIdentity(options.folder.path) else {
                throw StageError(.outputNotOurs, at: location)
            }
            guard !OutputFolder.isOutput(output) else { throw StageError(.outputOfOneWave, at: location) }
        } else if mkdir(output.path, 0o700) != 0 {
            throw StageError(.outputUnwritable, at: location, found: SystemReason.found(errno))
        }
        return lock
    }
}
