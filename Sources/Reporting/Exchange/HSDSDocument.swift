import Model

/// `hsds.json`: the directory in the Human Services Data Specification 3 (Open Referral), an array of `organization` objects
/// as its compiled schema nests them, each with one service, its area, and its location where that may be known.
///
/// One service holds all that an organisation does: which theme goes with which support type is not known for all.
struct HSDSDocument {
    static let name = "hsds.json"
    /// Stands where the specification wants what the survey doesn't ask for.
    private static let unknown = "不明"

    private let directory: MemberDirectory
    private let municipality: Wave.Municipality

    init(_ directory: MemberDirectory, _ wave: Wave) {
        self.directory = directory
        municipality = wave.municipality
    }

    var path: String { directory.edition.folder + Self.name }

    /// One organisation a line.
    var bytes: [UInt8] {
        var bytes = Array("[".utf8)
        for (index, entry) in directory.entries.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            bytes += organization(entry).utf8
        }
        return bytes + "\n]\n".utf8
    }

    private func organization(_ entry: MemberDirectory.Entry) -> String {
        var members = [
            ("id", JSONText.string(entry.id)), ("name", JSONText.string(entry.name)),
            ("description", JSONText.string(Self.description(entry))),
        ]
        if !entry.nameKana.isEmpty { members.append(("alternate_name", JSONText.string(entry.nameKana))) }
        if let telephone = entry.telephone { members.append(("phones", JSONText.array([phone(telephone, entry)]))) }
        if let office = entry.office { members.append(("locations", JSONText.array([location(office, entry)]))) }
        members.append(("services", JSONText.array([service(entry)])))
        return JSONText.line(members)
    }

    private static func description(_ entry: MemberDirectory.Entry) -> String {
        let parts = [
            ("活動内容", entry.themes.map(\.label)), ("活動の種類", entry.supportTypes.map(\.label)),
            ("活動の範囲", [entry.serviceArea]),
        ]
        return parts.filter { !$0.1.isEmpty }.map { "\($0.0)：\($0.1.joined(separator: "、"))" }.joined(separator: "。")
    }

    // MARK: Service

    private func service(_ entry: MemberDirectory.Entry) -> String {
        let id = uuid("service", entry)
        var members = [
            ("id", JSONText.string(id)), ("organization_id", JSONText.string(entry.id)),
            ("name", JSONText.string("\(entry.name)の活動")), ("description", JSONText.string(Self.description(entry))),
            ("status", JSONText.string("active")),
            (
                "service_areas",
                JSONText.array([
                    JSONText.line([
                        ("id", JSONText.string(uuid("service_area", entry))), ("service_id", JSONText.string(id)),
                        ("name", JSONText.string(entry.serviceArea)),
                    ])
                ])
            ),
            (
                "attributes",
                JSONText.array(
                    entry.themes.map { attribute($0, of: .themes, entry, service: id) }
                        + entry.supportTypes.map { attribute($0, of: .supportTypes, entry, service: id) })
            ),
        ]
        if entry.office != nil {
            let place = JSONText.line([
                ("id", JSONText.string(uuid("service_at_location", entry))), ("service_id", JSONText.string(id)),
                ("location_id", JSONText.string(uuid("location", entry))),
            ])
            members.append(("service_at_locations", JSONText.array([place])))
        }
        return JSONText.line(members)
    }

    private enum Terms: String {
        case themes = "支援につながる活動内容"
        case supportTypes = "活動の種類"

        var key: String { self == .themes ? "theme" : "support_type" }
    }

    private func attribute(
        _ label: AttributedLabel, of terms: Terms, _ entry: MemberDirectory.Entry, service: String
    ) -> String {
        let term = NameUUID.make(terms.key, label.id, in: municipality.code)
        return JSONText.line([
            ("id", JSONText.string(uuid("attribute:\(terms.key):\(label.id)", entry))),
            ("link_id", JSONText.string(service)), ("link_entity", JSONText.string("service")),
            ("link_type", JSONText.string(terms.key)), ("taxonomy_term_id", JSONText.string(term)),
            (
                "taxonomy_term",
                JSONText.line([
                    ("id", JSONText.string(term)), ("code", JSONText.string(label.id)),
                    ("name", JSONText.string(label.label)),
                    ("description", JSONText.string("リソース調査の「\(terms.rawValue)」の選択肢")),
                    ("taxonomy", JSONText.string(terms.rawValue)), ("language", JSONText.string("ja")),
                ])
            ),
        ])
    }

    // MARK: How it is found

    private func phone(_ number: String, _ entry: MemberDirectory.Entry) -> String {
        JSONText.line([
            ("id", JSONText.string(uuid("phone", entry))), ("organization_id", JSONText.string(entry.id)),
            ("number", JSONText.string(number)), ("type", JSONText.string("voice")),
        ])
    }

    private func location(_ office: PublishedDetails.Office, _ entry: MemberDirectory.Entry) -> String {
        let id = uuid("location", entry)
        var members = [
            ("id", JSONText.string(id)), ("location_type", JSONText.string("physical")),
            ("organization_id", JSONText.string(entry.id)), ("name", JSONText.string(entry.name)),
        ]
        if let latitude = office.latitude, let longitude = office.longitude {
            members += [("latitude", JSONText.number(latitude)), ("longitude", JSONText.number(longitude))]
        }
        func known(_ text: String) -> String { JSONText.string(text.isEmpty ? Self.unknown : text) }
        let lines = office.town.isEmpty ? office.text : office.town + office.number
        var address = [
            ("id", JSONText.string(uuid("address", entry))), ("location_id", JSONText.string(id)),
            ("address_1", JSONText.string(lines)),
        ]
        if !office.building.isEmpty { address.append(("address_2", JSONText.string(office.building))) }
        address += [
            ("city", known(office.municipality)), ("state_province", known(office.prefecture)),
            ("postal_code", known(office.postalCode)), ("country", JSONText.string("JP")),
            ("address_type", JSONText.string("physical")),
        ]
        members.append(("addresses", JSONText.array([JSONText.line(address)])))
        return JSONText.line(members)
    }

    /// Of a part of an entry.
    private func uuid(_ kind: String, _ entry: MemberDirectory.Entry) -> String {
        NameUUID.make(kind, entry.id, in: municipality.code)
    }
}
