internal import Glibc
internal import Logging
internal import Model
internal import Pipeline
internal import Synchronization

/// Shows progress: one line on a terminal once a run takes more than half a second, JSON events where asked, and
/// nothing at all elsewhere.
final class ProgressReporter: Sendable {
    private let language: Language
    private let showsLine: Bool
    private let json: Bool
    private let logger: Logger
    private let start = ContinuousClock.now
    private let isLineShown = Mutex(false)

    init(options: SharedOptions) {
        language = options.lang
        json = options.json
        showsLine = !options.quiet && !options.json && isatty(STDERR_FILENO) == 1
        var logger = Logger(label: "tsunagi") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = options.logLevel
        self.logger = logger
    }

    func report(_ event: ProgressEvent) {
        switch event {
        case .began(let stage):
            logger.debug("stage began", metadata: ["stage": "\(stage.rawValue)"])
            if json { Output.line(JSONLine(["event": .text("stage_began"), "stage": .text(stage.rawValue)]).text) }
            showLine(stage.label(in: language))
        case .ended(let stage, let seconds, let items):
            logger.debug(
                "stage ended", metadata: ["stage": "\(stage.rawValue)", "seconds": "\(seconds)", "items": "\(items)"])
            guard json else { return }
            Output.line(
                JSONLine([
                    "event": .text("stage_ended"), "stage": .text(stage.rawValue), "seconds": .number(seconds),
                    "items": .integer(items),
                ]).text)
        }
    }

    /// Takes the line off the terminal, so that what follows starts on a clean one.
    func finish() {
        isLineShown.withLock { isShown in
            if isShown { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
            isShown = false
        }
    }

    private func showLine(_ text: String) {
        guard showsLine, ContinuousClock.now - start > .milliseconds(500) else { return }
        isLineShown.withLock { isShown in
            Output.write("\r\u{1B}[K\(text)…", to: STDERR_FILENO)
            isShown = true
        }
    }
}
