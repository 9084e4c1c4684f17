import { encodeLink } from '../experiment/link/link.ts'
import { linkFragment, longestLink } from '../experiment/link/linkText.ts'
import { changeDocument } from './changeDocument.ts'
import { commandHelp, programHelp } from './commands.ts'
import { exitCodes, ProgramError, type ExitCode } from './exitCodes.ts'
import { openDocument } from './openDocument.ts'
import { readArguments, type LinkRequest, type Request } from './readArguments.ts'
import { runCommand } from './runCommand.ts'
import type { Streams } from './streams.ts'

/** The program: arguments in, exit code out. Results go to the standard output or a file, all else to the standard error. Never throws. */
export async function runProgram(args: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    return await answer(readArguments(args), streams)
  } catch (error) {
    if (error instanceof ProgramError) {
      streams.stderr.write(`memoryscape: ${error.message}\n`)
      return error.code
    }
    const reason = error instanceof Error ? error.message : String(error)
    streams.stderr.write(`memoryscape: This should not have happened: ${reason}\n`)
    return exitCodes.failed
  }
}

async function answer(request: Request, streams: Streams): Promise<ExitCode> {
  const { stdin, stdout } = streams
  switch (request.kind) {
    case 'help':
      stdout.write(request.command === null ? programHelp() : commandHelp(request.command))
      return exitCodes.done
    case 'version':
      stdout.write(`${__VERSION__}\n`)
      return exitCodes.done
    case 'run':
      return runCommand(request, streams)
    case 'validate': {
      const { experiment, moved } = await openDocument(request.document, stdin)
      if (request.isQuiet) return exitCodes.done
      stdout.write(`This is a document of version ${experiment.version}: it can be read.\n`)
      for (const words of moved) stdout.write(`Moved into its range: ${words}.\n`)
      return exitCodes.done
    }
    case 'link':
      stdout.write(`${await linkOf(request, streams)}\n`)
      return exitCodes.done
    default:
      return request satisfies never
  }
}

async function linkOf(request: LinkRequest, { stdin }: Streams): Promise<string> {
  const opened = await openDocument(request.document, stdin)
  const link = encodeLink(changeDocument(opened.experiment, request).experiment)
  if (link.length > longestLink) {
    const sentence = `This document is too large for a link: it would have ${link.length} characters, and the limit is ${longestLink}.`
    throw new ProgramError(exitCodes.failed, sentence)
  }
  return `${request.site ?? ''}${linkFragment(`#/${request.view}`, link)}`
}
