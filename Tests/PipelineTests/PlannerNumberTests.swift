import Testing

@testable import Pipeline

@Suite("Numbers and dates as planners write them")
struct PlannerNumberTests {
    @Test(arguments: [
        ("12", 12.0), ("１２", 12), ("1,234", 1234), ("１，２３４，５６７．５", 1_234_567.5), (" 0 ", 0), ("0.25", 0.25),
        ("1e3", 1000),
    ])
    func numbers(text: String, value: Double) { #expect(PlannerNumber(text) == .number(value)) }

    @Test(arguments: [
        ("", PlannerNumber.none), ("…", .none), ("...", .none), ("不詳", .none), ("N/A", .none), ("-", .dash),
        ("－", .dash),
        ("―", .dash), ("ー", .dash), ("x", .withheld), ("Ｘ", .withheld), ("＊", .withheld), ("***", .withheld),
        ("秘匿", .withheld),
        ("-5", .unreadable), ("△5", .unreadable), ("5件", .unreadable), ("12,34", .unreadable), ("1,2345", .unreadable),
        ("1234,567", .unreadable), (",123", .unreadable), ("inf", .unreadable), ("1e13", .unreadable),
        ("×", .unreadable),
    ])
    func marks(text: String, number: PlannerNumber) { #expect(PlannerNumber(text) == number) }

    @Test(arguments: [
        ("37.4", PlannerNumber.number(37.4)), ("37.4%", .number(37.4)), ("３７．４％", .number(37.4)), ("100", .number(100)),
        ("100.1", .unreadable), ("x", .withheld), ("%", .unreadable),
    ])
    func shares(text: String, number: PlannerNumber) { #expect(PlannerNumber(percent: text) == number) }

    @Test(arguments: [
        ("2024-10-01", "2024-10-01"), ("令和6年10月1日", "2024-10-01"), ("45566", "2024-10-01"), ("令和6年10月", "2024-10"),
        ("2024/10", "2024-10"), ("R6.10", "2024-10"), ("2024", "2024"), ("2024年", "2024"), ("令和５年", "2023"),
        ("H30", "2018"),
        ("令和元年度", "2019年度"), ("2023年度", "2023年度"), ("令和5（2023）年度", "2023年度"), ("R5年度", "2023年度"),
    ])
    func dates(text: String, date: String) { #expect(PlannerDate.text(text) == date) }

    @Test(arguments: ["昨年", "24", "2024-13", "令和5年4月〜令和6年3月", "", "5年度"])
    func noDates(text: String) { #expect(PlannerDate.text(text) == nil) }
}
