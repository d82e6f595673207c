import { backupCommand } from './commands/backup/backup.ts'
import { restoreCommand } from './commands/backup/restore.ts'
import { type Command, CommandError, exitCodes, print, printError, say } from './commands/command.ts'
import { createAdministratorCommand } from './commands/create-administrator.ts'
import { demo } from './commands/demo.ts'
import { giveAccessBackCommand } from './commands/give-access-back.ts'
import { importCommand } from './commands/import-file.ts'
import { install } from './commands/install.ts'
import { rotateSecretsCommand } from './commands/rotate-secrets.ts'
import { ConfigurationError } from './platform/configuration.ts'

const commands: readonly Command[] = [
  install,
  createAdministratorCommand,
  giveAccessBackCommand,
  importCommand,
  backupCommand,
  restoreCommand,
  rotateSecretsCommand,
  demo,
]

const help = (): string =>
  [
    say({ fr: 'Usage : npm run portal -- <commande>', en: 'Usage: npm run portal -- <command>' }),
    '',
    ...commands.flatMap(({ name, usage, summary, details }) => [
      `  ${name} ${usage}`.trimEnd(),
      `      ${say(summary)}`,
      ...(details ? [`      ${say(details)}`] : []),
    ]),
    '  help',
    `      ${say({ fr: 'Cette aide.', en: 'This help.' })}`,
  ].join('\n')

/** Runs the carrier's command line; returns the exit code. */
export const runPortalCommand = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === undefined || name === 'help' || name === '--help') {
    print(help())
    return name === undefined ? exitCodes.usage : exitCodes.done
  }
  try {
    const command = commands.find((candidate) => candidate.name === name)
    if (!command)
      throw new CommandError(
        { fr: `Commande inconnue : ${name}\n\n${help()}`, en: `Unknown command: ${name}\n\n${help()}` },
        exitCodes.usage,
      )
    return await command.run(args)
  } catch (error) {
    if (error instanceof CommandError) {
      printError(error.message)
      return error.exitCode
    }
    if (
      error instanceof ConfigurationError ||
      (error instanceof Error && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS'))
    ) {
      printError(error.message)
      return exitCodes.usage
    }
    printError(error instanceof Error ? error.message : String(error))
    return exitCodes.failed
  }
}

if (import.meta.main) process.exitCode = await runPortalCommand(process.argv.slice(2))
