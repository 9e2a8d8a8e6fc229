import Model

/// For whom a page is: what sections that several pages share leave out for others than the section in charge.
enum PageEdition {
    case planner
    /// 会議用: for members of the platform and other sections, and what could be asked for as a public record.
    case meeting

    /// Areas finer than wards would tell of single organisations by their numbers, and of those that must not be found by
    /// their theme.
    private func isCoarse(_ report: RunReport) -> Bool {
        report.areas.allSatisfy { $0.kind == .ward || $0.kind == .municipality }
    }

    func showsCounts(in report: RunReport) -> Bool { self == .planner || isCoarse(report) }
    func shows(_ theme: Theme, in report: RunReport) -> Bool {
        self == .planner || !theme.withholdsLocation || isCoarse(report)
    }
}
