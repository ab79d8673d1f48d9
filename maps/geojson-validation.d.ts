/** geojson-validation 1.0.2 ships no types: the one function that is used. */
declare module 'geojson-validation' {
  const validator: {
    /** With `trace`, the list of what is wrong (empty when nothing is). */
    valid(geoJson: unknown, trace: true): readonly string[]
  }
  export default validator
}
