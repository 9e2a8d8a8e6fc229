/// What was done with the fields of a source by which a person is reached.
public enum ContactUse: String, Sendable, CaseIterable {
    /// The source has no such fields.
    case noneHeld = "none"
    /// They served to tell which records are of one organisation.
    case linking
    /// The purpose of the source doesn't allow it: they were not read.
    case unused
    /// The term of the source has passed: they were not read.
    case expired
}
