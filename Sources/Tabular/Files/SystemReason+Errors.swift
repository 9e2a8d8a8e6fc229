internal import FoundationEssentials
internal import Glibc
public import Model

extension SystemReason {
    /// What a problem says it found where Foundation would not read or write.
    public static func found(in error: any Error) -> String {
        if let error = error as? POSIXError { return found(error.code.rawValue) }
        guard let error = error as? CocoaError else { return "\(error)" }
        if let underlying = error.underlying as? POSIXError { return found(underlying.code.rawValue) }
        let reason: SystemReason? =
            switch error.code {
            case .fileNoSuchFile, .fileReadNoSuchFile: .notThere
            case .fileWriteNoPermission, .fileReadNoPermission: .accessDenied
            case .fileWriteOutOfSpace: .diskFull
            case .fileWriteVolumeReadOnly: .readOnly
            case .fileReadUnknown, .fileWriteUnknown: .deviceFailed
            default: nil
            }
        return reason?.rawValue ?? "\(error)"
    }
}
