import Model

/// PFとのつながりマップ: the areas by kind of gap for a theme or support type to choose, with those who may be drawn.
struct MapSection {
    /// So many areas have room for a name and a sign, and for a table beside them.
    private static let mostNamed = 30
    private static let mostPoints = 2000
    /// Below a drawing that has a scale.
    private static let scaleHeight = 32
    private let presentation: Presentation
    private let drawing: AreaDrawing?
    private let choices: MapChoices
    private let edition: PageEdition

    init(_ presentation: Presentation, for edition: PageEdition = .planner) {
        self.presentation = presentation
        self.edition = edition
        drawing = AreaDrawing(presentation.report)
        choices = MapChoices(presentation, for: edition)
    }

    var value: PageValue {
        guard let drawing, let choice = choices.first else { return ["isThere": false] }
        let isNamed = drawing.shapes.count <= Self.mostNamed
        let points = points(drawing.frame)
        return [
            "isThere": true,
            "width": .text(String(drawing.width)),
            "height": .text(String(drawing.height + (drawing.frame == nil ? 0 : Self.scaleHeight))),
            "themes": .list(Self.options(choices.themes.map { ($0.id, $0.label) }, chosen: choice.theme)),
            "supportTypes": .list(
                Self.options(choices.supportTypes.map { ($0.id, $0.label) }, chosen: choice.supportType)),
            "hasPairs": .flag(choices.hasPairs),
            "chosen": .text(choices.words(choice)),
            "legend": .list(GapKind.allCases.map(Self.legendEntry)),
            "shapes": .list(drawing.shapes.map { shape($0, choice) }),
            "isNamed": .flag(isNamed), "isPlanner": .flag(edition == .planner),
            "isToScale": .flag(drawing.frame != nil),
            "scale": drawing.frame.map(Self.scale) ?? ["isThere": false],
            "points": .list(Array(points.prefix(Self.mostPoints))),
            "hasPoints": .flag(!points.isEmpty),
            "pointCount": .number(min(points.count, Self.mostPoints)),
            "morePoints": .text(
                points.count > Self.mostPoints ? NumberWords.grouped(points.count - Self.mostPoints) : ""),
            "missing": .text(missing(drawing)),
        ]
    }

    private static func options(_ entries: [(id: String, label: String)], chosen: Int?) -> [PageValue] {
        entries.enumerated().map { index, entry in
            ["id": .text(entry.id), "label": .text(entry.label), "isChosen": .flag(index == chosen)]
        }
    }

    private static func legendEntry(_ kind: GapKind) -> PageValue {
        [
            "number": .text(String(kind.number)), "mapStyle": .text(kind.mapStyleName),
            "cellStyle": .text(kind.styleName), "sign": .text(kind.sign), "word": .text(kind.word),
            "label": .text(kind.label),
        ]
    }

    private func shape(_ shape: AreaDrawing.Shape, _ choice: MapChoices.Choice) -> PageValue {
        let gap = choices.cell(choice, in: shape.area)?.gap
        return [
            "code": .text(presentation.areaKeys[shape.area.code] ?? ""), "name": .text(shape.area.name),
            "path": .text(shape.path),
            "themeKinds": .text(choices.themeKinds(in: shape.area)),
            "typeKinds": .text(choices.supportTypeKinds(in: shape.area)),
            "pairKinds": .text(choices.pairKinds(in: shape.area)),
            "mapStyle": .text(gap?.mapStyleName ?? "map-none"), "cellStyle": .text(gap?.styleName ?? ""),
            "sign": .text(gap?.sign ?? "—"), "word": .text(gap?.word ?? ""),
            "x": .text(String(shape.middle.x)), "nameY": .text(String(shape.middle.y - 4)),
            "signY": .text(String(shape.middle.y + 26)),
        ]
    }

    private static func scale(_ frame: MapFrame) -> PageValue {
        let bar = frame.scaleBar
        let kilometres =
            bar.kilometres >= 1 ? "\(Int(bar.kilometres.rounded())) km" : "\(Int((bar.kilometres * 1000).rounded())) m"
        return [
            "isThere": true, "words": .text(kilometres), "length": .text(String(Int(bar.length.rounded()))),
            "barY": .text(String(frame.height + 6)), "wordsY": .text(String(frame.height + 24)),
        ]
    }

    /// Members and candidates with a place that may be shown, in the order of the ids.
    private func points(_ frame: MapFrame?) -> [PageValue] {
        guard let frame, edition == .planner else { return [] }
        let picked = Set(presentation.picks.map(\.candidate.organizationID))
        return presentation.report.organizations.compactMap { profile -> PageValue? in
            let organization = profile.organization
            let isPick = picked.contains(organization.id)
            guard organization.isMember || isPick, let place = DisclosedLocation(organization).place,
                let latitude = place.latitude, let longitude = place.longitude
            else { return nil }
            guard let (x, y) = frame.spot(AreaOutline.Point(longitude: longitude, latitude: latitude)) else {
                return nil
            }
            return [
                "x": .text(String(x)), "y": .text(String(y)),
                "name": .text(organization.name), "isPick": .flag(isPick),
                "themeIDs": .text(profile.themes.map(\.id).joined(separator: " ")),
                "typeIDs": .text(profile.supportTypes.map(\.id).joined(separator: " ")),
            ]
        }
    }

    private func missing(_ drawing: AreaDrawing) -> String {
        guard !drawing.missing.isEmpty else { return "" }
        let names = drawing.missing.prefix(5).map(\.name).joined(separator: "、")
        return drawing.missing.count > 5 ? "\(names)ほか、全\(NumberWords.grouped(drawing.missing.count))地域" : names
    }
}
