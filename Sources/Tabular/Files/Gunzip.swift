import CZlib
import Model

/// Unpacks gzip, RFC 1952: one or several members, one behind the other.
enum Gunzip {
    /// - Throws: `fileDamaged`, or `fileTooLarge` beyond the limits for what is unpacked.
    static func bytes(of file: InputFile, limits: Limits) throws(StageError) -> [UInt8] {
        // The last four bytes are the size modulo 2³², a good guess where it isn't a lie.
        let tail = try file.bytes(from: max(0, file.size - 4), count: 4)
        let stated = tail.reversed().reduce(0) { $0 << 8 | Int($1) }
        var output: [UInt8] = []
        if stated <= limits.unpackedBytes, stated / max(1, file.size) <= limits.compressionRatio {
            output.reserveCapacity(stated + 1)
        }
        try unpack(file, limits: limits, most: .max, into: &output)
        return output
    }

    /// The first bytes, at most `count`.
    static func prefix(of file: InputFile, count: Int, limits: Limits) throws(StageError) -> [UInt8] {
        var output: [UInt8] = []
        try unpack(file, limits: limits, most: count, into: &output)
        return output
    }

    private static func unpack(
        _ file: InputFile, limits: Limits, most: Int, into output: inout [UInt8]
    ) throws(StageError) {
        let stream = try InflateStream(file)
        var chunk = [UInt8](repeating: 0, count: min(1 << 18, max(most, 1)))
        while output.count < most {
            let got = try stream.read(into: &chunk)
            if got == 0 { return }
            output.append(contentsOf: chunk.prefix(min(got, most - output.count)))
            guard output.count <= limits.unpackedBytes else {
                throw StageError(
                    .fileTooLarge, at: file.location, found: "> \(limits.unpackedBytes) bytes",
                    expected: "\(limits.unpackedBytes) bytes")
            }
            let ratio = output.count / max(1, stream.consumed)
            if output.count > 16 << 20, ratio > limits.compressionRatio {
                throw StageError(
                    .fileTooLarge, at: file.location, found: "\(ratio) : 1", expected: "\(limits.compressionRatio) : 1")
            }
        }
    }
}

/// zlib's state, which must not move while it is used.
private final class InflateStream {
    private let file: InputFile
    private let state: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    private var offset = 0
    private var isBetweenMembers = true
    private var members = 0

    init(_ file: InputFile) throws(StageError) {
        self.file = file
        state = .allocate(capacity: 1)
        state.initialize(to: z_stream())
        input = .allocate(byteCount: 1 << 16, alignment: 16)
        // 16 more than the largest window: gzip and nothing else.
        guard inflateInit2_(state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw StageError(.fileUnreadable, at: file.location, found: "zlib")
        }
    }

    deinit {
        inflateEnd(state)
        state.deallocate()
        input.deallocate()
    }

    /// Packed bytes used so far.
    var consumed: Int { offset - Int(state.pointee.avail_in) }

    /// - Returns: 0 at the end, where all checksums have been found right.
    func read(into chunk: inout [UInt8]) throws(StageError) -> Int {
        while true {
            if state.pointee.avail_in == 0 { try refill() }
            if isBetweenMembers {
                if try !beginMember() { return 0 }
                continue
            }
            let isAtEnd = state.pointee.avail_in == 0
            let (code, got) = chunk.withUnsafeMutableBufferPointer { buffer in
                state.pointee.next_out = buffer.baseAddress
                state.pointee.avail_out = uInt(buffer.count)
                let code = inflate(state, Z_NO_FLUSH)
                return (code, buffer.count - Int(state.pointee.avail_out))
            }
            switch code {
            case Z_STREAM_END:
                isBetweenMembers = true
                members += 1
            case Z_OK, Z_BUF_ERROR:
                if isAtEnd, got == 0 { throw damaged("unexpected end") }
            default:
                throw damaged(state.pointee.msg.map { String(cString: $0) } ?? "gzip")
            }
            if got > 0 { return got }
        }
    }

    /// False at the end of the file. Zeros that fill a block up are no member.
    private func beginMember() throws(StageError) -> Bool {
        while state.pointee.avail_in > 0, members > 0, state.pointee.next_in.pointee == 0 {
            state.pointee.next_in += 1
            state.pointee.avail_in -= 1
            if state.pointee.avail_in == 0 { try refill() }
        }
        guard state.pointee.avail_in > 0 else {
            if members == 0 { throw damaged("unexpected end") }
            return false
        }
        if members > 0 { inflateReset(state) }
        isBetweenMembers = false
        return true
    }

    private func refill() throws(StageError) {
        let got = try file.read(into: input, from: offset)
        offset += got
        state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        state.pointee.avail_in = uInt(got)
    }

    private func damaged(_ reason: String) -> StageError {
        StageError(.fileDamaged, at: file.location, found: "gzip: \(reason)")
    }
}
