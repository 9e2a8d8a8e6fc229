internal import Glibc
internal import Synchronization

/// Ctrl-C, or a request to end from outside, asks the run to end between two stages; a second one ends the process at
/// once. What an ended process leaves beside the output folder is cleared by the next run.
enum Interruption {
    private static let requests = Atomic<Int>(0)

    static func watch() {
        handle { _ in
            if Interruption.requests.add(1, ordering: .relaxed).newValue > 1 {
                _exit(ExitStatus.interrupted.rawValue)
            }
        }
    }

    /// Never ends the process: whoever asks for `count` passes each request on.
    static func count() {
        handle { _ in Interruption.requests.add(1, ordering: .relaxed) }
    }

    private static func handle(_ body: @convention(c) (Int32) -> Void) {
        var numbers = sigset_t()
        sigemptyset(&numbers)
        for number in [SIGINT, SIGTERM] {
            signal(number, body)
            sigaddset(&numbers, number)
        }
        // Whoever started the program may have held them back, as threads of many a runtime do.
        pthread_sigmask(SIG_UNBLOCK, &numbers, nil)
    }

    static var isRequested: Bool { requestCount > 0 }
    static var requestCount: Int { requests.load(ordering: .relaxed) }
}
