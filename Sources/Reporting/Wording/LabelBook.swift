import Model

/// Names for the codes and ids of a report.
struct LabelBook: Sendable {
    /// A page names no more areas at one place.
    static let mostAreasOnPage = 8
    private let areas: [String: String]
    private let themes: [String: String]
    private let supportTypes: [String: String]

    init(_ report: RunReport) {
        areas = Dictionary(report.areas.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        themes = Dictionary(
            report.taxonomy.themes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        supportTypes = Dictionary(
            report.taxonomy.supportTypes.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
    }

    /// Name of the area, or its code where the report has no such area.
    func area(_ code: String) -> String { areas[code] ?? code }
    /// `東区、西区`, or `東区、西区ほか3地域` where there are more than may be named.
    func areas(_ codes: [String], naming most: Int) -> String {
        let shown = codes.prefix(most).map(area).joined(separator: "、")
        return codes.count > most ? "\(shown)ほか\(NumberWords.grouped(codes.count - most))地域" : shown
    }

    /// Label of the theme; empty for `nil`.
    func theme(_ id: String?) -> String { id.map { themes[$0] ?? $0 } ?? "" }
    /// Label of the support type; empty for `nil`.
    func supportType(_ id: String?) -> String { id.map { supportTypes[$0] ?? $0 } ?? "" }
}
