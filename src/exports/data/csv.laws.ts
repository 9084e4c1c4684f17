/** What a CSV file of ours holds, read as RFC 4180 says. */
export interface ReadCsv {
  readonly comments: readonly string[]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Reads comments, then records: fields may be in quotes, with commas, quotes and line breaks in them. */
export function readCsv(text: string): ReadCsv {
  const comments: string[] = []
  let rest = text
  for (let line = /^# (.*)\r\n/.exec(rest); line !== null; line = /^# (.*)\r\n/.exec(rest)) {
    comments.push(line[1])
    rest = rest.slice(line[0].length)
  }
  const records: string[][] = [[]]
  const fields = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/gy
  while (fields.lastIndex < rest.length) {
    const match = fields.exec(rest)
    if (match === null) throw new Error('This is not CSV.')
    const [, quoted, end] = match
    records.at(-1)?.push(quoted.startsWith('"') ? quoted.slice(1, -1).replaceAll('""', '"') : quoted)
    if (end === '\r\n') records.push([])
  }
  records.pop()
  const [columns, ...rows] = records
  return { comments, columns, rows }
}
