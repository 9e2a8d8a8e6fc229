internal import CNettle

/// A slow hash: what it was made of can only be found by trying, and each try costs.
enum SaltedHash {
    /// Bytes of a salt and of a hash.
    static let length = 16

    /// PBKDF2 with HMAC-SHA-256 (RFC 8018), as lower-case hexadecimal.
    /// - Parameter rounds: how often the hash is taken.
    static func hash(_ text: String, salt: [UInt8], rounds: Int) -> String {
        let key = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: length)
        nettle_pbkdf2_hmac_sha256(key.count, key, UInt32(rounds), salt.count, salt, digest.count, &digest)
        return FileDigest.hexadecimal(digest)
    }

    /// The bytes that hexadecimal digits stand for; `nil` for anything else.
    static func bytes(hexadecimal text: Substring) -> [UInt8]? {
        let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
