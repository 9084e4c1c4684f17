/** The parts of `b` that are another value than in `a`. Parts that did not change are the same objects. */
export function keysDiffering<T extends object>(a: T, b: T): (keyof T)[] {
  return (Object.keys(b) as (keyof T)[]).filter((key) => a[key] !== b[key])
}
