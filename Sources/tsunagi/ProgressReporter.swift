internal import Glibc
internal import Logging
internal import Model
internal import Pipeline
internal import Synchronization

/// Shows progress: one line on a terminal once a run takes more than half a second, JSON events where asked, and
/// nothing at all elsewhere.
final class ProgressReporter: Sendable {
    /// A run that is over sooner needs no progress.
    static let patience = Duration.milliseconds(500)

    private let language: Language
    private let showsLine: Bool
    private let json: Bool
    private let logger: Logger
    private let start: ContinuousClock.Instant
    private let now: @Sendable () -> ContinuousClock.Instant
    private let write: @Sendable (String, Int32) -> Void
    private let isLineShown = Mutex(false)

    convenience init(options: SharedOptions) {
        self.init(
            language: options.lang, isQuiet: options.quiet, json: options.json, logLevel: options.logLevel.level,
            isTerminal: isatty(STDERR_FILENO) == 1)
    }

    /// - Parameters:
    ///   - isTerminal: whether a person sees standard error.
    ///   - write: takes a text and a file descriptor.
    init(
        language: Language, isQuiet: Bool, json: Bool, logLevel: Logger.Level = .warning, isTerminal: Bool,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        write: @escaping @Sendable (String, Int32) -> Void = { Output.write($0, to: $1) }
    ) {
        self.language = language
        self.json = json
        self.now = now
        self.write = write
        showsLine = isTerminal && !isQuiet && !json
        start = now()
        var logger = Logger(label: "tsunagi") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = logLevel
        self.logger = logger
    }

    func report(_ event: ProgressEvent) {
        switch event {
        case .began(let stage):
            logger.debug("stage began", metadata: ["stage": "\(stage.rawValue)"])
            emit(["event": .text("stage_began"), "stage": .text(stage.rawValue)])
            showLine(stage.label(in: language))
        case .ended(let stage, let seconds, let items):
            logger.debug(
                "stage ended", metadata: ["stage": "\(stage.rawValue)", "seconds": "\(seconds)", "items": "\(items)"])
            emit([
                "event": .text("stage_ended"), "stage": .text(stage.rawValue), "seconds": .number(seconds),
                "items": .integer(items),
            ])
        }
    }

    /// Takes the line off the terminal, so that what follows starts on a clean one.
    func finish() {
        isLineShown.withLock { isShown in
            if isShown { write("\r\u{1B}[K", STDERR_FILENO) }
            isShown = false
        }
    }

    private func emit(_ event: [String: JSONLine.Value]) {
        if json { write(JSONLine(event).text + "\n", STDOUT_FILENO) }
    }

    private func showLine(_ text: String) {
        guard showsLine, now() - start > Self.patience else { return }
        isLineShown.withLock { isShown in
            write("\r\u{1B}[K\(text)…", STDERR_FILENO)
            isShown = true
        }
    }
}
