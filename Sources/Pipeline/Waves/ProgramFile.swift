internal import CSystem
internal import Glibc

/// The file of the running program.
public enum ProgramFile {
    /// The kernel's link to it, which leads there even after the file was replaced; in a root without `/proc`, the path by
    /// which the program was started.
    public static let path: String = {
        let link = "/proc/self/exe"
        if access(link, X_OK) == 0 { return link }
        return String(cString: tsunagi_started_as())
    }()
}
