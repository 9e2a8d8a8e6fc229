internal import Glibc

/// Which file a path leads to, whatever it is called.
struct FileIdentity: Hashable {
    let device: UInt64
    let node: UInt64
    private let format: UInt32

    var isFolder: Bool { format == S_IFDIR }
    /// Rather than a pipe or a terminal.
    var isFile: Bool { format == S_IFREG }

    /// `nil` where there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        node = UInt64(status.st_ino)
        format = status.st_mode & S_IFMT
    }
}
