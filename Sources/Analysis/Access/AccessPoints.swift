/// Points on a plane with an amount each: people who need something, or what providers offer.
public struct AccessPoints: Sendable {
    /// Easting and northing in metres, finite, in one plane system for demand and supply.
    public private(set) var x: [Double] = []
    public private(set) var y: [Double] = []
    /// People or capacity: 0, or from 10⁻¹⁵ to 10¹⁵, so that quotients stay in the range of numbers.
    public private(set) var amount: [Double] = []

    public init() {}

    public var count: Int { x.count }

    public static func isAmount(_ number: Double) -> Bool { number == 0 || (1e-15...1e15).contains(number) }

    public mutating func reserveCapacity(_ count: Int) {
        x.reserveCapacity(count)
        y.reserveCapacity(count)
        amount.reserveCapacity(count)
    }

    public mutating func append(x: Double, y: Double, amount: Double) {
        precondition(x.isFinite && y.isFinite && Self.isAmount(amount))
        self.x.append(x)
        self.y.append(y)
        self.amount.append(amount)
    }
}
