internal import FuzzSupport
internal import Model
internal import Text

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: data, count: size)
    let text = String(decoding: bytes, as: UTF8.self)
    checkDate(text)
    checkNumerals(text)
    checkSerial(text)
    checkSerial(bytes)
    return 0
}

private func checkDate(_ text: String) {
    let moment = JapaneseDate.parse(text)
    expect(JapaneseDate.parse(Width.folded(text)) == moment, "width doesn't matter to a date")
    expect(JapaneseDate.parse("　\(text) ") == moment, "spaces around don't matter to a date")
    guard let moment else { return }
    let date = moment.date
    expect(CivilDate(year: date.year, month: date.month, day: date.day) == date, "a day is one of the calendar")
    expect(CivilDate(daysSince1970: date.daysSince1970) == date, "a day is the one that is so far from 1970")
    expect((0..<86_400).contains(moment.secondOfDay ?? 0), "a time is one of the day")
    expect(JapaneseDate.parse(moment.description) == moment, "a date reads as it was written")
}

private func checkNumerals(_ text: String) {
    guard let value = Numerals.value(text.unicodeScalars) else { return }
    expect((0...99_999_999).contains(value), "a numeral has eight digits at most")
    expect(text.unicodeScalars.allSatisfy { Numerals.isKanjiNumeral($0) }, "a numeral is made of numerals")
    if (1...9999).contains(value) {
        expect(Numerals.value(Numerals.kanji(value).unicodeScalars) == value, "a numeral reads as it was written")
    }
}

private func checkSerial(_ text: String) {
    guard let moment = JapaneseDate.moment(serial: text) else { return }
    expect((1970...2101).contains(moment.date.year), "a serial number is one that can be meant")
    expect((0..<86_400).contains(moment.secondOfDay ?? 0), "a time is one of the day")
    expect(JapaneseDate.parse(text) == nil, "a text is a date or a serial number, not both")
}

private func checkSerial(_ bytes: UnsafeBufferPointer<UInt8>) {
    let serial = bytes.prefix(8).reduce(0) { $0 << 8 | Int($1) }
    guard let date = JapaneseDate.date(serial: serial) else { return }
    expect((1...2_958_465).contains(serial), "a serial number is in Excel's range")
    if let next = JapaneseDate.date(serial: serial + 1) {
        expect(next.daysSince1970 == date.daysSince1970 + 1, "days follow one another")
    }
}
