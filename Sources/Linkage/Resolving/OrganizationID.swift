internal import CNettle

/// The id of an organisation: it depends on what its first record says and on nothing else.
public enum OrganizationID {
    /// `o` and the first 12 base-32 characters (RFC 4648, lower case) of the SHA-256 of the content key.
    public static func id(contentKey: String) -> String {
        let key = Array(contentKey.utf8)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        var context = sha256_ctx()
        nettle_sha256_init(&context)
        nettle_sha256_update(&context, key.count, key)
        nettle_sha256_digest(&context, digest.count, &digest)
        var bits: UInt64 = 0
        for byte in digest.prefix(8) { bits = bits << 8 | UInt64(byte) }
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
        return "o" + String((0..<12).map { alphabet[Int(bits >> (59 - 5 * UInt64($0)) & 31)] })
    }

    /// Ids in the order of `contentKeys`. Two organisations of the same name at the same address (a decision keeps them
    /// apart) would share an id; the later one takes the hash of its key with a counter.
    /// - Parameter taken: ids that other organisations have already.
    public static func ids(contentKeys: [String], avoiding taken: Set<String> = []) -> [String] {
        var used = taken
        return contentKeys.map { key in
            var id = id(contentKey: key)
            var counter = 2
            while !used.insert(id).inserted {
                id = self.id(contentKey: "\(key)#\(counter)")
                counter += 1
            }
            return id
        }
    }
}
