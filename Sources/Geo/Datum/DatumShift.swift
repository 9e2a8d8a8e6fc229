internal import CProj
public import Model

/// Points of other reference systems → JGD2011 (EPSG:6668), through PROJ, and on to the plane rectangular systems.
///
/// Which operation is used is said here and never left to PROJ, which falls back to a rougher one without a word when
/// a grid is missing. It owns one PROJ context, which must not be used by two threads at once, so it can't be shared
/// between tasks. The network is off.
public final class DatumShift {
    let context: OpaquePointer
    private let grids: GridFolder
    private var operations: [String: OpaquePointer] = [:]

    /// - Parameter grids: a folder with grid files of the Geospatial Information Authority (see ``GridFolder``);
    ///   nothing is looked for elsewhere.
    /// - Throws: `projectionFailed` when PROJ can't be used at all, `fileMissing` when there is no such folder.
    public init(grids: String? = nil) throws(StageError) {
        self.grids = try GridFolder(path: grids)
        guard let context = proj_context_create() else { throw Self.failure("context") }
        self.context = context
        proj_context_set_enable_network(context, 0)
        proj_log_level(context, PJ_LOG_NONE)
        // The search path below would hide the database from a context that has not opened it yet.
        _ = proj_context_get_database_path(context)
        if let path = self.grids.path {
            path.withCString { folder in
                var folders: UnsafePointer<CChar>? = folder
                proj_context_set_search_paths(context, 1, &folders)
            }
        }
    }

    deinit {
        for operation in operations.values { proj_destroy(operation) }
        proj_context_destroy(context)
    }

    /// Names of files in the folder of grids that are not used, since no operation here asks for them.
    public var unusedGrids: [String] { grids.others }

    /// Moves points to JGD2011.
    ///
    /// - Parameters:
    ///   - points: in the system's own order of axes; afterwards degrees. What PROJ can't move becomes `nan`.
    ///   - system: where they are given.
    /// - Returns: what was done with how many of them; they add up to all points.
    public func shift(_ points: inout [CoordinatePair], from system: ReferenceSystem) throws(StageError)
        -> [AppliedOperation]
    {
        guard !points.isEmpty else { return [] }
        if let zone = system.planeZoneCode {
            try transform(&points, with: try plane(zone), PJ_INV)
        }
        var done: [AppliedOperation]
        switch system.datum {
        case .jgd2011:
            done = [AppliedOperation(.none, points.count)]
        case .wgs84:
            try transform(&points, with: try database("9936"), PJ_INV)
            done = [AppliedOperation(.wgs84, points.count)]
        case .jgd2000:
            done = try from2000(&points)
        case .tokyo:
            done = AppliedOperation.sequence(try fromTokyo(&points), try from2000(&points))
        }
        var failed = 0
        for index in points.indices where !(points[index].first.isFinite && points[index].second.isFinite) {
            points[index] = CoordinatePair(first: .nan, second: .nan)
            failed += 1
        }
        if failed > 0 { done.append(AppliedOperation(.failed, failed)) }
        return done
    }

    // MARK: Tokyo Datum → JGD2000

    private func fromTokyo(_ points: inout [CoordinatePair]) throws(StageError) -> [AppliedOperation] {
        var rest = Array(points.indices)
        var done: [AppliedOperation] = []
        if let file = grids.file(of: .tky2jgd) {
            rest = try shift(&points, rest, by: file)
            done.append(AppliedOperation(.tokyoGrid(file), points.count - rest.count))
        }
        if !rest.isEmpty {
            var subset = rest.map { points[$0] }
            try transform(&subset, with: try database("15483"), PJ_FWD)
            for (offset, index) in rest.enumerated() { points[index] = subset[offset] }
            done.append(AppliedOperation(.tokyoHelmert, rest.count))
        }
        return done.filter { $0.points > 0 }
    }

    // MARK: JGD2000 → JGD2011

    private func from2000(_ points: inout [CoordinatePair]) throws(StageError) -> [AppliedOperation] {
        var rest = Array(points.indices)
        var done: [AppliedOperation] = []
        if let file = grids.file(of: .tohoku2011) {
            rest = try shift(&points, rest, by: file)
            done.append(AppliedOperation(.tohokuGrid(file), points.count - rest.count))
            done.append(AppliedOperation(.unmoved, rest.count))
        } else {
            let affected = rest.count { Tohoku2011.mayHaveMoved(points[$0]) }
            done.append(AppliedOperation(.unmovedWithoutGrid, affected))
            done.append(AppliedOperation(.unmoved, points.count - affected))
        }
        return done.filter { $0.points > 0 }
    }

    // MARK: PROJ

    /// - Returns: the points outside the grid, which stay as they were.
    private func shift(
        _ points: inout [CoordinatePair], _ indexes: [Int], by file: String
    ) throws(StageError) -> [Int] {
        var moved = indexes.map { points[$0] }
        try transform(&moved, with: try grid(file), PJ_FWD)
        var outside: [Int] = []
        for (offset, index) in indexes.enumerated() {
            if moved[offset].first.isFinite, moved[offset].second.isFinite {
                points[index] = moved[offset]
            } else {
                outside.append(index)
            }
        }
        return outside
    }

    func transform(
        _ points: inout [CoordinatePair], with operation: OpaquePointer, _ direction: PJ_DIRECTION
    ) throws(StageError) {
        points.withUnsafeMutableBufferPointer { buffer in
            guard let base = UnsafeMutableRawPointer(buffer.baseAddress) else { return }
            let stride = MemoryLayout<CoordinatePair>.stride
            let first = base.assumingMemoryBound(to: Double.self)
            proj_trans_generic(
                operation, direction, first, stride, buffer.count, first + 1, stride, buffer.count, nil, 0, 0, nil, 0, 0
            )
        }
    }

    private func grid(_ file: String) throws(StageError) -> OpaquePointer {
        try operation("grid " + file) { context in
            proj_create(
                context,
                """
                +proj=pipeline +step +proj=axisswap +order=2,1 +step +proj=unitconvert +xy_in=deg +xy_out=rad \
                +step +proj=hgridshift +grids=\(file) \
                +step +proj=unitconvert +xy_in=rad +xy_out=deg +step +proj=axisswap +order=2,1
                """)
        }
    }

    private func database(_ code: String) throws(StageError) -> OpaquePointer {
        try operation("EPSG:" + code) { context in
            proj_create_from_database(context, "EPSG", code, PJ_CATEGORY_COORDINATE_OPERATION, 0, nil)
        }
    }

    /// The conversion of a plane system from latitude and longitude of its own datum.
    func plane(_ epsg: Int) throws(StageError) -> OpaquePointer {
        try operation("plane \(epsg)") { context in
            // Asking for an operation between two systems would search the whole database, which takes longer.
            guard let system = proj_create_from_database(context, "EPSG", String(epsg), PJ_CATEGORY_CRS, 0, nil) else {
                return nil
            }
            defer { proj_destroy(system) }
            return proj_crs_get_coordoperation(context, system)
        }
    }

    private func operation(
        _ name: String, _ make: (OpaquePointer) -> OpaquePointer?
    ) throws(StageError) -> OpaquePointer {
        if let known = operations[name] { return known }
        guard let made = make(context) else {
            let number = proj_context_errno(context)
            let reason = number == 0 ? nil : proj_context_errno_string(context, number).map { String(cString: $0) }
            throw Self.failure([name, reason].compactMap(\.self).joined(separator: ": "))
        }
        operations[name] = made
        return made
    }

    private static func failure(_ found: String) -> StageError {
        StageError(.projectionFailed, at: CellLocation(file: "PROJ"), found: found)
    }
}
