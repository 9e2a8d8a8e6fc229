import Model

/// Takes withheld locations out of what quotes the inputs: findings, doubtful pairs and doubtful addresses.
///
/// An address can endanger people, and a finding such as "the address … was not found" would carry it outside.
struct Disclosure {
    private struct RowKey: Hashable {
        let file: String
        let row: Int
    }

    private static let addressCodes: Set<ProblemCode> = [
        .addressNotFound, .addressAmbiguous, .addressDoubtful, .addressAnswerNotFound, .addressLeftOpen,
    ]
    private let withheldIDs: Set<String>
    private let withheldAddresses: [String: String]
    /// Addresses of the withheld organisations that a row speaks of.
    private let secrets: [RowKey: [String]]
    private let report: RunReport

    init(_ report: RunReport) {
        self.report = report
        var addresses: [String: [String]] = [:]
        for organization in report.organizations.map(\.organization) where organization.isLocationWithheld {
            addresses[organization.id] = Disclosure.spellings(of: organization)
        }
        withheldIDs = Set(addresses.keys)
        withheldAddresses = addresses.compactMapValues(\.first)
        var secrets: [RowKey: [String]] = [:]
        for link in report.links {
            guard let address = addresses[link.organizationID] else { continue }
            secrets[RowKey(file: link.reference.file, row: link.reference.row), default: []] += address
        }
        self.secrets = secrets
    }

    /// The findings, without the places of organisations whose location is withheld.
    var findings: [Finding] { report.findings.map(disclosed) }

    /// The doubtful pairs; when one side is withheld both lose their address, for they may be one organisation.
    var doubtfulLinks: [DoubtfulLink] {
        report.doubtfulLinks.map { link in
            guard withheldIDs.contains(link.a.organizationID) || withheldIDs.contains(link.b.organizationID) else {
                return link
            }
            return DoubtfulLink(
                a: withoutAddress(link.a), b: withoutAddress(link.b), probability: link.probability,
                weights: link.weights)
        }
    }

    /// The doubtful addresses that no withheld organisation has.
    var doubtfulAddresses: [DoubtfulAddress] {
        report.doubtfulAddresses.filter { address in
            !address.mentions.contains { withheldIDs.contains($0.organizationID) }
        }
    }

    /// The picks; a reason that names the address of a withheld organisation loses it.
    var picks: [ExplainedShortlist.Pick] {
        report.shortlist.picks.map { pick in
            guard let address = withheldAddresses[pick.candidate.organizationID] else { return pick }
            func shown(_ sentences: [String]) -> [String] { sentences.map { withheld($0, ifItNames: [address]) } }
            return ExplainedShortlist.Pick(
                candidate: pick.candidate, name: pick.name, reasons: shown(pick.reasons),
                ifDeclined: shown(pick.ifDeclined), evidence: shown(pick.evidence), uncertain: shown(pick.uncertain),
                stability: pick.stability)
        }
    }

    private func disclosed(_ finding: Finding) -> Finding {
        let problem = finding.problem
        guard let row = problem.location.row,
            let addresses = secrets[RowKey(file: problem.location.file, row: row)]
        else { return finding }
        let isAboutAddress = Disclosure.addressCodes.contains(problem.code)
        func shown(_ text: String) -> String {
            isAboutAddress && !text.isEmpty ? FixedWording.withheldLocation : withheld(text, ifItNames: addresses)
        }
        return Finding(
            finding.severity, problem.code, at: problem.location, found: shown(problem.found),
            expected: shown(problem.expected))
    }

    private func withheld(_ text: String, ifItNames addresses: [String]) -> String {
        addresses.contains { text.contains($0) } ? FixedWording.withheldLocation : text
    }

    private func withoutAddress(_ side: DoubtfulLink.Side) -> DoubtfulLink.Side {
        DoubtfulLink.Side(
            organizationID: side.organizationID, name: side.name, address: FixedWording.withheldLocation,
            telephone: side.telephone, email: side.email, representative: side.representative, reference: side.reference
        )
    }

    /// The address as written, then the town that it was read as.
    private static func spellings(of organization: Organization) -> [String] {
        [organization.address, organization.place?.town].compactMap { $0 }.filter { !$0.isEmpty }
    }
}
