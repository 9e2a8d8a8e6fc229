internal import Glibc
internal import Synchronization

/// Ctrl-C asks the run to end between two stages; a second one ends the process at once. What an ended process leaves
/// beside the output folder is cleared by the next run.
enum Interruption {
    private static let requested = Atomic<Bool>(false)

    static func watch() {
        signal(SIGINT) { _ in
            if Interruption.requested.exchange(true, ordering: .relaxed) {
                _exit(ExitStatus.interrupted.rawValue)
            }
        }
    }

    static var isRequested: Bool { requested.load(ordering: .relaxed) }
}
