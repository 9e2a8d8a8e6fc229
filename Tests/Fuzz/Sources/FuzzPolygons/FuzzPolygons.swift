internal import FuzzPlaces
internal import FuzzSupport
internal import Geo
internal import Model
internal import Text

/// A file of areas. A first line `@code,name,population` names properties of a file of one's own.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let (own, text) = split(UnsafeBufferPointer(start: data, count: size))
    do throws(StageError) {
        let file = try MemoryFile.with([text]) { paths throws(StageError) in
            try PolygonFile.read(path: paths[0], name: fileName, own: own)
        }
        checkProblems(file.findings.map(\.problem), of: [fileName])
        expect(file.areaCount > 0, "a file that is read has areas")
        check(file)
    } catch {
        expect(!error.problems.isEmpty, "a refusal says why")
        checkProblems(error.problems, of: [fileName])
    }
    return 0
}

private let fileName = "areas.geojson"

private func split(_ input: UnsafeBufferPointer<UInt8>) -> (OwnPolygonLayout?, [UInt8]) {
    guard input.first == 0x40, let end = input.firstIndex(of: 0x0A) else { return (nil, Array(input)) }
    let names = input[1..<end].split(separator: 0x2C, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    func name(_ index: Int) -> String? { names.indices.contains(index) && !names[index].isEmpty ? names[index] : nil }
    let own = OwnPolygonLayout(kind: .schoolDistrict, code: name(0), name: name(1), population: name(2))
    return (own, Array(input[(end + 1)...]))
}

/// The table that a run makes of it, with the meshes of its first municipality.
private func check(_ file: PolygonFile) {
    let home = file.municipalities.first.map { String($0.prefix { $0 != " " }) } ?? "43100"
    for mesh in [nil, Mesh.Level.third] {
        let outcome = AreaCompletion(
            base: AreaHierarchy(areas: []), name: "areas.csv", files: [file], variants: variants, home: home, mesh: mesh
        ).run()
        checkProblems(outcome.findings.map(\.problem), of: [fileName, "areas.csv"])
        check(outcome.hierarchy)
        check(outcome.shapes)
    }
}

private let variants = CharacterVariants(pairs: [(variant: "髙", standard: "高")])

private func check(_ hierarchy: AreaHierarchy) {
    let codes = hierarchy.areas.map(\.code)
    expect(Set(codes).count == codes.count, "a code is there once")
    for area in hierarchy.areas {
        expect(!area.code.isEmpty && !area.name.isEmpty, "an area has a code and a name")
        expect(!hierarchy.ancestors(of: area.code).contains { $0.code == area.code }, "no area lies in itself")
        expect(hierarchy.ancestors(of: area.code).allSatisfy { codes.contains($0.code) }, "what it lies in is there")
        if let size = hierarchy.details(of: area.code)?.squareKilometres {
            expect(size.isFinite && size >= 0, "a size is a number")
        }
    }
}

private func check(_ shapes: AreaShapes) {
    for code in shapes.codes.prefix(8) {
        guard let polygon = shapes[code] else { fatalError("a shape has its code") }
        expect(polygon.squareKilometres.isFinite, "a size is a number")
        for ring in polygon.rings {
            let points = polygon.points[ring]
            expect(points.count >= 4 && points.first == points.last, "a ring is closed")
            expect(
                points.allSatisfy { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 }, "a point is on the globe")
        }
        for point in polygon.points.prefix(8) where shapes.contains(code, point) {
            expect(polygon.bounds.contains(point), "what an area holds is in its bounds")
            expect(shapes.codes(at: point).contains(code), "both ways of asking say the same")
        }
        let shares = shapes.shares(of: code, in: [code] + shapes.codes.prefix(3))
        expect(shares.allSatisfy { (0...1.000001).contains($0) }, "a share is one")
    }
}
