internal import CNettle
internal import FoundationEssentials
internal import Model
internal import Tabular

enum FileDigest {
    /// SHA-256 of a file, as lower-case hexadecimal.
    static func sha256(of url: URL, name: String) throws(StageError) -> String {
        do {
            return sha256(try Data(contentsOf: url, options: .alwaysMapped))
        } catch {
            throw StageError(.fileUnreadable, at: CellLocation(file: name), found: SystemReason.found(in: error))
        }
    }

    static func sha256(_ bytes: Data) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        bytes.withUnsafeBytes { buffer in
            nettle_sha256_update(&context, buffer.count, buffer.bindMemory(to: UInt8.self).baseAddress)
        }
        nettle_sha256_digest(&context, digest.count, &digest)
        return hexadecimal(digest)
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
