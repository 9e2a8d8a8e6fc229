import CZip

/// The text of a part of an archive on disk; `nil` where there is no such part.
func part(_ path: String, of file: String) -> String? {
    guard let archive = zip_open(file, ZIP_RDONLY, nil) else { return nil }
    defer { zip_discard(archive) }
    guard let entry = zip_fopen(archive, path, 0) else { return nil }
    defer { zip_fclose(entry) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = zip_fread(entry, &chunk, UInt64(chunk.count))
        if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
        bytes += chunk.prefix(Int(count))
    }
}
