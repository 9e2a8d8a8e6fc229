public import Model

/// What `wave.yaml` says of the need: the planner's figures, and what is to weigh more.
public struct NeedDescription: Sendable {
    /// A theme as it is written, by its id or a label, and where.
    public struct PriorityTheme: Sendable, Hashable {
        public let name: String
        public let location: CellLocation
    }

    /// How many times as much as others a priority theme weighs.
    public static let weights = 1.0...100.0
    static let usualPriorityWeight = 2.0

    public let file: FileReference?
    /// Populations and the like, that shares in `file` refer to.
    public let indicators: FileReference?
    public let priorityThemes: [PriorityTheme]
    /// 1…100.
    public let priorityWeight: Double
    /// `nil` leaves it to the figures: in proportion where all are of one measure, else equal.
    public let acrossThemes: NeedBalance?
    /// Where that is said, for findings.
    public let acrossThemesLocation: CellLocation?
    public let withoutFigure: NeedWithoutFigure
}

extension NeedDescription {
    init(_ mapping: ConfigMapping?) {
        let priorities = mapping?["priority_themes"]?.list() ?? []
        // Everything else says how figures or priorities are used.
        if let mapping, mapping["file"] == nil {
            let others = ["indicators", "across_themes", "without_figure"].contains { mapping[$0] != nil }
            if others || mapping["priority_themes"] == nil { _ = mapping.required("file") }
        }
        if let mapping, mapping["priority_weight"] != nil { _ = mapping.required("priority_themes") }
        self.init(
            file: mapping?["file"]?.fileReference(), indicators: mapping?["indicators"]?.fileReference(),
            priorityThemes: priorities.compactMap { node in
                node.text().map { PriorityTheme(name: $0, location: node.location) }
            },
            priorityWeight: mapping?["priority_weight"]?.number(in: Self.weights) ?? Self.usualPriorityWeight,
            acrossThemes: mapping?["across_themes"]?.value(of: NeedBalance.self),
            acrossThemesLocation: mapping?["across_themes"]?.location,
            withoutFigure: mapping?["without_figure"]?.value(of: NeedWithoutFigure.self) ?? .leaveOut)
    }
}
