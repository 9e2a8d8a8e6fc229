/// Where an area that no file draws stands in a plan of the areas: beside its neighbours, not to scale.
public struct AreaTile: Sendable, Hashable {
    public let areaCode: String
    /// From the west, beginning with 0.
    public let column: Int
    /// From the north, beginning with 0.
    public let row: Int

    public init(areaCode: String, column: Int, row: Int) {
        self.areaCode = areaCode
        self.column = column
        self.row = row
    }
}
