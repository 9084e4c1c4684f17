/** Mean escape times as measured on the running particles. */
export interface Stopwatch {
  /** The memory (0 or 1) whose well ξ^from a particle started in. */
  readonly from: 0 | 1
  /** As in `EscapeTime`. */
  readonly to: 'other' | 'twin'
  /** Escapes seen. */
  readonly escapes: number
  /** Model time, summed over all particles on their way, those that have not escaped yet included. */
  readonly exposure: number
  /**
   * The estimated mean, those still on their way counted: exposure / escapes where the rate of escape is constant, else by a life table.
   * Infinity before the first escape, and to the twin while it is too early to tell.
   */
  readonly meanTime: number
  /** Of `meanTime`; about meanTime / √escapes. Infinity where `meanTime` is. */
  readonly standardError: number
}
