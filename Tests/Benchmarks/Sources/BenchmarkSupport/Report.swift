internal import Glibc

/// A table in Markdown, printed line by line as the figures come.
public struct Report {
    public init(title: String, columns: [String]) {
        BenchmarkLog.write("\n## \(title)\n\n\(Machine.line)\n", to: STDOUT_FILENO)
        row(columns)
        row(columns.map { _ in "---" })
    }

    public func row(_ cells: [String]) {
        BenchmarkLog.write("| \(cells.joined(separator: " | ")) |", to: STDOUT_FILENO)
    }

    /// What stands beside the table, such as a peer that isn't there.
    public func remark(_ text: String) { BenchmarkLog.line(text) }
}

extension Double {
    /// With so many decimals, and a point whatever the locale.
    public func text(decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = Int((self * scale).rounded())
        guard decimals > 0 else { return String(scaled) }
        let digits = String(abs(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return (scaled < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }
}

extension Measurement {
    /// `2.21 s`
    public var time: String { seconds.text(decimals: 2) + " s" }
    /// `2.15 s`; well below ``time`` where the program waited, also for others on the same machine.
    public var processorTime: String { processorSeconds.text(decimals: 2) + " s" }
    /// `15 MB`, of 1,000,000 bytes.
    public var memory: String { "\((Double(peakBytes) / 1e6).text(decimals: 0)) MB" }
    /// `278 MB/s` for so many bytes.
    public func speed(bytes: Int) -> String { "\((Double(bytes) / 1e6 / seconds).text(decimals: 0)) MB/s" }
    /// `91,000/s` for so many rows or other things.
    public func speed(count: Int) -> String { "\(Int(Double(count) / 1000 / seconds)),000/s" }
    /// The same by the processor's time, which others on the same machine change less.
    public func processorSpeed(count: Int) -> String { "\(Int(Double(count) / 1000 / processorSeconds)),000/s" }
}
