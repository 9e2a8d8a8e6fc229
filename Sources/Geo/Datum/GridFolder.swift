import Glibc
import Model

/// A folder with grids of the Geospatial Information Authority, as GeoTIFF or NTv2.
///
/// EPSG's database asks for `tky2jgd.gsb`; the files come as `TKY2JGD.tif`, so that names are compared without case and
/// ending.
struct GridFolder {
    enum Grid: String, CaseIterable {
        /// Tokyo Datum → JGD2000.
        case tky2jgd
        /// JGD2000 → JGD2011, where the earthquake of 2011 moved the ground.
        case tohoku2011 = "touhokutaiheiyouoki2011"
    }

    /// `nil` where none was given.
    let path: String?
    private var files: [Grid: String] = [:]
    /// Grid files that no operation asks for.
    private(set) var others: [String] = []

    init(path: String?) throws(StageError) {
        self.path = path
        guard let path else { return }
        guard let stream = opendir(path) else {
            throw StageError(.fileMissing, at: CellLocation(file: path), found: path)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        // GeoTIFF sorts behind NTv2 and is taken where there are both.
        for name in names.sorted() {
            let parts = name.lowercased().split(separator: ".")
            guard parts.count == 2, let stem = parts.first, let ending = parts.last,
                ["tif", "tiff", "gsb"].contains(ending)
            else { continue }
            if let grid = Grid(rawValue: String(stem)) { files[grid] = name } else { others.append(name) }
        }
    }

    func file(of grid: Grid) -> String? { files[grid] }
}
