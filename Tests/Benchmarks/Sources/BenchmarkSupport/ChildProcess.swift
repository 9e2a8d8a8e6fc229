internal import Glibc

/// A program that runs to its end, and what it took.
public struct ChildProcess {
    /// From its start to its end, by the clock on the wall.
    public let seconds: Double
    /// That the processors worked for it, all together, system calls included.
    public let processorSeconds: Double
    /// Most memory that was resident at once, in bytes: what GNU time reports.
    public let peakBytes: Int
    /// Exit status; 128 and the signal for one that was killed.
    public let status: Int32
    /// What it wrote on standard output.
    public let output: String

    /// - Parameter program: path, or a name that is looked for in `PATH`.
    /// - Throws: `BenchmarkError` when it can't be started.
    public init(_ program: String, _ arguments: [String]) throws(BenchmarkError) {
        guard let stream = tmpfile() else { throw BenchmarkError("tmpfile: \(String(cString: strerror(errno)))") }
        defer { fclose(stream) }
        let log = fileno(stream)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, log, STDOUT_FILENO)

        var argv: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for argument in argv { free(argument) } }
        var process = pid_t()
        let start = ContinuousClock.now
        let failure = posix_spawnp(&process, program, &actions, nil, &argv, environ)
        guard failure == 0 else { throw BenchmarkError("\(program): \(String(cString: strerror(failure)))") }
        var (end, usage) = (Int32(), rusage())
        while wait4(process, &end, 0, &usage) < 0, errno == EINTR {}
        seconds = (ContinuousClock.now - start) / .seconds(1)
        processorSeconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
        // Kilobytes on Linux.
        peakBytes = usage.ru_maxrss * 1024
        status = end & 0x7F == 0 ? end >> 8 & 0xFF : 128 + (end & 0x7F)
        output = Self.contents(of: log)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    private static func contents(of file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: Int(max(0, lseek(file, 0, SEEK_END))))
        let count = pread(file, &bytes, bytes.count, 0)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }
}

/// The same command run several times.
public struct Measurement {
    /// Median.
    public let seconds: Double
    /// Median.
    public let processorSeconds: Double
    /// The largest, in bytes.
    public let peakBytes: Int
    /// Of the last run.
    public let output: String

    /// - Parameter accepted: exit statuses that are no failure.
    /// - Throws: `BenchmarkError` when a run fails.
    public init(
        _ program: String, _ arguments: [String], runs: Int, accepting accepted: Set<Int32> = [0]
    ) throws(BenchmarkError) {
        var all: [ChildProcess] = []
        for _ in 0..<max(1, runs) {
            let run = try ChildProcess(program, arguments)
            guard accepted.contains(run.status) else {
                let command = ([program] + arguments).joined(separator: " ")
                throw BenchmarkError("\(command): exit status \(run.status)\n\(run.output)")
            }
            all.append(run)
        }
        seconds = all.map(\.seconds).sorted()[all.count / 2]
        processorSeconds = all.map(\.processorSeconds).sorted()[all.count / 2]
        peakBytes = all.map(\.peakBytes).max() ?? 0
        output = all.last?.output ?? ""
    }
}
