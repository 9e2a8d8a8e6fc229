/// Ends the program where a promise is broken, which is how libFuzzer learns of it.
@inline(__always)
public func expect(_ condition: Bool, _ promise: @autoclosure () -> String) {
    if !condition { fatalError(promise()) }
}
