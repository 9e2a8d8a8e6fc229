import Model
import Reports

/// `public/index.html`: the members that agreed, and the つながりマップ. Nothing internal.
struct PublicPage {
    static let folder = "public/"
    static let path = folder + "index.html"
    private let wave: Wave
    private let members: PublicMembers
    private let map: ConnectionMap

    init(_ presentation: Presentation, members: PublicMembers) {
        wave = presentation.report.wave
        self.members = members
        map = ConnectionMap(presentation)
    }

    var value: PageValue {
        [
            "title": "参加団体とつながりマップ",
            "municipality": .text(wave.municipality.name),
            "asOf": .text(NumberWords.day(wave.asOf)),
            "style": .trusted(Template.templatesPageStyle.text),
            "members": .list(members.entries.map(Self.member)),
            "memberCount": .number(members.entries.count),
            "hasMembers": .flag(!members.entries.isEmpty),
            "columns": .texts(map.columns),
            "lines": .list(map.lines.map(Self.line)),
            "hasMap": .flag(!map.lines.isEmpty),
        ]
    }

    private static func member(_ entry: PublicMembers.Entry) -> PageValue {
        [
            "name": .text(entry.name), "themes": .text(entry.themes.joined(separator: "、")),
            "supportTypes": .text(entry.supportTypes.joined(separator: "、")),
            "serviceArea": .text(entry.serviceArea),
        ]
    }

    private static func line(_ line: ConnectionMap.Line) -> PageValue {
        ["theme": .text(line.theme), "cells": .list(line.hasMember.map { ["isMember": .flag($0)] })]
    }
}
