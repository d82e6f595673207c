/** A refusal of the command line: one clear line, in both languages, and the exit code. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number

  constructor(message: Bilingual, exitCode = 1) {
    super(say(message))
    this.exitCode = exitCode
  }
}

export interface Bilingual {
  readonly fr: string
  readonly en: string
}

/** French unless the terminal says English. */
export const say = ({ fr, en }: Bilingual): string =>
  /^en/i.test(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '') ? en : fr

/** Exit codes: 0 done, 1 refused or failed, 2 called wrongly, 3 done but some lines are at fault. */
export const exitCodes = { done: 0, failed: 1, usage: 2, someFaulty: 3 } as const

export interface Command {
  readonly name: string
  /** Arguments, as the help shows them. */
  readonly usage: string
  readonly summary: Bilingual
  /** More lines of help. */
  readonly details?: Bilingual
  /** Returns the exit code. */
  run(args: readonly string[]): Promise<number>
}

export const usageError = (command: Pick<Command, 'name' | 'usage'>): CommandError =>
  new CommandError(
    { fr: `Usage : npm run portal -- ${command.name} ${command.usage}`, en: `Usage: npm run portal -- ${command.name} ${command.usage}` },
    exitCodes.usage,
  )

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

export const printError = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
