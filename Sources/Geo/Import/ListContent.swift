/// A point as a list gives it.
struct ListPoint {
    /// As `CoordinatePair`; `nan` where there is none.
    var first = Double.nan
    var second = Double.nan
    /// EPSG code of its system.
    var epsg: Int32 = 0

    var exists: Bool { !first.isNaN }
}

/// How the registry tells places apart: the municipality with the town, and the number in it.
struct RegistryKey: Hashable {
    /// lg_code and machiaza_id, one behind the other; 0 in other lists.
    var town: UInt64 = 0
    /// Of the block, the residence or the parcel; 0 for the town itself.
    var number: UInt64 = 0

    var isEmpty: Bool { town == 0 }
}

struct ListTown {
    /// In the ``MunicipalityBook``.
    var municipality: Int
    var name: String
    /// UTF-8 bytes at the end of the name that are 小字.
    var koazaLength: Int
    var point: ListPoint
    var key: RegistryKey
    var row: Int
}

/// A block or a lot.
struct ListNumber {
    var municipality: Int
    /// Empty where the list has only the key.
    var town: String
    var koazaLength: Int
    var number: String
    /// 7 or 8.
    var level: Int
    var point: ListPoint
    var key: RegistryKey
    var isRepresentative = true
    var row: Int
}

/// A point of the registry whose town or number stands in another list.
struct LoosePoint {
    var key: RegistryKey
    var point: ListPoint
    var row: Int
}

/// A list as it was read, before lists are put together.
struct ListContent {
    let name: String
    let format: ListFormat
    /// Index of the file it is from.
    let file: Int
    var rows = 0
    var leftOut = 0
    var towns: [ListTown] = []
    var numbers: [ListNumber] = []
    /// Rows that numbers come from; one may have several.
    var numberRows = 0
    var points: [LoosePoint] = []
}
