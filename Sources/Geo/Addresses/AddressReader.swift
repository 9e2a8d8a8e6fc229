internal import Model

/// Reads addresses as people write them, against gazetteers.
///
/// It takes off a postcode, then prefecture, municipality (郡 or ward may be missing) and town, and reads the numbers
/// behind it. Whatever is missing is filled in only when the gazetteer leaves no choice.
public struct AddressReader: Sendable {
    private let readers: [GazetteerReader]

    /// - Parameters:
    ///   - gazetteers: the one that leads to the finer place wins; of two that lead as far, the first one.
    ///   - home: five digits of the wave's municipality, a prior that a complete address beats; `nil` has none.
    public init(gazetteers: [Gazetteer], prefectures: Prefectures, home: String?) {
        readers = gazetteers.map {
            GazetteerReader(image: $0.image, prefectures: prefectures, home: home.flatMap { UInt32($0) })
        }
    }

    public func read(_ address: String) -> ReadAddress {
        var best: ReadAddress?
        for reader in readers {
            let read = reader.read(address)
            if let found = best, read.rank <= found.rank { continue }
            best = read
        }
        return best ?? ReadAddress()
    }

    static func fiveDigits(_ code: UInt32) -> String { GazetteerReader.fiveDigits(code) }
}

extension ReadAddress {
    /// The finer place first; of two that lead no further, the one that knows what was perhaps meant.
    fileprivate var rank: (Int, Int, Double) {
        (level.rawValue, town == nil && !alternatives.isEmpty ? 1 : 0, confidence)
    }
}
