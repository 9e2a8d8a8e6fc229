internal import CSystem
internal import Glibc

/// The running program, also where no `/proc` is mounted, as in a plain chroot: Swift's own `CommandLine` reads it there.
public enum ProgramFile {
    /// The kernel's link to its file, which leads there even after the file was replaced; without `/proc`, the path by
    /// which it was started.
    public static let path: String = {
        let link = "/proc/self/exe"
        if access(link, X_OK) == 0 { return link }
        return String(cString: tsunagi_started_as())
    }()

    /// What it was started with, its own name first.
    public static let arguments: [String] = {
        var arguments: [String] = []
        while let argument = tsunagi_argument(Int32(arguments.count)) { arguments.append(String(cString: argument)) }
        return arguments
    }()
}
