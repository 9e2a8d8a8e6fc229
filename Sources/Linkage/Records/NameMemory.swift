/// The names of all records, one behind the other in memory that stays where it is. Millions of pairs are compared in
/// place; a slice of an array would be counted as used and as released for each of them.
final class NameMemory {
    private let letters: UnsafeBufferPointer<UInt16>
    /// By name: where it begins; and the end.
    private let starts: [Int32]
    private let sketches: [BigramSketch]

    /// Names as they come.
    struct Builder {
        fileprivate var letters: [UInt16] = []
        fileprivate var starts: [Int32] = [0]
        fileprivate var sketches: [BigramSketch] = []

        mutating func append(_ name: [UInt16]) {
            letters += name
            starts.append(Int32(letters.count))
            sketches.append(BigramSketch(name))
        }
    }

    init(_ builder: Builder) {
        let memory = UnsafeMutableBufferPointer<UInt16>.allocate(capacity: builder.letters.count)
        _ = memory.initialize(from: builder.letters)
        letters = UnsafeBufferPointer(memory)
        (starts, sketches) = (builder.starts, builder.sketches)
    }

    /// One name alone.
    convenience init(_ name: [UInt16]) {
        var builder = Builder()
        builder.append(name)
        self.init(builder)
    }

    deinit { letters.deallocate() }

    /// A view that lives as long as this memory.
    @inline(__always)
    subscript(name: Int) -> NameView {
        NameView(
            letters: UnsafeBufferPointer(rebasing: letters[Int(starts[name])..<Int(starts[name + 1])]),
            sketch: sketches[name])
    }

    @inline(__always)
    func sketch(_ name: Int) -> BigramSketch { sketches[name] }
}
