/// Areas that no answer tells apart: each organisation that works in one of them works in all.
///
/// Many small areas, such as the cells of a mesh, say together what a ward says alone. As classes of their own they would
/// count every answer a thousand times, and take as long.
struct AreaClasses {
    /// By area.
    let indices: [Int]
    let count: Int

    /// Areas with offices of those who were asked stay apart.
    init(_ organizations: [ReachingOrganization], areaCount: Int) {
        var reachedBy = [[Int]](repeating: [], count: areaCount)
        var hasOffices = [Bool](repeating: false, count: areaCount)
        for (index, organization) in organizations.enumerated() {
            if let office = organization.asked?.office { hasOffices[office] = true }
            let areas = organization.filledAreas
            guard organization.asked?.hasAnswered == true, areas.count < areaCount else { continue }
            for area in areas { reachedBy[area].append(index) }
        }
        var classes: [[Int]: Int] = [:]
        var count = 0
        indices = (0..<areaCount).map { area in
            if !hasOffices[area], let known = classes[reachedBy[area]] { return known }
            if !hasOffices[area] { classes[reachedBy[area]] = count }
            count += 1
            return count - 1
        }
        self.count = count
    }

    func classes(of areas: [Int]) -> [Int] {
        var seen = Set<Int>()
        return areas.map { indices[$0] }.filter { seen.insert($0).inserted }.sorted()
    }
}
