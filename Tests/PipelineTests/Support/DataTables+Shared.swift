import Pipeline
import TestSupport

extension DataTables {
    /// Read once for all runs of the tests.
    static let shared = DataTables(RepositoryFolder.data)
}
