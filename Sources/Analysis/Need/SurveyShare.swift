/// What a share that a sample gave can say of all people.
public enum SurveyShare {
    /// Wilson's score interval of 95 % for a simple random sample of people from many more than were asked.
    ///
    /// - Parameters:
    ///   - percent: 0…100.
    ///   - sampleSize: how many answered the question, ≥ 1.
    /// - Returns: bounds in per cent, 0…100, with the share between them.
    public static func interval(percent: Double, sampleSize: Int) -> ClosedRange<Double> {
        ScoreInterval.percent(
            share: percent / 100, inverseSampleSize: 1 / Double(sampleSize), z: 1.959_963_984_540_054)
    }
}
