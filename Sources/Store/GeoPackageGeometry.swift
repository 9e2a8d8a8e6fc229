internal import Foundation
internal import Model

/// The box around geometries, in degrees.
struct GeometryBounds {
    private(set) var west = Double.infinity
    private(set) var south = Double.infinity
    private(set) var east = -Double.infinity
    private(set) var north = -Double.infinity

    init(_ points: some Sequence<AreaOutline.Point>) {
        for point in points {
            west = min(west, point.longitude)
            south = min(south, point.latitude)
            east = max(east, point.longitude)
            north = max(north, point.latitude)
        }
    }

    /// - Parameter bounds: `nil` as long as there is no point.
    static func include(_ points: some Collection<AreaOutline.Point>, in bounds: inout GeometryBounds?) {
        guard !points.isEmpty else { return }
        let own = GeometryBounds(points)
        guard var box = bounds else {
            bounds = own
            return
        }
        (box.west, box.south) = (min(box.west, own.west), min(box.south, own.south))
        (box.east, box.north) = (max(box.east, own.east), max(box.north, own.north))
        bounds = box
    }
}

/// Geometries as a GeoPackage holds them: a header with the box, then well-known binary, all little-endian (OGC 12-128r17,
/// 2.1.3). X is longitude and Y latitude, whatever the order of the axes of the reference system.
enum GeoPackageGeometry {
    static func point(_ point: AreaOutline.Point) -> Data {
        var bytes = header(GeometryBounds(CollectionOfOne(point)))
        bytes.append(kind: 1)
        bytes.append(point)
        return bytes.data
    }

    static func multiPolygon(_ outline: AreaOutline) -> Data {
        var bytes = header(GeometryBounds(outline.polygons.joined().joined()))
        bytes.append(kind: 6)
        bytes.append(count: outline.polygons.count)
        for polygon in outline.polygons {
            bytes.append(kind: 3)
            bytes.append(count: polygon.count)
            for ring in polygon {
                bytes.append(count: ring.count)
                for point in ring { bytes.append(point) }
            }
        }
        return bytes.data
    }

    /// "GP", version 0, flags (a box of X and Y, little-endian), the reference system, the box.
    private static func header(_ bounds: GeometryBounds) -> Bytes {
        var bytes = Bytes()
        bytes.data.append(contentsOf: [0x47, 0x50, 0, 0b0000_0011])
        bytes.append(count: GeoPackage.reference)
        for value in [bounds.west, bounds.east, bounds.south, bounds.north] { bytes.append(value) }
        return bytes
    }

    private struct Bytes {
        var data = Data()

        /// Byte order and type of a geometry in well-known binary.
        mutating func append(kind: Int) {
            data.append(1)
            append(count: kind)
        }

        mutating func append(count: Int) {
            withUnsafeBytes(of: UInt32(count).littleEndian) { data.append(contentsOf: $0) }
        }

        mutating func append(_ value: Double) {
            withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
        }

        mutating func append(_ point: AreaOutline.Point) {
            append(point.longitude)
            append(point.latitude)
        }
    }
}
