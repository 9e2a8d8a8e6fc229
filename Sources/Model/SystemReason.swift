internal import Glibc

/// Why the system would not read or write, where a person can do something about it.
///
/// A problem carries the raw value as what was found, and puts it into words where it is read.
public enum SystemReason: String, Sendable, CaseIterable {
    case diskFull = "disk_full"
    case quotaReached = "quota_reached"
    case sizeLimit = "size_limit"
    case accessDenied = "access_denied"
    case readOnly = "read_only"
    case notThere = "not_there"
    case isFolder = "is_folder"
    case isNoFolder = "is_no_folder"
    case deviceFailed = "device_failed"
    case inUse = "in_use"
    case nameTooLong = "name_too_long"

    /// - Parameter number: an `errno`.
    public init?(_ number: Int32) {
        switch number {
        case ENOSPC: self = .diskFull
        case EDQUOT: self = .quotaReached
        case EFBIG: self = .sizeLimit
        case EACCES, EPERM: self = .accessDenied
        case EROFS: self = .readOnly
        case ENOENT: self = .notThere
        case EISDIR: self = .isFolder
        case ENOTDIR: self = .isNoFolder
        case EIO: self = .deviceFailed
        case EBUSY, ETXTBSY: self = .inUse
        case ENAMETOOLONG: self = .nameTooLong
        default: return nil
        }
    }

    /// What a problem says it found: a raw value, or the system's own words for a reason that isn't among them.
    /// - Parameter number: an `errno`.
    public static func found(_ number: Int32) -> String {
        SystemReason(number)?.rawValue ?? String(cString: strerror(number))
    }

    public var wording: Wording {
        switch self {
        case .diskFull: Wording("ディスクの空きがありません", "the disk is full")
        case .quotaReached: Wording("割り当てられた容量を使い切っています", "the quota is used up")
        case .sizeLimit: Wording("書けるファイルの大きさの上限に達しました", "the limit on the size of a file is reached")
        case .accessDenied: Wording("権限がありません", "permission is denied")
        case .readOnly: Wording("読み取り専用の場所です", "the place is read-only")
        case .notThere: Wording("その場所がありません", "there is no such place")
        case .isFolder: Wording("フォルダです", "it is a folder")
        case .isNoFolder: Wording("フォルダではありません", "it is not a folder")
        case .deviceFailed:
            Wording(
                "ディスクの読み書きに失敗しました。空きと接続を確かめてください",
                "the disk failed; see whether it is full or no longer connected")
        case .inUse: Wording("ほかのプログラムが使っています", "another program is using it")
        case .nameTooLong: Wording("名前が長すぎます", "the name is too long")
        }
    }
}

extension ProblemCode {
    /// Whether what was found can be a ``SystemReason``, rather than something that a person wrote.
    var findsSystemReason: Bool {
        switch self {
        case .fileUnreadable, .outputUnwritable, .registerUnusable: true
        default: false
        }
    }
}
