import CNettle

/// UUIDs made from names (RFC 9562, version 5): the same thing has the same one in every run and wave.
enum NameUUID {
    /// The namespace of URLs (RFC 9562, 6.6).
    private static let namespace: [UInt8] = [
        0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
    ]

    /// - Parameters:
    ///   - kind: what is named, such as `organization`.
    ///   - code: of the municipality; two cities may have organisations of one name.
    static func make(_ kind: String, _ name: String, in code: String) -> String {
        make("tsunagi:\(code):\(kind):\(name)")
    }

    static func make(_ name: String) -> String {
        var context = sha1_ctx()
        nettle_sha1_init(&context)
        let bytes = namespace + name.utf8
        nettle_sha1_update(&context, bytes.count, bytes)
        var digest = [UInt8](repeating: 0, count: 16)
        nettle_sha1_digest(&context, digest.count, &digest)
        digest[6] = digest[6] & 0x0F | 0x50
        digest[8] = digest[8] & 0x3F | 0x80
        let digits = digest.map { byte in
            let text = String(byte, radix: 16)
            return text.utf8.count == 1 ? "0" + text : text
        }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }
}
