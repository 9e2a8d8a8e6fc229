internal import Glibc

/// The machine on which figures were taken: without it they say nothing.
public enum Machine {
    /// `2026-11-21, 2 × Intel(R) Xeon(R) Processor, 24 GB, Debian GNU/Linux 12 (bookworm), Swift 6.3.1`
    public static var line: String {
        var now = time(nil)
        var day = tm()
        gmtime_r(&now, &day)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        let date = "\(day.tm_year + 1900)-\(two(day.tm_mon + 1))-\(two(day.tm_mday))"
        let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        let memory = Double(sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE)))
        return [
            date, "\(cores) × \(processor)", "\(Int((memory / 1e9).rounded())) GB", system, swift, "load \(load)",
        ].joined(separator: ", ")
    }

    /// Processes that wanted to run in the last minute; figures taken beside others are too high.
    public static var load: String {
        String(Scratch.text(of: "/proc/loadavg").prefix { $0 != " " })
    }

    private static var processor: String {
        let line = Scratch.text(of: "/proc/cpuinfo").split(separator: "\n").first { $0.hasPrefix("model name") }
        return line.flatMap { $0.split(separator: ":").last }.map { String($0.drop { $0 == " " }) } ?? "?"
    }

    private static var system: String {
        let line = Scratch.text(of: "/etc/os-release").split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
        return line.map { String($0.dropFirst(12)).filter { $0 != "\"" } } ?? "Linux"
    }

    private static var swift: String {
        guard let words = try? ChildProcess("swift", ["--version"]).output.split(separator: " "),
            let place = words.firstIndex(of: "version"), place + 1 < words.count
        else { return "Swift" }
        return "Swift \(words[place + 1])"
    }
}
