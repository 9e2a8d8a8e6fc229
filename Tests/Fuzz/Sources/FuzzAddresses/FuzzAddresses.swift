internal import FuzzPlaces
internal import FuzzSupport
internal import Geo
internal import Glibc
internal import Model

/// An address, with and without a prior.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let address = UnsafeBufferPointer(start: data, count: size)
    for (scanner, reader) in readers { check(address, scanner, reader) }
    return 0
}

private func check(_ address: UnsafeBufferPointer<UInt8>, _ scanner: AddressScanner, _ reader: AddressReader) {
    let key = scanner.read(address) { fields in
        checkPlace(fields, of: address)
        checkSoundPlace(fields)
        return Fields(fields)
    }
    expect(key != nil, "an address is read")
    expect(scanner.read(address) { Fields($0) } == key, "twice is the same")
    // Memory that the last address used must not show: read another one in between.
    other.withContiguousStorageIfAvailable { _ = scanner.read($0) { $0.level } }
    expect(scanner.read(address) { Fields($0) } == key, "what was read before doesn't matter")
    expect(nanoseconds { scanner.read(address) { $0.level } } < 20_000_000, "an address takes no time")
    guard let text = String(validating: address, as: UTF8.self) else { return }
    checkText(reader.read(text), text, reader)
}

private func checkText(_ read: ReadAddress, _ text: String, _ reader: AddressReader) {
    expect(read == reader.read(text), "twice is the same")
    expect((read.town != nil) == (read.level >= .town), "a level says what is there")
    expect((read.municipalityCode != nil) == (read.level >= .municipality), "a level says what is there")
    expect((read.prefectureCode != nil) == (read.level >= .prefecture), "a level says what is there")
    if let municipality = read.municipalityCode, let prefecture = read.prefectureCode {
        let isInside = municipality.utf8.count == 5 && municipality.hasPrefix(prefecture)
        expect(isInside, "a municipality is in its prefecture")
    }
    expect(!read.key.isEmpty || read.level == .nothing, "what was found has a key")
    // A place by its full name is itself, whatever the prior.
    guard let town = read.town, let prefecture = read.prefecture, let municipality = read.municipality else { return }
    for reader in readers.map(\.reader) {
        let again = reader.read(prefecture + municipality + town)
        expect(again.town == town && again.municipalityCode == read.municipalityCode, "a full name is itself")
    }
}

/// What can be compared after the call.
private struct Fields: Equatable {
    let level: Place.Level
    let confidence: Double
    let code: UInt32
    let texts: [[UInt8]]

    init(_ fields: AddressFields) {
        level = fields.level
        confidence = fields.confidence
        code = fields.municipalityCode
        texts = [fields.town, fields.block, fields.lot, fields.rest, fields.building].map { Array($0) }
    }
}

/// The least of three, of this thread alone.
private func nanoseconds(_ body: () -> Void) -> Int {
    (0..<3).map { _ in
        let start = threadTime()
        body()
        return threadTime() - start
    }.min() ?? 0
}

private func threadTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

private let other = Array("京都府京都市中京区寺町通御池上る上本能寺前町488番地2 第三ビル".utf8)

private nonisolated(unsafe) let readers: [(scanner: AddressScanner, reader: AddressReader)] = [nil, "43100"].map {
    let reader = AddressReader(
        gazetteers: [SmallGazetteer.gazetteer], prefectures: SmallGazetteer.prefectures, home: $0)
    return (reader.makeScanner(), reader)
}
