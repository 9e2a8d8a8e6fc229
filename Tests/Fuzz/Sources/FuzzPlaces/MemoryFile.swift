internal import FuzzSupport
internal import Glibc

/// Files that have a path and are nowhere on a disk, for what opens files by their path.
public enum MemoryFile {
    /// Calls `body` with the path of each; they are gone afterwards.
    public static func with<Result, Failure>(
        _ contents: [[UInt8]], _ body: ([String]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let descriptors = contents.map { descriptor(of: $0) }
        defer { for descriptor in descriptors { close(descriptor) } }
        return try body(descriptors.map { "/proc/self/fd/\($0)" })
    }

    private static func descriptor(of bytes: [UInt8]) -> Int32 {
        var name = Array("/dev/shm/fuzz-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        expect(descriptor >= 0, "there is memory for a file")
        unlink(name)
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            }
            expect(written > 0, "there is memory for a file")
            start += written
        }
        return descriptor
    }
}
