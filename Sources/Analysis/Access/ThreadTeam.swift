internal import Glibc
internal import Synchronization

/// Threads that take one piece of work after the other until none is left.
enum ThreadTeam {
    /// Processors that are there.
    static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Does `count` pieces of work in chunks, each chunk on one thread, in no particular order.
    ///
    /// - Parameters:
    ///   - threads: this one among them.
    ///   - isCancelled: asked before each chunk.
    /// - Returns: false where it was cancelled, with some of the work not done.
    static func run(
        _ count: Int, chunk: Int, threads: Int, isCancelled: @Sendable () -> Bool,
        _ body: @Sendable (Range<Int>) -> Void
    ) -> Bool {
        withoutActuallyEscaping(isCancelled) { isCancelled in
            withoutActuallyEscaping(body) { body in
                let work = Work(count: count, chunk: chunk, isCancelled: isCancelled, body: body)
                let others = (1..<max(1, min(threads, count / chunk + 1))).compactMap { _ in start(work) }
                work.run()
                for thread in others { pthread_join(thread, nil) }
                return !work.wasCancelled.load(ordering: .relaxed)
            }
        }
    }

    /// - Returns: `nil` where the system gives no thread; the others do its work then.
    private static func start(_ work: Work) -> pthread_t? {
        var thread = pthread_t()
        let handle = Unmanaged.passRetained(work)
        let status = pthread_create(
            &thread, nil,
            { handle in
                if let handle { Unmanaged<Work>.fromOpaque(handle).takeRetainedValue().run() }
                return nil
            }, handle.toOpaque())
        guard status == 0 else {
            handle.release()
            return nil
        }
        return thread
    }

    private final class Work: Sendable {
        let wasCancelled = Atomic(false)
        private let next = Atomic(0)
        private let count: Int
        private let chunk: Int
        private let isCancelled: @Sendable () -> Bool
        private let body: @Sendable (Range<Int>) -> Void

        init(
            count: Int, chunk: Int, isCancelled: @escaping @Sendable () -> Bool,
            body: @escaping @Sendable (Range<Int>) -> Void
        ) {
            self.count = count
            self.chunk = chunk
            self.isCancelled = isCancelled
            self.body = body
        }

        func run() {
            while true {
                let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
                guard start < count else { return }
                if isCancelled() {
                    wasCancelled.store(true, ordering: .relaxed)
                    return
                }
                body(start..<min(start + chunk, count))
            }
        }
    }
}
