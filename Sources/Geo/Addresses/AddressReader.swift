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

    /// For many addresses.
    public func makeScanner() -> AddressScanner { AddressScanner(readers) }

    /// For one address.
    public func read(_ address: String) -> ReadAddress { makeScanner().read(address) }
}
