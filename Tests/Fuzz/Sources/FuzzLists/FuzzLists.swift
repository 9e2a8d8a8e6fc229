internal import FuzzPlaces
internal import FuzzSupport
internal import Geo
internal import Model

/// Lists of addresses, each behind the line `@` but the first. Behind `@` may stand the EPSG code of its points.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let lists = ListText.split(UnsafeBufferPointer(start: data, count: size))
    let names = lists.indices.map { "list-\($0 + 1)" }
    do throws(StageError) {
        let imported = try MemoryFile.with(lists.map(\.bytes)) { paths throws(StageError) in
            try SmallGazetteer.plan.run(
                lists.indices.map {
                    GazetteerImport.File(path: paths[$0], name: names[$0], system: lists[$0].system)
                })
        }
        checkProblems(imported.findings.map(\.problem), of: names)
        checkSums(imported.description)
        for list in imported.description.lists {
            expect(names.contains { list.name.hasPrefix($0) }, "a list has the name of its file")
        }
        check(opened(imported))
    } catch {
        expect(!error.problems.isEmpty, "a refusal says why")
        checkProblems(error.problems, of: names)
    }
    return 0
}

private func opened(_ imported: ImportedGazetteer) -> Gazetteer {
    do throws(StageError) {
        return try Gazetteer(imported)
    } catch {
        fatalError("what was imported is opened: \(error)")
    }
}

private func checkSums(_ description: GazetteerDescription) {
    for list in description.lists {
        let sum = list.towns + list.numberRows + list.points + list.merged + list.leftOut
        expect(list.rows == sum, "every row became one thing")
    }
}

private func check(_ gazetteer: Gazetteer) {
    expect(gazetteer.townCount > 0, "a gazetteer has towns")
    let reader = AddressReader(gazetteers: [gazetteer], prefectures: SmallGazetteer.prefectures, home: "43100")
    let scanner = reader.makeScanner()
    var addresses = SmallGazetteer.addresses
    for index in 0..<min(gazetteer.townCount, 20) {
        let town = gazetteer[index]
        expect([0, 5].contains(town.municipalityCode.utf8.count), "a code has five digits")
        expect(!town.prefecture.isEmpty && !town.municipality.isEmpty, "a town is somewhere")
        expect((town.latitude == nil) == (town.longitude == nil), "a point has two coordinates")
        addresses.append(town.prefecture + town.municipality + town.town + "12-3")
    }
    for var address in addresses {
        address.withUTF8 { bytes in
            _ = scanner.read(bytes) { fields in
                checkPlace(fields, of: bytes)
                checkSoundPlace(fields)
            }
        }
    }
}
