internal import Analysis
internal import FoundationEssentials
internal import Geo
internal import Model
internal import Survey

/// Stated venues and where people live → how well they are reached, by theme and support type.
struct ReachStage {
    struct Outcome {
        let result: ReachResult
        let findings: [Finding]
    }

    private let inputs: WaveInputs
    private let description: ReachDescription
    private let tables: (demand: URL, venues: URL)
    private let plan: AccessPlan

    /// - Returns: `nil` where the wave states no venues.
    /// - Throws: `StageError` with what is wrong with the settings.
    init?(_ inputs: WaveInputs) throws(StageError) {
        guard let description = inputs.description.reach, let tables = inputs.reachTables else { return nil }
        self.inputs = inputs
        self.description = description
        self.tables = tables
        plan = try Self.plan(description)
    }

    /// - Throws: `StageError` when a table can't be read; `RunCancelled`.
    func run(_ profiles: [OrganizationProfile], isCancelled: @escaping @Sendable () -> Bool) throws -> Outcome {
        let home = inputs.wave.municipality.code
        let demand = try DemandTable(
            path: tables.demand.path, name: description.demand.path,
            isInside: { inputs.hierarchy.contains(home, $0) })
        let venues = try VenueTable(
            path: tables.venues.path, name: description.venues.path, inputs: inputs, profiles: profiles)
        let plane = try Plane(inputs, demand)
        let people = try AccessPoints(demand.points) {
            ($0.latitude, $0.longitude, $0.people)
        } to: {
            try plane($0, $1)
        }
        let reported = demand.points.indices.filter { !demand.points[$0].isOutside }
        var summaries: [ReachResult.Summary] = []
        for (group, members) in groups(venues.venues) {
            let supply = try AccessPoints(members) {
                ($0.latitude, $0.longitude, $0.capacity)
            } to: {
                try plane($0, $1)
            }
            let access = CatchmentAccess(catchment: description.catchment, weights: plan.weights)
            guard
                let result = access.reach(
                    demand: people, supply: supply, plan.wanted, nearest: plan.nearest, isCancelled: isCancelled)
            else { throw RunCancelled() }
            summaries.append(
                ReachMeasures(plan, result, people: reported.map { demand.points[$0].people }, reported: reported)
                    .summary(group, supply))
        }
        return Outcome(
            result: ReachResult(
                catchment: description.catchment, weights: plan.weights.text, measures: plan.measures.map(\.title),
                pointIDs: reported.map { demand.points[$0].id },
                people: reported.reduce(0) { $0 + demand.points[$1].people },
                withheldVenues: venues.withheldCount, summaries: summaries),
            findings: demand.findings + venues.findings)
    }

    /// The settings, with problems where they stand in the file.
    private static func plan(_ description: ReachDescription) throws(StageError) -> AccessPlan {
        do throws(StageError) {
            return try AccessPlan(
                catchment: description.catchment, weights: description.weights?.text,
                measures: description.measures?.text ?? AccessMeasuring.usualMeasures,
                floors: description.floors.map(\.text))
        } catch {
            throw StageError(
                error.problems.map { problem in
                    Problem(
                        problem.code, at: description.location(ofOption: problem.location.file, problem.found),
                        found: problem.found, expected: problem.expected)
                })
        }
    }

    /// Members, then all known: all their venues, then those of each theme and of each support type that has any.
    private func groups(_ venues: [VenueTable.Venue]) -> [(ReachResult.Group, [VenueTable.Venue])] {
        ReachResult.Scope.allCases.flatMap { scope -> [(ReachResult.Group, [VenueTable.Venue])] in
            let own = scope == .members ? venues.filter { $0.organization.organization.isMember } : venues
            let themes = inputs.taxonomy.themes.filter { !$0.isResidual }.map { theme in
                (
                    ReachResult.Group(scope: scope, themeID: theme.id, supportTypeID: nil),
                    own.filter { $0.themeIDs.contains(theme.id) }
                )
            }
            let types = inputs.taxonomy.supportTypes.filter { !$0.isResidual }.map { type in
                (
                    ReachResult.Group(scope: scope, themeID: nil, supportTypeID: type.id),
                    own.filter { $0.supportTypeIDs.contains(type.id) }
                )
            }
            let all = [(ReachResult.Group(scope: scope, themeID: nil, supportTypeID: nil), own)]
            return (all + themes + types).filter { !$0.1.isEmpty }
        }
    }
}

