internal import Glibc

/// Progress and remarks, on standard error: the table alone is on standard output.
public enum BenchmarkLog {
    public static func line(_ text: String) { write(text, to: STDERR_FILENO) }

    /// At once, so that a table grows as its figures come.
    static func write(_ text: String, to descriptor: Int32) {
        var text = text + "\n"
        text.withUTF8 { bytes in
            var start = 0
            while start < bytes.count {
                let written = Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
                if written <= 0 { return }
                start += written
            }
        }
    }
}
