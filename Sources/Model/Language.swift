/// The language that a person reads messages in. Planners read Japanese; `--lang en` is for everybody else.
public enum Language: String, Sendable, CaseIterable {
    case japanese = "ja"
    case english = "en"
}
