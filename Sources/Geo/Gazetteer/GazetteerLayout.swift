/// How a gazetteer lies in memory and in its file: sections of records of one size, little-endian, each beginning at a
/// multiple of eight bytes. Nothing is parsed when a file is opened.
enum GazetteerLayout {
    /// "tsunagi gazetteer"; the last byte is the version of the layout.
    static let magic: [UInt8] = Array("TSUNAGI-GAZ".utf8) + [0, 0, 0, 0, 2]

    enum Section: Int, CaseIterable {
        /// UTF-8 of all names.
        case text
        /// Which letter each character of the Basic Multilingual Plane is, and those beyond.
        case plane, otherCharacters
        /// Letters of stems and of the forms of municipalities.
        case letters
        case municipalities
        /// Written forms of municipalities, in the order of their letters.
        case forms
        /// By municipality, then letters, then kind.
        case stems
        /// Indexes of stems in the order of their letters.
        case stemsByLetters
        /// Towns of each stem by 丁目.
        case stemTowns
        case towns
        /// By town, then key.
        case numbers
        case sources
        /// JSON for people and for `gazetteer info`.
        case description
    }

    /// Bytes in front of the first section.
    static let headerSize = 32 + Section.allCases.count * 16
}

/// A place in the `text` section.
struct TextRange: Hashable {
    var start: UInt32 = 0
    var length: UInt32 = 0
}

/// Degrees in JGD2011, and the plane rectangular coordinates of its zone in metres; `nan` where there is no point.
struct GazetteerPoint {
    var latitude = Double.nan
    var longitude = Double.nan
    var easting = Double.nan
    var northing = Double.nan

    var exists: Bool { !latitude.isNaN }
}

struct MunicipalityRecord {
    /// With 郡 and 区.
    var name = TextRange()
    var prefecture = TextRange()
    /// City of a ward; empty where it is none.
    var city = TextRange()
    var code: UInt32 = 0
    /// Code of the city: its own, or that of the designated city that it is a ward of.
    var cityCode: UInt32 = 0
    var firstStem: UInt32 = 0
    var endStem: UInt32 = 0
    /// The municipality as a whole.
    var point = GazetteerPoint()
    var source: UInt32 = 0
    var reserved: UInt32 = 0
}

/// A written form of a municipality.
struct FormRecord {
    var lettersStart: UInt32 = 0
    var lettersCount: UInt16 = 0
    var municipality: UInt16 = 0
    /// `MunicipalityExtent`
    var extent: UInt16 = 0
    /// 1 for a name that the municipality had before, or that the list doesn't have yet.
    var isRenamed: UInt16 = 0
}

/// What a written form of a municipality leaves open; fuller ones are larger.
enum MunicipalityExtent: UInt16, Comparable {
    /// 乙区
    case ward
    /// Of a ward, the city that it belongs to
    case city
    /// 大津町
    case withoutCounty
    /// With 郡 and 区: 甲郡乙町, 甲市乙区, 丙市
    case full

    static func < (a: MunicipalityExtent, b: MunicipalityExtent) -> Bool { a.rawValue < b.rawValue }
}

/// A town's name without its 丁目, by one of the ways in which it is written.
struct StemRecord {
    var lettersStart: UInt32 = 0
    var lettersCount: UInt16 = 0
    /// `StemKind`
    var kind: UInt8 = 0
    /// 1 where the letters have the number of the town in them, as 三番町 has.
    var hasNumber: UInt8 = 0
    var municipality: UInt32 = 0
    var firstTown: UInt32 = 0
    var endTown: UInt32 = 0
}

/// Which name of a town a stem is; the surer ones are smaller.
enum StemKind: UInt8, Comparable {
    /// As the list writes it.
    case name
    /// The part of names with 小字 that no row of the list has.
    case parent
    /// 北3西1 for 北三条西一丁目.
    case withoutLine
    /// 幸崎久和喜 for 幸崎町久和喜.
    case withoutTownSign
    /// 沈目 for 城南町沈目.
    case withoutFormerTown
    /// 豊川 for 豊川町.
    case withoutEnding
    /// 三栄町 for 四谷三栄町: the name that it had before.
    case renamed

    static func < (a: StemKind, b: StemKind) -> Bool { a.rawValue < b.rawValue }
}

struct TownRecord {
    var name = TextRange()
    var point = GazetteerPoint()
    var municipality: UInt16 = 0
    /// That of 丁目, or of 番町 and ノ町; 0 without one.
    var chome: UInt16 = 0
    var source: UInt16 = 0
    /// Bytes of the name that are 小字, at its end.
    var koazaLength: UInt16 = 0
    var firstNumber: UInt32 = 0
    var endNumber: UInt32 = 0
}

/// A block or a lot of a town.
struct NumberRecord {
    /// `24` or `24-16`, letters in front as in 甲45.
    var key = TextRange()
    var point = GazetteerPoint()
    /// 7 or 8.
    var level: UInt32 = 0
    var source: UInt32 = 0
}
