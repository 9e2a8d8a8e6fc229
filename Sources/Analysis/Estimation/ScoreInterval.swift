/// Wilson's score interval (1927, "Probable inference, the law of succession, and statistical inference"), for a sample
/// size that need not be whole.
enum ScoreInterval {
    /// - Parameters:
    ///   - share: 0…1.
    ///   - inverseSampleSize: 1/n ≥ 0; 0 leaves no width.
    /// - Returns: bounds in per cent, 0…100, with the share between them.
    static func percent(share: Double, inverseSampleSize: Double, z: Double) -> ClosedRange<Double> {
        let scale = z * z * inverseSampleSize
        let center = (share + scale / 2) / (1 + scale)
        let half = (share * (1 - share) * scale + scale * scale / 4).squareRoot() / (1 + scale)
        return min(share, max(0, center - half)) * 100...max(share, min(1, center + half)) * 100
    }
}
