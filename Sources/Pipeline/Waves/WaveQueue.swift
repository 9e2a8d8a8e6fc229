internal import FoundationEssentials
internal import Glibc
internal import Model

/// Starts waves as others end, each after the one that it needs.
struct WaveQueue {
    private struct Running {
        let index: Int
        let process: ChildProcess
        let start: ContinuousClock.Instant
    }

    private let waves: [WaveBatch.Wave]
    private let options: BatchOptions
    private let clock = ContinuousClock()
    private var waiting: [Int]
    private var running: [Running] = []
    private var reports: [Int: WaveReport] = [:]
    private var passedOn = 0

    /// Waits for what the processes say this long, then looks whether somebody asked to stop.
    private static let patience: Int32 = 100

    init(_ batch: WaveBatch, options: BatchOptions) {
        waves = batch.waves
        self.options = options
        waiting = Array(batch.waves.indices)
    }

    var isInterrupted: Bool { passedOn > 0 }

    /// - Returns: a report for each wave, in the order of the waves.
    mutating func run() -> [WaveReport] {
        while !waiting.isEmpty || !running.isEmpty {
            passOnInterruptions()
            if isInterrupted { giveUpWaiting() } else { startWaves() }
            ChildProcess.attend(running.map(\.process), milliseconds: running.isEmpty ? 0 : Self.patience)
            let ended = running.filter { $0.process.ending != nil }
            running.removeAll { $0.process.ending != nil }
            for child in ended { finish(child) }
        }
        return waves.indices.compactMap { reports[$0] }
    }

    private mutating func startWaves() {
        var later: [Int] = []
        for (position, index) in waiting.enumerated() {
            guard running.count < options.jobs else {
                later += waiting[position...]
                break
            }
            guard let earlier = waves[index].earlier else {
                start(index)
                continue
            }
            switch reports[earlier]?.status {
            case nil: later.append(index)
            case .done, .doneWithErrors: start(index)
            case .failed, .notRun, .interrupted:
                end(index, .notRun, reason: .earlierFailed(waves[earlier].name))
            }
        }
        waiting = later
    }

    private mutating func start(_ index: Int) {
        let wave = waves[index]
        let arguments =
            ["run", OutputFolder.absolute(wave.folder).path, "--out=\(wave.output.path)"] + options.arguments
        do throws(ChildNotStarted) {
            let process = try ChildProcess(options.program, arguments)
            running.append(Running(index: index, process: process, start: clock.now))
        } catch {
            end(index, .failed, reason: .notStarted(error.text))
        }
    }

    private mutating func passOnInterruptions() {
        let asked = options.interruptions()
        for _ in passedOn..<max(passedOn, asked) {
            for child in running { child.process.signal(SIGINT) }
        }
        passedOn = max(passedOn, asked)
    }

    private mutating func giveUpWaiting() {
        for index in waiting { end(index, .notRun) }
        waiting = []
    }

    private mutating func finish(_ child: Running) {
        let elapsed = (clock.now - child.start).components
        let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        let run = EndedRun(child.process, language: options.language, isInterrupted: isInterrupted)
        end(
            child.index, run.status, exitStatus: run.exitStatus, counts: run.counts, reason: run.reason,
            seconds: seconds, messages: run.messages, output: run.output)
    }

    private mutating func end(
        _ index: Int, _ status: WaveReport.Status, exitStatus: Int32? = nil, counts: WaveReport.Counts? = nil,
        reason: WaveReport.Reason? = nil, seconds: Double = 0, messages: String = "", output: String = ""
    ) {
        let wave = waves[index]
        let report = WaveReport(
            name: wave.name, id: wave.id, label: wave.label, output: wave.output, status: status,
            exitStatus: exitStatus, counts: counts, reason: reason)
        reports[index] = report
        options.progress(
            BatchEvent(
                report: report, number: reports.count, count: waves.count, seconds: seconds, messages: messages,
                output: output))
    }
}

/// What the process of a wave's run left.
struct EndedRun {
    let status: WaveReport.Status
    let exitStatus: Int32?
    let counts: WaveReport.Counts?
    let reason: WaveReport.Reason?
    let messages: String
    let output: String

    init(_ process: ChildProcess, language: Language, isInterrupted: Bool) {
        messages = String(decoding: process.errors, as: UTF8.self)
        output = String(decoding: process.output, as: UTF8.self)
        switch process.ending {
        case .exit(0): (status, exitStatus, reason) = (.done, 0, nil)
        case .exit(1): (status, exitStatus, reason) = (.doneWithErrors, 1, nil)
        case .exit(130) where isInterrupted: (status, exitStatus, reason) = (.interrupted, 130, nil)
        case .signal(let number) where isInterrupted && number == SIGINT:
            (status, exitStatus, reason) = (.interrupted, 128 + number, nil)
        case .signal(let number): (status, exitStatus, reason) = (.failed, 128 + number, .signal(number))
        case .exit(let code):
            (status, exitStatus, reason) = (.failed, code, .message(Self.firstProblem(messages, language)))
        case nil: (status, exitStatus, reason) = (.failed, nil, nil)
        }
        let isDone = status == .done || status == .doneWithErrors
        counts = isDone ? Self.counts(in: output) : nil
    }

    /// The last event says what was counted.
    private static func counts(in output: String) -> WaveReport.Counts? {
        output.split(separator: "\n").last.flatMap {
            try? JSONDecoder().decode(WaveReport.Counts.self, from: Data($0.utf8))
        }
    }

    private static func firstProblem(_ messages: String, _ language: Language) -> String {
        let lines = messages.split(separator: "\n")
        let mark = Severity.error.label(in: language) + " "
        guard let first = lines.first(where: { $0.hasPrefix(mark) }) else { return String(lines.last ?? "") }
        return String(first.dropFirst(mark.count))
    }
}
