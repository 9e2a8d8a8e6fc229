/// Who publishes a list, and on which conditions.
public struct ListPublisher: Sendable, Hashable {
    /// In Japanese, as the publisher calls the list; `nil` for a list of one's own.
    public let list: String?
    /// `nil` where it isn't known, as for a list of one's own.
    public let licence: String?
    /// The line that has to stand beside published results.
    public let attribution: String?
    /// As the publisher numbers it; `nil` where the name of the file doesn't say.
    public let version: String?

    /// - Parameters:
    ///   - format: as ``GazetteerDescription/List/format`` has it.
    ///   - name: the list's file.
    public init(format: String, name: String) {
        let format = ListFormat(rawValue: format)
        switch format {
        case .mlitTowns, .mlitBlocks:
            list = "位置参照情報 " + (format == .mlitTowns ? "大字・町丁目レベル" : "街区レベル")
            licence = "位置参照情報利用約款"
            attribution = "「位置参照情報」（国土交通省）を加工して作成"
            version = Self.mlitVersion(name)
        case .geolonia:
            list = "Geolonia 住所データ"
            licence = "CC BY 4.0"
            attribution =
                "Geolonia 住所データ（https://geolonia.github.io/japanese-addresses/）、CC BY 4.0。位置参照情報（国土交通省）をもとに作成"
            version = nil
        case .plain, nil:
            (list, licence, attribution, version) = (nil, nil, nil, nil)
        case let format?:
            list = "アドレス・ベース・レジストリ " + Self.registryList(format)
            licence = "公共データ利用規約（第1.0版）"
            attribution =
                "出典：「アドレス・ベース・レジストリ」（デジタル庁）（https://www.digital.go.jp/policies/base_registry_address）を加工して作成"
            version = nil
        }
    }

    private static func registryList(_ format: ListFormat) -> String {
        switch format {
        case .registryTowns: "町字"
        case .registryTownPoints: "町字の位置"
        case .registryBlocks: "街区"
        case .registryBlockPoints: "街区の位置"
        case .registryResidences: "住居"
        case .registryResidencePoints: "住居の位置"
        case .registryParcels: "地番"
        case .registryParcelPoints: "地番の位置"
        case .mlitTowns, .mlitBlocks, .geolonia, .plain: ""
        }
    }

    /// `45000-17.0b_45_2023.csv` and `45000-17.0b.zip` are version 17.0b.
    private static func mlitVersion(_ name: String) -> String? {
        name.firstMatch(of: /[0-9]{5}-([0-9]{1,2}\.[0-9][ab])/).map { String($0.1) }
    }
}
