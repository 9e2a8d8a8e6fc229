internal import Foundation
internal import GRDB
public import Model
internal import Queries

/// `tsunagi.gpkg`: organisations, coverage and gaps as an OGC GeoPackage 1.3, in JGD2011 (EPSG:6668), for GIS programs.
///
/// The same report gives the same bytes. Where the location of an organisation is withheld, its row has no geometry, address
/// or mesh.
public struct GeoPackage {
    public static let name = "tsunagi.gpkg"
    /// "GPKG", and version 1.3.0 (OGC 12-128r17, requirement 2).
    private static let (applicationID, version) = (0x4750_4B47, 10300)
    static let reference = 6668

    private let report: RunReport

    public init(_ report: RunReport) { self.report = report }

    /// - Parameter path: of an empty file, or a place where there is none.
    /// - Returns: how many rows the layers have that are no views.
    /// - Throws: `StageError` with `outputUnwritable`.
    public func write(to path: String) throws(StageError) -> Int {
        do {
            let database = try DatabaseQueue(path: path)
            try database.writeWithoutTransaction { db in
                // It is published with the whole output, after a sync.
                try db.execute(sql: "pragma journal_mode = memory")
                try db.execute(sql: "pragma synchronous = off")
                try db.execute(sql: "pragma application_id = \(Self.applicationID)")
                try db.execute(sql: "pragma user_version = \(Self.version)")
            }
            try database.write { try Layers(db: $0, report: report).write() }
            try database.close()
        } catch {
            throw StageError(
                .outputUnwritable, at: CellLocation(file: Self.name),
                found: Register.reason(of: error)?.rawValue ?? "\(error)")
        }
        return report.organizations.count + report.areas.count + report.coverage.count
    }
}

private struct Layers {
    let db: Database
    let report: RunReport

    func write() throws {
        try db.execute(sql: Query.geopackageTables.text)
        let points = try insertOrganizations()
        let outlines = try insertAreas()
        try insertCells()
        let contents = try Inserter(
            db, "gpkg_contents",
            [
                "table_name", "data_type", "identifier", "description", "last_change", "min_x", "min_y", "max_x",
                "max_y",
                "srs_id",
            ])
        let geometries = try Inserter(
            db, "gpkg_geometry_columns", ["table_name", "column_name", "geometry_type_name", "srs_id", "z", "m"])
        func describe(_ table: String, _ type: String, _ text: String, _ rest: [(any DatabaseValueConvertible)?]) throws
        {
            try contents.insert([table, type, table, text, "\(report.wave.asOf)T00:00:00.000Z"] + rest)
        }
        for layer in Self.layers {
            let bounds = layer.geometry == "POINT" ? points : outlines
            try describe(
                layer.table, "features", layer.description,
                [bounds?.west, bounds?.south, bounds?.east, bounds?.north, GeoPackage.reference])
            try geometries.insert([layer.table, "geom", layer.geometry, GeoPackage.reference, 0, 0])
        }
        try describe("cells", "attributes", "地域 × 活動内容 × 活動の種類（面なし）", [nil, nil, nil, nil, nil])
    }

    private static let layers: [(table: String, geometry: String, description: String)] = [
        ("organizations", "POINT", "団体（所在地を秘匿する団体は位置なし）"), ("areas", "MULTIPOLYGON", "地域"),
        ("coverage", "MULTIPOLYGON", "地域 × 活動内容 × 活動の種類"), ("gaps", "MULTIPOLYGON", "参加団体が2以上でないもの"),
    ]

    private func insertOrganizations() throws -> GeometryBounds? {
        let rows = try Inserter(
            db, "organizations",
            [
                "geom", "organization_id", "name", "organization_type", "address", "municipality_code", "town",
                "geocode_level", "mesh_code", "service_area_kind", "service_area_codes", "themes", "support_types",
                "is_member", "responded", "location_withheld",
            ])
        var bounds: GeometryBounds?
        for profile in report.organizations {
            let organization = profile.organization
            let location = DisclosedLocation(organization)
            let place = location.place
            var geometry: Data?
            if let longitude = place?.longitude, let latitude = place?.latitude {
                let point = AreaOutline.Point(longitude: longitude, latitude: latitude)
                geometry = GeoPackageGeometry.point(point)
                GeometryBounds.include([point], in: &bounds)
            }
            let area = organization.serviceArea
            try rows.insert([
                geometry, organization.id, organization.name, profile.organizationTypeLabel, location.address,
                place?.municipalityCode, place?.town, place?.level.rawValue, place?.meshCode, area.kind.rawValue,
                area.knownCodes.joined(separator: ";"), profile.themes.map(\.label).joined(separator: ";"),
                profile.supportTypes.map(\.label).joined(separator: ";"), organization.isMember,
                organization.hasResponded, organization.isLocationWithheld,
            ])
        }
        return bounds
    }

    private func insertAreas() throws -> GeometryBounds? {
        let rows = try Inserter(db, "areas", ["geom", "area_code", "area", "kind", "population"])
        var bounds: GeometryBounds?
        for area in report.areas {
            let outline = report.outlines[area.code]
            for ring in outline?.polygons.joined() ?? [].joined() { GeometryBounds.include(ring, in: &bounds) }
            try rows.insert([
                outline.map(GeoPackageGeometry.multiPolygon), area.code, area.name, area.kind.rawValue, area.population,
            ])
        }
        return bounds
    }

    private func insertCells() throws {
        let rows = try Inserter(
            db, "cells",
            [
                "area_code", "theme", "theme_id", "support_type", "support_type_id", "need", "member_count",
                "known_count",
                "expected_unknown", "gap_kind", "gap", "inferred",
            ])
        let themes = Dictionary(
            report.taxonomy.themes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        let types = Dictionary(
            report.taxonomy.supportTypes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        for cell in report.coverage {
            try rows.insert([
                cell.key.areaCode, cell.key.themeID.flatMap { themes[$0] }, cell.key.themeID,
                cell.key.supportTypeID.flatMap { types[$0] }, cell.key.supportTypeID, cell.need, cell.memberCount,
                cell.knownCount, cell.expectedUnknown, cell.gap.rawValue, cell.gap.label, cell.isInferred,
            ])
        }
    }
}
