public import Model

/// 町字 with their points, and blocks and lots where a list has them: a file that is mapped, or lists put together in
/// memory.
public struct Gazetteer: Sendable {
    /// One town.
    public struct Town: Sendable, Hashable {
        /// Five digits; of the ward where there is one. Empty where no list has a code.
        public let municipalityCode: String
        public let prefecture: String
        /// With 郡 and 区, such as 甲郡乙町 or 甲市乙区.
        public let municipality: String
        /// As the list writes it, such as 上水前寺一丁目. Empty for the municipality as a whole.
        public let town: String
        /// Representative point in degrees, JGD2011; `nil` where no list has one.
        public let latitude: Double?
        public let longitude: Double?
        /// Name of the list.
        public let source: String
    }

    let image: GazetteerImage

    /// Opens a file that `gazetteer import` wrote. It is mapped and not parsed; its bytes are only summed up, to see
    /// whether they are those that were written (some milliseconds for a national list).
    ///
    /// - Throws: `fileMissing`, `fileUnreadable`, `fileDamaged`, or `formatNotSupported` when another version wrote it.
    public init(path: String, name: String) throws(StageError) {
        image = try Self.image(MappedBytes(path: path, name: name), name: name)
    }

    static func image(_ bytes: MappedBytes, name: String) throws(StageError) -> GazetteerImage {
        let image = try GazetteerImage(bytes, name: name)
        guard bytes.isUnchanged else {
            throw StageError(.fileDamaged, at: CellLocation(file: name), found: "checksum")
        }
        return image
    }

    public init(_ imported: ImportedGazetteer) throws(StageError) {
        image = try GazetteerImage(MappedBytes(copying: imported.bytes), name: "gazetteer")
    }

    /// Whether a file is one that ``init(path:name:)`` opens, and no list.
    public static func isGazetteer(path: String) -> Bool {
        guard let bytes = try? MappedBytes(path: path, name: path) else { return false }
        return isGazetteer(bytes)
    }

    static func isGazetteer(_ bytes: MappedBytes) -> Bool {
        let magic = GazetteerLayout.magic.dropLast()
        return bytes.count >= magic.count
            && magic.indices.allSatisfy { bytes.base.load(fromByteOffset: $0, as: UInt8.self) == magic[$0] }
    }

    /// - Parameter code: five digits, of a ward or of a city.
    public func contains(municipality code: String) -> Bool {
        guard let number = UInt32(code) else { return false }
        return image.municipalities.contains { $0.code == number || $0.cityCode == number }
    }

    /// The lists that it was made of, and how their points came to JGD2011.
    /// - Throws: `fileDamaged`
    public func description(name: String) throws(StageError) -> GazetteerDescription {
        try GazetteerDescription(json: image.description, name: name)
    }

    /// Prefecture and municipality, such as 甲県乙市丙区; `nil` for a code that it doesn't have.
    public func name(ofMunicipality code: String) -> String? {
        guard let number = UInt32(code),
            let found = image.municipalities.first(where: { $0.code == number })
        else { return nil }
        return image.string(found.prefecture) + image.string(found.name)
    }

    public var townCount: Int { image.towns.count }

    public subscript(index: Int) -> Town {
        let record = image.towns[index]
        let municipality = image.municipalities[Int(record.municipality)]
        return Town(
            municipalityCode: MunicipalityBook.isOfficial(municipality.code)
                ? ReadAddress.digits(Int(municipality.code), count: 5) : "",
            prefecture: image.string(municipality.prefecture), municipality: image.string(municipality.name),
            town: image.string(record.name), latitude: record.point.exists ? record.point.latitude : nil,
            longitude: record.point.exists ? record.point.longitude : nil, source: image.source(Int(record.source)))
    }

    /// Codes and names of all municipalities, with their towns as the lists write them.
    func forEachMunicipality(
        _ body: (_ code: String, _ name: String, _ towns: [String]) -> Void, where isWanted: (String) -> Bool
    ) {
        for municipality in image.municipalities {
            let code = ReadAddress.digits(Int(municipality.code), count: 5)
            guard isWanted(code) else { continue }
            var towns: [String] = []
            for stem in Int(municipality.firstStem)..<Int(municipality.endStem)
            where image.stems[stem].kind == StemKind.name.rawValue {
                for index in Int(image.stems[stem].firstTown)..<Int(image.stems[stem].endTown) {
                    towns.append(image.string(image.towns[Int(image.stemTowns[index])].name))
                }
            }
            body(code, image.string(municipality.name), towns)
        }
    }
}
