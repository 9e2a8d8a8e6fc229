/// A name as it is compared: a view of its letters, which lives as long as the memory that they are in.
struct NameView {
    let letters: UnsafeBufferPointer<UInt16>
    let sketch: BigramSketch
}
