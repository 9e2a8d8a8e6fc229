import CZip
import Glibc
import Model

/// Gets a file out of what it is packed in.
enum Unpacking {
    enum Step: Sendable {
        case entry(UInt64)
        case gzip
    }

    /// Archives in archives that are opened.
    static let maximumDepth = 3

    static func follow(
        _ steps: [Step], from outer: InputFile, name: String, limits: Limits
    ) throws(StageError) -> InputFile {
        var file = outer
        for (offset, step) in steps.enumerated() {
            let inner = offset == steps.count - 1 ? name : file.location.file
            switch step {
            case .gzip:
                file = InputFile(bytes: try Gunzip.bytes(of: file, limits: limits), name: inner)
            case .entry(let index):
                file = try unpack(index, of: try ZipArchive(file, limits: limits), name: inner, limits: limits)
            }
        }
        return file
    }

    static func unpack(
        _ index: UInt64, of archive: ZipArchive, name: String, limits: Limits
    ) throws(StageError) -> InputFile {
        let entry = try archive.open(index)
        return InputFile(bytes: try read(entry, count: entry.size), name: name)
    }

    fileprivate static func read(_ entry: ZipEntry, count: Int) throws(StageError) -> [UInt8] {
        var failure: StageError?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { buffer, filled in
            filled = 0
            do throws(StageError) {
                while filled < count {
                    let got = try entry.read(
                        into: UnsafeMutableRawBufferPointer(
                            rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count]))
                    if got == 0 { break }
                    filled += got
                }
                // Only at the end is the checksum looked at.
                if filled == entry.size {
                    let end = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
                    defer { end.deallocate() }
                    _ = try entry.read(into: end)
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}

extension ZipArchive {
    var count: UInt64 { UInt64(max(0, zip_get_num_entries(handle, 0))) }

    /// Path of an entry. Windows of old wrote Japanese names as CP932 without saying so.
    func name(of index: UInt64) -> String? {
        guard let raw = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_RAW)) else { return nil }
        if let name = String(validatingCString: raw) { return name }
        return Self.decoded(UnsafeBufferPointer(start: raw, count: strlen(raw)).map { UInt8(bitPattern: $0) })
    }

    private static func decoded(_ bytes: [UInt8]) -> String {
        guard let decoder = CP932Decoder() else { return String(decoding: bytes, as: UTF8.self) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 3 + 8) { room in
            guard let base = room.baseAddress else { return "" }
            var output = DecodedText(base: base)
            bytes.withUnsafeBufferPointer { _ = decoder.decode($0, isLast: true, into: &output) }
            return String(decoding: room[..<output.count], as: UTF8.self)
        }
    }

    /// - Throws: as ``open(_:atMost:)``.
    func prefix(of index: UInt64, count: Int) throws(StageError) -> [UInt8] {
        let entry = try open(index)
        return try Unpacking.read(entry, count: min(count, entry.size))
    }
}
