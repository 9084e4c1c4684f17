/** Text goes out; of `process.stdout` what the program uses. */
export interface Output {
  readonly write: (text: string) => unknown
  readonly isTTY?: boolean
}

/** What the program stands between. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
  /** Calls back at Ctrl C; returns what ends that. */
  readonly onInterrupt: (listener: () => void) => () => void
  /** Milliseconds. */
  readonly now: () => number
}
