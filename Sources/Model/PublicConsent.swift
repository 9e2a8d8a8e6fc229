/// 公開の同意: what an organisation allowed to be told of it, field by field. What nobody spoke of is not allowed.
public struct PublicConsent: Sendable, Hashable {
    /// The raw values stand in the register.
    public enum Subject: String, Sendable, CaseIterable {
        /// 公開可: its name, what it does and where it works, for anybody.
        case name
        /// リーフレット掲載同意: the same in the directory of the platform.
        case leaflet
        /// 所在地公開可
        case address
        /// 電話公開可
        case telephone

        /// The column that states it.
        public var field: RecordField {
            switch self {
            case .name: .publicConsent
            case .leaflet: .leafletConsent
            case .address: .addressConsent
            case .telephone: .telephoneConsent
            }
        }
    }

    /// What counts of what was stated; subjects that nobody spoke of are absent.
    public let stated: [Subject: Bool]

    public init(_ stated: [Subject: Bool] = [:]) { self.stated = stated }

    public func allows(_ subject: Subject) -> Bool { stated[subject] == true }

    /// Whether the directory of the platform may hold it: what was said of the leaflet, else what was said in general.
    public var isForDirectory: Bool { stated[.leaflet] ?? allows(.name) }
}
