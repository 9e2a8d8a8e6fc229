internal import BenchmarkSupport
internal import Geo
internal import Glibc
internal import Model

/// Reads mutated addresses, half of them with a prior, and looks for the one that takes longest.
struct Robustness {
    private let scanners: [AddressScanner]
    private let towns: [Town]
    private static let seed: UInt64 = 20_261_122
    /// Nanoseconds.
    private static let bar = 1_000_000

    struct Result {
        var count = 0
        /// Of all addresses, in bytes.
        var bytes = 0
        /// Nanoseconds.
        var sum = 0
        var slowest = 0
        /// Bytes of the slowest address.
        var slowestSize = 0
        var overBar = 0

        init() {}

        init(line: String) throws(BenchmarkError) {
            let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
            guard numbers.count == 6 else { throw BenchmarkError("\(line)?") }
            (count, bytes, sum) = (numbers[0], numbers[1], numbers[2])
            (slowest, slowestSize, overBar) = (numbers[3], numbers[4], numbers[5])
        }

        var line: String { [count, bytes, sum, slowest, slowestSize, overBar].map { "\($0)" }.joined(separator: " ") }
    }

    init(gazetteer path: String, data: String) throws {
        let prefectures = try Prefectures.load(path: "\(data)/areas/prefectures.csv", name: "prefectures.csv")
        let gazetteer = try Gazetteer(path: path, name: path)
        towns = try Town.all(in: path)
        var random = SeededGenerator(seed: Self.seed)
        let home = gazetteer[Int.random(in: 0..<gazetteer.townCount, using: &random)].municipalityCode
        scanners = [nil, home].map {
            AddressReader(gazetteers: [gazetteer], prefectures: prefectures, home: $0).makeScanner()
        }
    }

    /// - Parameter failures: gets the addresses that took longest, a line each; `nil` keeps none.
    func run(_ count: Int, failures: String?) throws -> Result {
        var writer = AddressWriter(towns, seed: Self.seed)
        var random = SeededGenerator(seed: Self.seed + 1)
        var result = Result()
        var slow: [(nanoseconds: Int, address: [UInt8])] = []
        for number in 0..<count {
            let address = AddressMutation.mutated(writer.next().text, &random)
            let scanner = scanners[number & 1]
            var taken = time(scanner, address)
            result.sum += taken
            result.count += 1
            result.bytes += address.count
            let suspicious = min(result.slowest, Self.bar) / 2
            guard taken > suspicious else { continue }
            // What is slow is slow each time; a process that was interrupted is not.
            for _ in 0..<5 where taken > suspicious { taken = min(taken, time(scanner, address)) }
            if taken > Self.bar { result.overBar += 1 }
            if taken > result.slowest { (result.slowest, result.slowestSize) = (taken, address.count) }
            slow.append((taken, address))
        }
        if let failures {
            let file = try OutputFile(failures)
            for (nanoseconds, address) in slow.sorted(by: { $0.nanoseconds > $1.nanoseconds }).prefix(20) {
                try file.write(Array("\(nanoseconds)\t".utf8) + address.map { $0 == 0x0A ? 0x20 : $0 } + [0x0A])
            }
        }
        return result
    }

    /// Nanoseconds of one reading.
    private func time(_ scanner: AddressScanner, _ address: [UInt8]) -> Int {
        address.withUnsafeBufferPointer { bytes in
            let start = Self.now
            scanner.read(bytes) { fields in
                precondition(fields.rest.count <= bytes.count, "the rest is a part of the address")
            }
            return Self.now - start
        }
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
