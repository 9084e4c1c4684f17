/** Digits with which the search for the fewest begins, and with which every number of single precision is told from its neighbours. */
const fewDigits = 6
const enoughDigits = 9

/** The fewest digits, from six on, that name a number of single precision: rounded to single, they are the number again. */
export function singleText(value: number): string {
  for (let digits = fewDigits; digits < enoughDigits; digits++) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return String(short)
  }
  return String(Number(value.toPrecision(enoughDigits)))
}