/// The plane that distances are measured in: that of the first point of the demand, for all of them.
private struct Plane {
    private let projector: Projector
    private let epsg: Int?

    init(_ inputs: WaveInputs, _ demand: DemandTable) throws(StageError) {
        projector = try Projector()
        let code = inputs.wave.municipality.code
        epsg = demand.points.first.flatMap {
            inputs.prefectures.epsg(
                prefectureCode: String(code.prefix(2)), municipalityCode: code, latitude: $0.latitude,
                longitude: $0.longitude)
        }
    }

    func callAsFunction(_ latitude: Double, _ longitude: Double) throws(StageError) -> (x: Double, y: Double) {
        guard let epsg else { return (0, 0) }
        let plane = try projector.plane(latitude: latitude, longitude: longitude, epsg: epsg)
        return (plane.easting, plane.northing)
    }
}

extension AccessPoints {
    fileprivate init<Place>(
        _ places: [Place], _ numbers: (Place) -> (latitude: Double, longitude: Double, amount: Double),
        to plane: (Double, Double) throws -> (x: Double, y: Double)
    ) throws {
        self.init()
        for place in places {
            let (latitude, longitude, amount) = numbers(place)
            let (x, y) = try plane(latitude, longitude)
            append(x: x, y: y, amount: amount)
        }
    }
}

/// What one group of venues comes to, over the people who are reported.
private struct ReachMeasures {
    let plan: AccessPlan
    let result: AccessResult
    let people: [Double]
    /// Points of the demand that are reported.
    let reported: [Int]

    init(_ plan: AccessPlan, _ result: AccessResult, people: [Double], reported: [Int]) {
        (self.plan, self.result, self.people, self.reported) = (plan, result, people, reported)
    }

    func summary(_ group: ReachResult.Group, _ supply: AccessPoints) -> ReachResult.Summary {
        let values = plan.measures.map { measure in
            let all = result.values(of: measure)
            return reported.map { all[$0] }
        }
        let total = people.reduce(0, +)
        let reached = zip(reported, people).reduce(0) { $0 + (result.count[$1.0] > 0 ? $1.1 : 0) }
        return ReachResult.Summary(
            group: group, venueCount: supply.count, capacity: supply.amount.reduce(0, +),
            reachedShare: total > 0 ? reached / total : nil,
            spreads: zip(plan.measures, values).map(spread),
            values: reported.indices.map { point in values.map { $0[point].isFinite ? $0[point] : nil } })
    }

    private func spread(_ measure: AccessMeasure, _ values: [Double]) -> ReachResult.Spread {
        let seen = zip(values, people).filter { $0.0.isFinite }
        let weight = seen.reduce(0) { $0 + $1.1 }
        let mean = weight > 0 ? seen.reduce(0) { $0 + $1.0 * $1.1 } / weight : nil
        if case .nearest = measure {
            return ReachResult.Spread(measure: measure.title, mean: mean, gini: nil, shortfalls: [])
        }
        return ReachResult.Spread(
            measure: measure.title, mean: mean, gini: Inequality.gini(values, people: people),
            shortfalls: plan.floors.filter { $0.measure == measure }.compactMap { floor in
                Inequality.shortfall(values, people: people, below: floor.value).map {
                    ReachResult.Shortfall(floor: floor.value, share: $0.share, depth: $0.depth)
                }
            })
    }
}

extension ReachDescription {
    /// Where the setting stands that an option of `tsunagi access` is read from.
    fileprivate func location(ofOption option: String, _ found: String) -> CellLocation {
        switch option {
        case "--weights": weights?.location ?? location
        case "--measures": measures?.location ?? location
        case "--floor": floors.first { $0.text == found }?.location ?? location
        default: location
        }
    }
}
