internal import Analysis
internal import FoundationEssentials
internal import Model
internal import Reporting
internal import Store
internal import Tabular

/// What was found, for programs: rows of a CSV, or a JSON document.
struct MatchDocument {
    let words: MatchWords
    let contents: MatchContents
    let rule: String
    let caveat: String

    // MARK: CSV

    private static let titles = [
        "rank", "is_tied", "organization_id", "name", "is_member", "responded", "is_full", "themes", "theme_ids",
        "themes_with_case", "service_area", "pair_inferred", "recoded", "frequency", "location_withheld", "town",
        "distance_km", "reasons", "missing", "evidence", "stand_ins",
    ]

    var csv: String {
        var writer = CSVWriter()
        writer.row(Self.titles)
        for candidate in candidates { writer.row(cells(candidate)) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func cells(_ candidate: Candidate) -> [String] {
        [
            candidate.rank.map(String.init) ?? "", "\(candidate.isTied)", candidate.organizationID, candidate.name,
            "\(candidate.isMember)", "\(candidate.responded)", "\(candidate.isFull)", Self.list(candidate.themes),
            Self.list(candidate.themeIDs), Self.list(candidate.themesWithCase), candidate.serviceArea ?? "",
            "\(candidate.pairInferred)", "\(candidate.recoded)", candidate.frequency ?? "",
            "\(candidate.locationWithheld)", candidate.town ?? "",
            candidate.distance.map(ShortestNumber.text) ?? "", Self.list(candidate.reasons),
            Self.list(candidate.missing), Self.list(candidate.evidence),
            Self.list(candidate.standIns.map(\.organizationID)),
        ].map(SpreadsheetText.harmless)
    }

    private static func list(_ elements: [String]) -> String {
        elements.map { $0.replacing(";", with: "；") }.joined(separator: ";")
    }

    // MARK: JSON

    var json: String {
        let (facts, request) = (words.facts, words.request)
        let contents = Contents(
            wave: facts.waveLabel, municipality: facts.municipality, asOf: facts.asOf, asked: facts.asked,
            answered: facts.answered,
            request: Contents.Request(
                themes: request.themes.map { facts.terms.themes.labels[$0] },
                supportTypes: request.supportTypes.map { facts.terms.supportTypes.labels[$0] },
                areas: request.areas.map { facts.terms.areas.labels[$0] }, near: request.near?.fullName),
            isTeam: self.contents.isTeam, candidates: candidates, moreFull: self.contents.moreFull,
            moreNear: self.contents.moreNear, hasOtherTeams: self.contents.hasEquals,
            uncovered: self.contents.uncovered.map { uncovered in
                Contents.Uncovered(
                    theme: facts.terms.themes.labels[uncovered.theme],
                    themeID: facts.terms.themes.ids[uncovered.theme], gaps: uncovered.gaps,
                    near: uncovered.near.map {
                        Contents.Near(organizationID: $0.row.organizationID, name: $0.row.name, missing: $0.lacks)
                    })
            }, order: rule, note: caveat)
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(contents)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private var candidates: [Candidate] {
        contents.entries.map { entry in
            let (row, terms) = (entry.organization.row, words.facts.terms.themes)
            let told = entry.criteria.filter { $0.criteria.cases == .told }
            return Candidate(
                rank: entry.rank, isTied: entry.isShared || !entry.standIns.isEmpty,
                organizationID: row.organizationID, name: row.name, isMember: row.isMember, responded: row.hasResponded,
                isFull: entry.isFull, themes: entry.criteria.map { terms.labels[$0.theme] },
                themeIDs: entry.criteria.map { terms.ids[$0.theme] },
                themesWithCase: told.map { terms.labels[$0.theme] },
                serviceArea: entry.criteria.first?.criteria.reach.map(Self.name),
                pairInferred: entry.criteria.contains(where: \.criteria.isPairInferred),
                recoded: entry.criteria.contains(where: \.criteria.isRecoded),
                frequency: row.frequency.isEmpty ? nil : row.frequency, locationWithheld: row.isLocationWithheld,
                town: entry.metres == nil ? nil : row.town.map { $0.municipality + $0.name },
                distance: entry.metres.map { Double(($0 + 50) / 100) / 10 }, reasons: entry.reasons,
                missing: entry.missing, evidence: entry.evidence,
                standIns: entry.standIns.map { StandIn(organizationID: $0.organizationID, name: $0.name) })
        }
    }

    private static func name(_ reach: MatchCriteria.Reach) -> String {
        switch reach {
        case .named: "named"
        case .whole: "whole"
        case .wide: "wide"
        }
    }

    private struct Candidate: Encodable {
        let rank: Int?
        let isTied: Bool
        let organizationID: String
        let name: String
        let isMember: Bool
        let responded: Bool
        let isFull: Bool
        let themes: [String]
        let themeIDs: [String]
        let themesWithCase: [String]
        let serviceArea: String?
        let pairInferred: Bool
        let recoded: Bool
        let frequency: String?
        let locationWithheld: Bool
        let town: String?
        /// Kilometres.
        let distance: Double?
        let reasons: [String]
        let missing: [String]
        let evidence: [String]
        let standIns: [StandIn]

        enum CodingKeys: String, CodingKey {
            case rank, isTied, name, isMember, responded, isFull, themes, themesWithCase, serviceArea, pairInferred
            case recoded, frequency, locationWithheld, town, reasons, missing, evidence, standIns
            case organizationID = "organizationId"
            case themeIDs = "themeIds"
            case distance = "distanceKm"
        }
    }

    private struct StandIn: Encodable {
        let organizationID: String
        let name: String

        enum CodingKeys: String, CodingKey {
            case name
            case organizationID = "organizationId"
        }
    }

    private struct Contents: Encodable {
        struct Request: Encodable {
            let themes: [String]
            let supportTypes: [String]
            let areas: [String]
            let near: String?
        }

        struct Uncovered: Encodable {
            let theme: String
            let themeID: String
            let gaps: [String]
            let near: [Near]

            enum CodingKeys: String, CodingKey {
                case theme, gaps, near
                case themeID = "themeId"
            }
        }

        struct Near: Encodable {
            let organizationID: String
            let name: String
            let missing: [String]

            enum CodingKeys: String, CodingKey {
                case name, missing
                case organizationID = "organizationId"
            }
        }

        let wave: String
        let municipality: String
        let asOf: String
        let asked: Int
        let answered: Int
        let request: Request
        let isTeam: Bool
        let candidates: [Candidate]
        let moreFull: Int
        let moreNear: Int
        let hasOtherTeams: Bool
        let uncovered: [Uncovered]
        let order: String
        let note: String
    }
}
