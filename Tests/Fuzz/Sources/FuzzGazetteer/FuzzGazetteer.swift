internal import FuzzPlaces
internal import FuzzSupport
internal import Geo
internal import Model

/// Changes in a gazetteer that is as it should be, eight bytes each: which section, what, where, and a number. The sum
/// of its bytes is right after them, as if it had been written so.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var image = image
    let input = UnsafeBufferPointer(start: data, count: size)
    for start in stride(from: 0, to: size - 7, by: 8) { image.apply(Change(input[start..<start + 8])) }
    image.sumUp()
    MemoryFile.with([image.bytes]) { paths in
        do throws(StageError) {
            read(try Gazetteer(path: paths[0], name: "x.gazetteer"))
            let info = try GazetteerInfo(path: paths[0], name: "x.gazetteer")
            expect(info.size == image.bytes.count && info.townsWithPoint <= info.towns, "figures fit one another")
        } catch {
            expect(!error.problems.isEmpty, "a refusal says why")
            checkProblems(error.problems, of: ["x.gazetteer"])
            expect(size >= 8, "a gazetteer that is as it should be is opened")
        }
    }
    return 0
}

private func read(_ gazetteer: Gazetteer) {
    for index in 0..<gazetteer.townCount {
        let code = gazetteer[index].municipalityCode
        expect(code.isEmpty || code.utf8.count >= 5, "codes have digits")
    }
    _ = gazetteer.contains(municipality: "43100")
    for home in [nil, "43100"] {
        let reader = AddressReader(gazetteers: [gazetteer], prefectures: SmallGazetteer.prefectures, home: home)
        let scanner = reader.makeScanner()
        for var address in SmallGazetteer.addresses {
            address.withUTF8 { bytes in
                _ = scanner.read(bytes) { fields in
                    checkPlace(fields, of: bytes)
                    _ = fields.prefecture.count + fields.municipality.count + fields.town.count + fields.source.count
                    _ = fields.point
                }
            }
            _ = reader.read(address)
        }
    }
}

private let image = GazetteerImage()
