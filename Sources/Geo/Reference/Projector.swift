import CProj
public import Model

/// Projects points of JGD2011 (EPSG:6668) to a plane rectangular zone (EPSG:6669–6687), through PROJ.
///
/// It owns one PROJ context, which must not be used by two threads at once, so it can't be shared between tasks.
/// The network is off, and nothing is fetched or looked for outside the library's own database.
public final class Projector {
    /// What PROJ did, for the manifest.
    public struct Operation: Sendable, Hashable {
        public let epsg: Int
        /// Such as `Japan Plane Rectangular CS zone II`.
        public let description: String
        /// Metres; 0 where it is a mere projection, `nil` where PROJ doesn't know.
        public let accuracy: Double?
    }

    private struct Conversion {
        let transformation: OpaquePointer
        let operation: Operation
    }

    private let context: OpaquePointer
    private var conversions: [Int: Conversion] = [:]

    /// - Throws: `StageError` (`projection_failed`) when PROJ can't be used at all.
    public init() throws(StageError) {
        guard let context = proj_context_create() else {
            throw StageError(.projectionFailed, at: CellLocation(file: "PROJ"), found: "context")
        }
        self.context = context
        proj_context_set_enable_network(context, 0)
        proj_log_level(context, PJ_LOG_NONE)
    }

    deinit {
        for conversion in conversions.values { proj_destroy(conversion.transformation) }
        proj_context_destroy(context)
    }

    /// The operations used so far, by EPSG code.
    public var operations: [Operation] { conversions.values.map(\.operation).sorted { $0.epsg < $1.epsg } }

    /// - Parameters:
    ///   - latitude: degrees, JGD2011.
    ///   - longitude: degrees, JGD2011.
    ///   - epsg: 6669–6687, see ``Prefectures/epsg(prefectureCode:municipalityCode:latitude:longitude:)``.
    /// - Returns: metres. The system calls northing X and easting Y.
    /// - Throws: `StageError` (`projection_failed`) when PROJ doesn't know the system or the point can't be projected.
    public func plane(
        latitude: Double, longitude: Double, epsg: Int
    ) throws(StageError) -> (easting: Double, northing: Double) {
        let conversion = try conversion(to: epsg)
        // EPSG:6668 has latitude first, and the plane systems have northing first; PROJ keeps to both.
        let plane = proj_trans(conversion.transformation, PJ_FWD, proj_coord(latitude, longitude, 0, 0))
        guard plane.v.0.isFinite, plane.v.1.isFinite else {
            throw failure(epsg, "\(latitude), \(longitude)")
        }
        return (easting: plane.v.1, northing: plane.v.0)
    }

    private func conversion(to epsg: Int) throws(StageError) -> Conversion {
        if let known = conversions[epsg] { return known }
        // The system's own conversion from its base is all that is needed. Asking for an operation between two
        // systems would search the whole database, which takes longer than a run may.
        guard (6669...6687).contains(epsg),
            let system = proj_create_from_database(context, "EPSG", String(epsg), PJ_CATEGORY_CRS, 0, nil)
        else { throw failure(epsg, "EPSG:\(epsg)") }
        defer { proj_destroy(system) }
        guard try baseCode(of: system, epsg) == "6668",
            let transformation = proj_crs_get_coordoperation(context, system)
        else { throw failure(epsg, "EPSG:\(epsg)") }
        let info = proj_pj_info(transformation)
        let operation = Operation(
            epsg: epsg, description: info.description.map { String(cString: $0) } ?? "",
            accuracy: info.accuracy >= 0 ? info.accuracy : nil)
        let conversion = Conversion(transformation: transformation, operation: operation)
        conversions[epsg] = conversion
        return conversion
    }

    private func baseCode(of system: OpaquePointer, _ epsg: Int) throws(StageError) -> String {
        guard let base = proj_get_source_crs(context, system) else { throw failure(epsg, "EPSG:\(epsg)") }
        defer { proj_destroy(base) }
        return proj_get_id_code(base, 0).map { String(cString: $0) } ?? ""
    }

    private func failure(_ epsg: Int, _ found: String) -> StageError {
        let number = proj_context_errno(context)
        let reason = number == 0 ? nil : proj_context_errno_string(context, number).map { String(cString: $0) }
        return StageError(
            .projectionFailed, at: CellLocation(file: "PROJ"),
            found: [found, reason].compactMap(\.self).joined(separator: ": "), expected: "EPSG:6669–6687")
    }
}
