/** How the program ended, for scripts. `stopped` is what shells give for Ctrl C. */
export const exitCodes = { done: 0, failed: 1, usage: 2, refused: 3, stopped: 130 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** An end that was to be expected: its message is a sentence for the person at the terminal. */
export class ProgramError extends Error {
  readonly code: ExitCode

  constructor(code: ExitCode, sentence: string) {
    super(sentence)
    this.code = code
  }
}

/** The arguments say what cannot be. */
export function usageError(sentence: string): ProgramError {
  return new ProgramError(exitCodes.usage, sentence)
}
