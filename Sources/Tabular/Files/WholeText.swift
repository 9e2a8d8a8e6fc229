public import Model

/// A text file whole in memory, as UTF-8 without a byte order mark, whichever encoding of Japanese it is in.
public struct WholeText: Sendable {
    /// Valid UTF-8.
    public let bytes: [UInt8]
    /// The encoding that was found.
    public let encoding: TextEncoding

    /// - Parameters:
    ///   - path: where the file is.
    ///   - name: what messages call it.
    ///   - limit: bytes that it may have.
    ///   - check: is given the first bytes of the file, at most 1024, before anything else is read, and throws when
    ///     they are those of something else.
    /// - Throws: `fileMissing`, `fileUnreadable`, `fileTooLarge`, `encodingUnknown`, and `undecodableBytes` for the
    ///   first bytes that are no characters.
    public init(
        path: String, name: String, limit: Int = 1 << 30,
        checking check: (_ head: [UInt8]) throws(StageError) -> Void = { _ in }
    ) throws(StageError) {
        let file = try InputFile(path: path, name: name)
        guard file.size <= limit else {
            throw StageError(
                .fileTooLarge, at: file.location, found: "\(file.size) bytes", expected: "\(limit) bytes")
        }
        try check(try file.prefix(1024))
        let detected = try DetectedEncoding(file, wanted: nil)
        encoding = detected.encoding
        bytes =
            detected.isKnownUTF8
            ? try file.bytes(from: detected.markLength, count: file.size)
            : try Self.decoded(file, detected)
    }

    private static func decoded(_ file: InputFile, _ detected: DetectedEncoding) throws(StageError) -> [UInt8] {
        var stream = try TextStream(file, detected)
        let window = ByteWindow(capacity: file.size + file.size / 2 + 64)
        while try stream.read(into: window) {}
        if let defect = stream.takeDefects(before: .max).first(where: { $0.readAs == nil }) {
            let bytes = defect.bytes.map { byte in
                let digits = String(byte, radix: 16, uppercase: true)
                return digits.utf8.count < 2 ? "0" + digits : digits
            }
            throw StageError(
                .undecodableBytes, at: file.location, found: bytes.joined(separator: " "),
                expected: detected.encoding.rawValue)
        }
        return Array(UnsafeBufferPointer(start: window.base + window.start, count: window.count))
    }
}
