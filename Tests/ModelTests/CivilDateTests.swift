import Model
import Testing

@Suite struct CivilDateTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017), (2024, 10, 21, 20_017),
        (1868, 1, 25, -37_231), (1, 1, 1, -719_162), (9999, 12, 31, 2_932_896),
    ])
    func aDayHasItsNumber(year: Int, month: Int, day: Int, days: Int) throws {
        // Python: (datetime.date(year, month, day) - datetime.date(1970, 1, 1)).days
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysSince1970 == days)
        #expect(CivilDate(daysSince1970: days) == date)
    }

    @Test func everyDayFrom1868To2100FollowsTheOneBefore() throws {
        let first = try #require(CivilDate(year: 1868, month: 1, day: 1)).daysSince1970
        let last = try #require(CivilDate(year: 2100, month: 12, day: 31)).daysSince1970
        var yesterday: CivilDate?
        for number in first...last {
            let today = try #require(CivilDate(daysSince1970: number))
            #expect(today.daysSince1970 == number)
            #expect(CivilDate(year: today.year, month: today.month, day: today.day) == today)
            if let yesterday {
                #expect(yesterday < today)
                let isNextInMonth = today.day == yesterday.day + 1 && today.month == yesterday.month
                let isFirst = today.day == 1 && yesterday.day >= 28
                #expect(isNextInMonth || isFirst, "\(yesterday) → \(today)")
            }
            yesterday = today
        }
    }

    @Test(arguments: [
        (2024, true), (2023, false), (2000, true), (1900, false), (2100, false), (2400, true), (1872, true),
    ])
    func aFourthYearLeapsButForTheHundredths(year: Int, isLeap: Bool) {
        #expect((CivilDate(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(CivilDate.days(inMonth: 2, of: year) == (isLeap ? 29 : 28))
    }

    @Test(arguments: [
        (2024, 2, 30), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0), (2024, 1, 32), (2024, 1, -1),
        (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (Int.max, 1, 1), (2024, Int.min, 1), (2024, 1, Int.max),
    ])
    func aDayThatTheCalendarLacksIsNone(year: Int, month: Int, day: Int) {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [-719_163, 2_932_897, Int.min, Int.max])
    func aNumberOutsideTheYears1To9999IsNone(days: Int) {
        #expect(CivilDate(daysSince1970: days) == nil)
    }

    @Test(arguments: [(2024, 1, 5, "2024-01-05"), (2024, 10, 21, "2024-10-21"), (867, 1, 2, "0867-01-02")])
    func itReadsAsISO8601(year: Int, month: Int, day: Int, text: String) {
        #expect(CivilDate(year: year, month: month, day: day)?.description == text)
    }
}

@Suite struct LocalDateTimeTests {
    private func moment(_ day: Int, _ second: Int?) throws -> LocalDateTime {
        LocalDateTime(date: try #require(CivilDate(year: 2024, month: 10, day: day)), secondOfDay: second)
    }

    @Test func aDayWithoutATimeComesBeforeItsTimes() throws {
        let inOrder = [
            try moment(20, 86_399), try moment(21, nil), try moment(21, 0), try moment(21, 1), try moment(22, nil),
        ]
        #expect(inOrder.reversed().sorted() == inOrder)
        #expect(try moment(21, nil) != moment(21, 0))
    }

    @Test func itReadsAsISO8601OnJapaneseClocks() throws {
        #expect(try moment(21, nil).description == "2024-10-21")
        #expect(try moment(21, 14 * 3600 + 3 * 60 + 22).description == "2024-10-21T14:03:22+09:00")
        #expect(try moment(21, 0).description == "2024-10-21T00:00:00+09:00")
        #expect(try moment(21, 86_399).description == "2024-10-21T23:59:59+09:00")
    }
}
