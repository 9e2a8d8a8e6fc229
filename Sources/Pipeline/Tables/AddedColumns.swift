/// Titles of columns that are added to a table.
enum AddedColumns {
    /// - Parameters:
    ///   - wanted: what they are called where nothing else is.
    ///   - titles: of the table.
    ///   - prefix: goes before a name that is taken, as often as it takes.
    static func names(_ wanted: [String], besides titles: [String], prefix: String) -> [String] {
        var taken = Set(titles)
        return wanted.map { title in
            var name = title
            while !taken.insert(name).inserted { name = prefix + name }
            return name
        }
    }
}
