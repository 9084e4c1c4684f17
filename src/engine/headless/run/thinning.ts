/** Says of one sample after the other whether it is kept: the first, and then every so many, so that they are about `spacing` apart. */
export function createThinning(spacing: number): (time: number) => boolean {
  let first = 0
  let count = 0
  let stride = 1
  return (time) => {
    if (count === 0) first = time
    else if (count === 1) stride = Math.max(1, Math.round(spacing / (time - first)))
    const isKept = count % stride === 0
    count++
    return isKept
  }
}
