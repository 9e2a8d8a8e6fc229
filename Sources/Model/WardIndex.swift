/// 区: the part of a city that residents know as theirs, whatever finer areas gaps are reported in.
public struct WardIndex: Sendable, Hashable {
    /// In the order of the table of areas; the municipality alone where it has no wards.
    public let wards: [Area]
    /// Codes of the wards that an area of the report lies in, by its code.
    private let codes: [String: [String]]

    public init(wards: [Area], codes: [String: [String]]) {
        self.wards = wards
        self.codes = codes
    }

    /// Of areas that are wards themselves.
    public init(_ areas: [Area]) {
        wards = areas.filter { $0.kind == .ward || $0.kind == .municipality }
        codes = Dictionary(wards.map { ($0.code, [$0.code]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Codes of the wards that any of these areas of the report lies in.
    public func wards(of areaCodes: [String]) -> Set<String> { Set(areaCodes.flatMap { codes[$0] ?? [] }) }
}
