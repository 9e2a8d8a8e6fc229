internal import Model

/// Runs stages one after another, says so, and keeps their times for the manifest.
final class StageClock {
    private let options: RunOptions
    private let clock = ContinuousClock()
    private(set) var timings: [(stage: Stage, seconds: Double)] = []

    init(options: RunOptions) { self.options = options }

    /// - Parameter items: how many things the stage worked on, for those who watch.
    func run<Value>(
        _ stage: Stage, counting items: KeyPath<Value, Int>? = nil, _ body: () throws -> Value
    ) throws -> Value {
        if options.isCancelled() { throw RunCancelled() }
        options.progress(.began(stage))
        let start = clock.now
        let value = try body()
        let elapsed = clock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        timings.append((stage, seconds))
        options.progress(.ended(stage, seconds: seconds, items: items.map { value[keyPath: $0] } ?? 0))
        return value
    }
}
