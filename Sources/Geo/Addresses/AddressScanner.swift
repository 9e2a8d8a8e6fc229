internal import Model

/// Reads addresses one after another, in memory that it uses again. Not for two threads at once; an
/// ``AddressReader`` makes as many as are needed.
public final class AddressScanner {
    private let readers: [GazetteerReader]
    private let letters: [LetterReader]
    /// Room for block and lot.
    private let numbers: UnsafeMutableBufferPointer<UInt8>

    init(_ readers: [GazetteerReader]) {
        self.readers = readers
        letters = readers.map { LetterReader(table: $0.image.table) }
        numbers = .allocate(capacity: 64)
    }

    deinit { numbers.deallocate() }

    /// The same with texts.
    public func read(_ address: String) -> ReadAddress {
        var address = address
        return address.withUTF8 { read($0, ReadAddress.init) } ?? ReadAddress()
    }

    /// - Parameters:
    ///   - address: UTF-8.
    ///   - body: gets what was read, for the time of the call.
    /// - Returns: what `body` returns; `nil` without any gazetteer.
    @discardableResult
    public func read<Result>(
        _ address: UnsafeBufferPointer<UInt8>, _ body: (AddressFields) throws -> Result
    ) rethrows -> Result? {
        var best: (match: AddressMatch, letters: AddressLetters, reader: Int)?
        for index in readers.indices {
            var text = letters[index].read(address)
            let match = readers[index].match(&text, letters[index], numbers: numbers)
            if let best, match.rank <= best.match.rank { continue }
            best = (match, text, index)
        }
        guard let best else { return nil }
        var block = ByteText(UnsafeMutableBufferPointer(rebasing: numbers[..<32]))
        var lot = ByteText(UnsafeMutableBufferPointer(rebasing: numbers[32...]))
        best.match.parts?.writeBlock(to: &block)
        best.match.parts?.writeLot(to: &lot)
        return try body(
            AddressFields(
                match: best.match, letters: best.letters, address: address, reader: readers[best.reader],
                block: block.bytes, lot: lot.bytes))
    }
}

extension AddressMatch {
    /// The finer place first; of two that lead no further, the one that knows what was perhaps meant.
    fileprivate var rank: (Int, Int, Double) {
        (level.rawValue, town == nil && !alternatives.isEmpty ? 1 : 0, confidence)
    }
}
