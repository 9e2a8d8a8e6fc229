internal import Glibc

/// What a benchmark is started with: `--key value` and plain words.
public struct Arguments {
    public let words: [String]
    private let options: [String: String]

    /// - Parameter known: options besides `--from`, the folder that paths of the caller start at.
    /// - Throws: `BenchmarkError` for an option that isn't known or has no value.
    public init(known: [String]) throws(BenchmarkError) {
        let known = known + ["from"]
        var (words, options): ([String], [String: String]) = ([], [:])
        var rest = CommandLine.arguments.dropFirst()
        while let word = rest.popFirst() {
            guard word.hasPrefix("--") else {
                words.append(word)
                continue
            }
            let key = String(word.dropFirst(2))
            guard known.contains(key), let value = rest.popFirst() else {
                throw BenchmarkError("\(word)? Options: \(known.map { "--\($0)" }.joined(separator: ", "))")
            }
            options[key] = value
        }
        self.words = words
        self.options = options
    }

    public subscript(key: String) -> String? { options[key] }

    /// The path of a file that the caller names.
    public func path(_ key: String) -> String? { options[key].map(absolute) }

    public func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(options["from"] ?? ".")/\(path)"
    }

    public func integer(_ key: String, default value: Int) -> Int { options[key].flatMap { Int($0) } ?? value }

    /// The benchmark's own program, for a case that runs in a process of its own.
    public static var program: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        return String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
