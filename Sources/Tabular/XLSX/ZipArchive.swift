import CZip
import Model

/// The parts of a ZIP archive. Nothing is unpacked before its sizes have been looked at.
final class ZipArchive {
    let location: CellLocation
    private let limits: Limits
    let handle: OpaquePointer
    /// What libzip reads from, where the archive is in memory; it has to live as long as the archive.
    private let memory: UnsafeMutableRawPointer?

    init(_ file: InputFile, limits: Limits) throws(StageError) {
        location = file.location
        self.limits = limits
        let opened = try ZipArchive.open(file)
        handle = opened.handle
        memory = opened.memory
        let count = zip_get_num_entries(handle, 0)
        if count > limits.archiveEntries {
            throw StageError(
                .fileTooLarge, at: location, found: "\(count) entries", expected: "\(limits.archiveEntries) entries")
        }
    }

    deinit {
        zip_discard(handle)
        memory?.deallocate()
    }

    /// Index of a part by its path without a leading slash; case does not count, as in Excel.
    func index(of path: String) -> UInt64? {
        let index = zip_name_locate(handle, path, zip_flags_t(ZIP_FL_NOCASE | ZIP_FL_ENC_GUESS))
        return index < 0 ? oddlyNamed[path.lowercased()] : UInt64(index)
    }

    /// Parts that some programs name `xl\workbook.xml` or `/xl/workbook.xml`, by the names that they should have.
    private lazy var oddlyNamed: [String: UInt64] = {
        var byName: [String: UInt64] = [:]
        for index in 0..<UInt64(max(0, zip_get_num_entries(handle, 0))) {
            guard let bytes = zip_get_name(handle, index, zip_flags_t(ZIP_FL_ENC_GUESS)) else { continue }
            let name = String(cString: bytes)
            guard name.utf8.contains(UInt8(ascii: "\\")) || name.hasPrefix("/") || name.hasPrefix("./") else {
                continue
            }
            let steps = name.lowercased().split { $0 == "\\" || $0 == "/" }.drop { $0 == "." }
            byName[steps.joined(separator: "/")] = index
        }
        return byName
    }()

    /// Opens a part for reading.
    ///
    /// - Parameter most: bytes that it may have, if less than the limit for every part.
    /// - Throws: `fileEncrypted`, `fileTooLarge` or `fileDamaged`.
    func open(_ index: UInt64, atMost most: Int = .max) throws(StageError) -> ZipEntry {
        var status = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &status) == 0 else { throw damaged() }
        let name = status.name.map { String(cString: $0) } ?? ""
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw StageError(.fileEncrypted, at: location) }
        let (size, packed) = (Int(clamping: status.size), Int(clamping: status.comp_size))
        let limit = min(most, limits.unpackedBytes)
        guard size <= limit else {
            throw StageError(
                .fileTooLarge, at: location, found: "\(name): \(size) bytes", expected: "\(limit) bytes")
        }
        if size > 16 << 20, size / max(1, packed) > limits.compressionRatio {
            throw StageError(
                .fileTooLarge, at: location, found: "\(name): \(size / max(1, packed)) : 1",
                expected: "\(limits.compressionRatio) : 1")
        }
        guard let stream = zip_fopen_index(handle, index, 0) else { throw damaged() }
        return ZipEntry(archive: self, stream: stream, name: name, size: size)
    }

    func damaged(_ what: String? = nil) -> StageError {
        let reason = what ?? String(cString: zip_strerror(handle))
        return StageError(.fileDamaged, at: location, found: reason)
    }

    private static func open(
        _ file: InputFile
    ) throws(StageError) -> (handle: OpaquePointer, memory: UnsafeMutableRawPointer?) {
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        var memory: UnsafeMutableRawPointer?
        let source: OpaquePointer?
        if let descriptor = try file.duplicate() {
            // libzip reads what the file's name was resolved to, whatever stands under it by now.
            source = zip_source_filep_create(descriptor, 0, -1, &failure)
            if source == nil { fclose(descriptor) }
        } else {
            let bytes = try file.bytes(from: 0, count: file.size)
            let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
            bytes.withUnsafeBytes {
                copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
            }
            memory = copy
            source = zip_source_buffer_create(copy, UInt64(bytes.count), 0, &failure)
        }
        if let source, let handle = zip_open_from_source(source, ZIP_RDONLY, &failure) { return (handle, memory) }
        let reason = String(cString: zip_error_strerror(&failure))
        if let source { zip_source_free(source) }
        memory?.deallocate()
        throw StageError(.fileDamaged, at: file.location, found: reason)
    }
}

/// A part of an archive that is being read.
final class ZipEntry {
    let name: String
    /// Unpacked, as the archive states it, in bytes.
    let size: Int
    private let archive: ZipArchive
    private let stream: OpaquePointer
    private var consumed = 0

    fileprivate init(archive: ZipArchive, stream: OpaquePointer, name: String, size: Int) {
        self.archive = archive
        self.stream = stream
        self.name = name
        self.size = size
    }

    deinit { zip_fclose(stream) }

    /// Unpacks the next bytes; 0 at the end, where the checksum has been found right.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(StageError) -> Int {
        let count = zip_fread(stream, buffer.baseAddress, UInt64(buffer.count))
        guard count >= 0 else {
            let reason = zip_file_strerror(stream).map { String(cString: $0) } ?? ""
            throw archive.damaged("\(name): \(reason)")
        }
        consumed += Int(count)
        // An archive that lies about the size would get round the limits.
        guard consumed <= size else { throw archive.damaged("\(name): > \(size) bytes") }
        return Int(count)
    }
}
