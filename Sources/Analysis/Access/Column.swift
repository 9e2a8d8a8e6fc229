/// Numbers in memory of their own, that several threads read, or write each at places of its own.
final class Column<Element: BitwiseCopyable> {
    private let buffer: UnsafeMutableBufferPointer<Element>

    /// - Parameter count: > 0
    init(repeating value: Element, count: Int) {
        buffer = .allocate(capacity: count)
        buffer.initialize(repeating: value)
    }

    /// The numbers at the places that `order` says, and `padding` more.
    convenience init(_ source: [Element], order: [Int32], padding: Int, of value: Element) {
        self.init(repeating: value, count: order.count + padding)
        for (place, index) in order.enumerated() { buffer[place] = source[Int(index)] }
    }

    deinit { buffer.deallocate() }

    subscript(place: Int) -> Element {
        get { buffer[place] }
        set { buffer[place] = newValue }
    }

    /// For threads, which would otherwise count references to the column at every point. Whoever takes it keeps the column
    /// until the last thread has ended.
    var view: ColumnView<Element> { ColumnView(buffer.baseAddress.unsafelyUnwrapped) }

    /// Back in the order in which `order` names the places.
    func unsorted(_ order: [Int32]) -> [Element] {
        [Element](unsafeUninitializedCapacity: order.count) { result, initialized in
            for (place, index) in order.enumerated() { result.initializeElement(at: Int(index), to: buffer[place]) }
            initialized = order.count
        }
    }
}

/// A column without its memory.
///
/// Not checked by the compiler: no place may be written by two threads, and none read while it is written.
struct ColumnView<Element: BitwiseCopyable>: @unchecked Sendable {
    private let start: UnsafeMutablePointer<Element>

    fileprivate init(_ start: UnsafeMutablePointer<Element>) { self.start = start }

    @inline(__always)
    subscript(place: Int) -> Element {
        get { start[place] }
        nonmutating set { start[place] = newValue }
    }
}

extension ColumnView<Double> {
    @inline(__always)
    func four(at place: Int) -> SIMD4<Double> {
        UnsafeRawPointer(start + place).loadUnaligned(as: SIMD4<Double>.self)
    }
}
