/// What an area text names, once it is clear which meaning of each word holds.
struct NamedPlaces {
    var codes: Set<String> = []
    var excluded: Set<String> = []
    var outside: Set<String> = []
    var isWholeCity = false
    /// 市内 without more.
    var isCity = false
    /// 市の東部, 市内の一部.
    var isCityInPart = false
    var isWholePrefecture = false
    var isPrefectureInPart = false
    /// 九州 for a city in it.
    var isRegionHere = false
    /// Other prefectures, or regions elsewhere.
    var isFar = false
    /// 甲市周辺.
    var hasSurroundings = false
    /// The name without 市 or 県, which leaves open whether the city or its prefecture is meant.
    var isHomeNamed = false
    /// Where the text names something that none of its meanings fits, or more than one.
    var unread: [Range<Int>] = []
    /// Where it names a place of the municipality of which nobody knows in which areas of the report it lies.
    var unplaced: [Range<Int>] = []

    /// Whether it says nothing about which areas.
    var isNothing: Bool {
        isSilent && outside.isEmpty && !isFar && !isRegionHere && !isPrefectureInPart
    }

    /// Whether it says nothing about the municipality.
    var isSilent: Bool {
        codes.isEmpty && excluded.isEmpty && !isWholeCity && !isCity && !isCityInPart
            && !isWholePrefecture
    }

    /// Whether no area of the report is named.
    var namesNothingHere: Bool { codes.isEmpty && excluded.isEmpty && !isWholeCity }
}
