import Linkage
import TestSupport

/// Two lists with organisations in common, made with shares that are known.
struct MadeLists {
    var a: [LinkEntry] = []
    var b: [LinkEntry] = []

    struct Shares {
        /// Of the records of either list, in the other one.
        var matched = 0.6
        /// Of organisations in both lists, whose representative is the same; another one otherwise.
        var representative = 0.6
        /// Of all others, by chance: one of so many persons.
        var persons = 50
        /// Of organisations in both lists, that have moved: all contacts differ.
        var moved = 0.2
    }

    /// - Parameter count: records of each list.
    init(_ count: Int, _ shares: Shares = Shares(), seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func name() -> String {
            // Each name is there several times, so that there are pairs of one name that are two organisations.
            Self.places[Int.random(in: 0..<Self.places.count, using: &random)]
                + Self.kinds[Int.random(in: 0..<Self.kinds.count, using: &random)]
        }
        func person() -> String { "代表者\(Int.random(in: 0..<shares.persons, using: &random))" }
        func entry(_ name: String, _ telephone: Int, _ representative: String) throws -> LinkEntry {
            let digits = String(telephone)
            return try LinkEntry(
                name, telephone: "09" + String(repeating: "0", count: 8 - digits.count) + digits,
                representative: representative)
        }
        for index in 0..<count {
            let organization = try entry(name(), index, person())
            a.append(organization)
            guard Double.random(in: 0..<1, using: &random) < shares.matched else {
                b.append(try entry(name(), 1_000_000 + index, person()))
                continue
            }
            var again = organization
            if Double.random(in: 0..<1, using: &random) < shares.moved {
                again.telephone = try entry("会", 2_000_000 + index, "").telephone
            }
            if Double.random(in: 0..<1, using: &random) >= shares.representative {
                again.representative = "後任\(index)"
            }
            b.append(again)
        }
        b.shuffle(using: &random)
    }

    private static let places = combined(
        ["桜", "緑", "青", "赤", "白", "黒", "若", "古", "福", "清", "豊", "松"],
        ["川", "山", "丘", "原", "田", "野", "浜", "里", "沢", "谷"])
    private static let kinds = combined(["食堂", "学習", "居場所", "相談", "子育て"], ["の会", "広場", "支援", "ネット", "クラブ"])

    private static func combined(_ first: [String], _ second: [String]) -> [String] {
        first.flatMap { one in second.map { one + $0 } }
    }
}
