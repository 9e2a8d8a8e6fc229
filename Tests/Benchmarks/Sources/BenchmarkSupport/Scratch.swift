internal import Glibc

/// A folder for the files that a benchmark makes. They are kept, so that the next run finds them.
public struct Scratch {
    public let path: String

    /// - Throws: `BenchmarkError` when the folder can't be made.
    public init(_ path: String) throws(BenchmarkError) {
        self.path = path
        var made = path.hasPrefix("/") ? "" : "."
        for step in path.split(separator: "/") {
            made += "/" + step
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else {
                throw BenchmarkError("\(made): \(String(cString: strerror(errno)))")
            }
        }
    }

    /// The path of a file, made by `make` under another name first where it isn't there yet.
    public func file(_ name: String, _ make: (String) throws -> Void) throws -> String {
        let (file, unfinished) = ("\(path)/\(name)", "\(path)/\(name).part")
        if access(file, F_OK) == 0 { return file }
        try make(unfinished)
        guard rename(unfinished, file) == 0 else {
            throw BenchmarkError("\(file): \(String(cString: strerror(errno)))")
        }
        return file
    }

    public static func size(of file: String) -> Int {
        var status = stat()
        return stat(file, &status) == 0 ? Int(status.st_size) : 0
    }

    /// The text of a small file; empty where there is none.
    public static func text(of file: String) -> String {
        guard let stream = fopen(file, "r") else { return "" }
        defer { fclose(stream) }
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = fread(&bytes, 1, bytes.count, stream)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}

/// A file that is written from its beginning to its end.
public final class OutputFile {
    private let stream: UnsafeMutablePointer<FILE>
    private let path: String

    public init(_ path: String) throws(BenchmarkError) {
        guard let stream = fopen(path, "w") else {
            throw BenchmarkError("\(path): \(String(cString: strerror(errno)))")
        }
        self.stream = stream
        self.path = path
    }

    deinit { fclose(stream) }

    public func write(_ bytes: [UInt8]) throws(BenchmarkError) {
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
            throw BenchmarkError("\(path): \(String(cString: strerror(errno)))")
        }
    }

    public static func write(_ text: String, to path: String) throws(BenchmarkError) {
        try OutputFile(path).write(Array(text.utf8))
    }
}
