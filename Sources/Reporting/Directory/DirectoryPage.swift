import Model
import Reports

/// A printable page of the directory: its members under the themes that they help with, or under the wards that they reach.
struct DirectoryPage {
    enum Order: CaseIterable {
        case theme, ward

        fileprivate var file: String {
            switch self {
            case .theme: "by_theme.html"
            case .ward: "by_ward.html"
            }
        }

        fileprivate var title: String {
            switch self {
            case .theme: "相談先一覧（活動内容別）"
            case .ward: "相談先一覧（地域別）"
            }
        }
    }

    private struct Group {
        let title: String
        let entries: [MemberDirectory.Entry]
    }

    private let order: Order
    private let directory: MemberDirectory
    private let report: RunReport

    init(_ order: Order, of directory: MemberDirectory, _ report: RunReport) {
        self.order = order
        self.directory = directory
        self.report = report
    }

    var path: String { directory.edition.folder + order.file }

    var value: PageValue {
        let groups = order == .theme ? byTheme : byWard
        return [
            "title": .text(order.title),
            "municipality": .text(report.wave.municipality.name),
            "asOf": .text(NumberWords.day(report.wave.asOf)),
            "style": .trusted(Template.templatesPageStyle.text + Template.templatesDirectoryStyle.text),
            "memberCount": .number(directory.entries.count),
            "hasMembers": .flag(!directory.entries.isEmpty),
            "groups": .list(
                groups.enumerated().map { index, group in
                    [
                        "anchor": .text("g\(index + 1)"), "title": .text(group.title),
                        "count": .number(group.entries.count), "entries": .list(group.entries.map(Self.entry)),
                    ]
                }),
        ]
    }

    /// In the order of the taxonomy; those without a theme last.
    private var byTheme: [Group] {
        var members: [String: [MemberDirectory.Entry]] = [:]
        for entry in directory.entries { for theme in entry.themes { members[theme.id, default: []].append(entry) } }
        let groups =
            report.taxonomy.themes.map { Group(title: $0.label, entries: members[$0.id] ?? []) }
            + [Group(title: "活動内容の記載なし", entries: directory.entries.filter(\.themes.isEmpty))]
        return groups.filter { !$0.entries.isEmpty }
    }

    /// Those for the whole city once, then ward by ward.
    private var byWard: [Group] {
        var members: [MemberDirectory.Reach: [MemberDirectory.Entry]] = [:]
        for entry in directory.entries {
            if case .wards(let codes) = entry.reach {
                for code in codes { members[.wards([code]), default: []].append(entry) }
            } else {
                members[entry.reach, default: []].append(entry)
            }
        }
        let groups: [(title: String, reach: MemberDirectory.Reach)] =
            [("\(report.wave.municipality.name)全域", .wholeCity)]
            + report.wards.wards.map { ward in
                (ward.kind == .ward ? ward.name : "\(ward.name)の一部", .wards([ward.code]))
            }
            + [("広域・オンライン・市外", .wide), ("活動の範囲の記載なし", .unknown)]
        return groups.map { Group(title: $0.title, entries: members[$0.reach] ?? []) }.filter { !$0.entries.isEmpty }
    }

    private static func entry(_ entry: MemberDirectory.Entry) -> PageValue {
        [
            "name": .text(entry.name), "kana": .text(entry.nameKana),
            "themes": .text(entry.themes.map(\.label).joined(separator: "、")),
            "supportTypes": .text(entry.supportTypes.map(\.label).joined(separator: "、")),
            "serviceArea": .text(entry.serviceArea),
            "address": .text(entry.office.map { $0.text + ($0.building.isEmpty ? "" : "　\($0.building)") } ?? ""),
            "telephone": .text(entry.telephone ?? ""),
        ]
    }
}
