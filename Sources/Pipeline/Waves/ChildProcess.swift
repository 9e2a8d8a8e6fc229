internal import CSystem
internal import Glibc

/// A program that was started, and what it has said so far.
///
/// Both streams are read as they come, so that it never waits for a reader.
final class ChildProcess {
    /// How a process ended.
    enum Ending: Sendable, Equatable {
        case exit(Int32)
        /// By this signal, that nobody in the process took.
        case signal(Int32)
    }

    private(set) var output: [UInt8] = []
    private(set) var errors: [UInt8] = []
    private(set) var ending: Ending?
    private let identifier: pid_t
    /// −1 once the stream is over.
    private var outputEnd: Int32 = -1
    private var errorEnd: Int32 = -1

    /// - Parameter arguments: without the program's own name.
    /// - Throws: `ChildNotStarted`
    init(_ program: String, _ arguments: [String]) throws(ChildNotStarted) {
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: Int32 = 0
        let result = tsunagi_spawn(program, &words, &process, &outputEnd, &errorEnd)
        guard result == 0 else { throw ChildNotStarted(code: result) }
        identifier = process
    }

    deinit {
        for end in [outputEnd, errorEnd] where end >= 0 { close(end) }
    }

    /// Sends a signal; nothing where it has ended.
    func signal(_ number: Int32) {
        if ending == nil { kill(identifier, number) }
    }

    /// Reads what the processes say until one of them has something to say, or the time is over. Those that have ended
    /// know their `ending` afterwards.
    static func attend(_ processes: [ChildProcess], milliseconds: Int32) {
        var ends = processes.flatMap(\.openEnds).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let ready = poll(&ends, nfds_t(ends.count), milliseconds)
        // A signal for this process ends the waiting as well.
        let speaking = ready > 0 ? Set(ends.filter { $0.revents != 0 }.map(\.fd)) : []
        for process in processes {
            if speaking.contains(process.outputEnd) { read(&process.outputEnd, into: &process.output) }
            if speaking.contains(process.errorEnd) { read(&process.errorEnd, into: &process.errors) }
            if process.openEnds.isEmpty, process.ending == nil { process.ending = process.waitForEnding() }
        }
    }

    private var openEnds: [Int32] { [outputEnd, errorEnd].filter { $0 >= 0 } }

    private static func read(_ end: inout Int32, into bytes: inout [UInt8]) {
        var count = 0
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, length in
            count = Glibc.read(end, buffer.baseAddress, buffer.count)
            length = max(0, count)
        }
        bytes += piece
        if count > 0 || (count < 0 && errno == EINTR) { return }
        close(end)
        end = -1
    }

    private func waitForEnding() -> Ending {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
    }
}

/// The system could start no further process.
struct ChildNotStarted: Error {
    /// An `errno`.
    let code: Int32

    var text: String { String(cString: strerror(code)) }
}
