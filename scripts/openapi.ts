import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packageFile from '../package.json' with { type: 'json' }
import { readDeclarations } from '../server/platform/http/openapi/declarations.ts'
import { openApiDocument } from '../server/platform/http/openapi/document.ts'

/** Writes the OpenAPI document of what api/ declares to the file named; with `--check`, judges it by Redocly's recommended rules, without a database. */

const redocly = join(import.meta.dirname, '../node_modules/@redocly/cli/bin/cli.js')

const documentText = async (): Promise<string> => {
  const declarations = await readDeclarations()
  const endpoints = declarations.endpoints.map(({ endpoint }) => endpoint)
  return JSON.stringify(openApiDocument({ declarations, endpoints, serverUrl: 'https://extranet.example', version: packageFile.version }))
}

interface Finding {
  readonly ruleId: string
  readonly severity: string
  readonly message: string
  readonly location: readonly { readonly pointer?: string }[]
}

/** Errors and warnings alike: an empty list is what the document must give. */
const findingsOf = (text: string): readonly Finding[] => {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
  try {
    const file = join(folder, 'openapi.json')
    writeFileSync(file, text)
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [redocly, 'lint', file, '--extends=recommended', '--format=json', '--max-problems=1000'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    )
    const start = stdout.indexOf('{')
    if (start < 0) throw new Error(`the linter said nothing that can be read: ${stderr}`)
    return (JSON.parse(stdout.slice(start)) as { problems: Finding[] }).problems
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const [target] = process.argv.slice(2)
if (target === '--check') {
  const findings = findingsOf(await documentText())
  for (const { severity, ruleId, message, location } of findings.slice(0, 50))
    console.log(`${severity} ${ruleId}: ${message} (${location[0]?.pointer})`)
  if (findings.length > 0) console.log(`${findings.length} in all`)
  process.exitCode = findings.length > 0 ? 1 : 0
} else if (target) writeFileSync(target, await documentText())
else {
  console.log('node scripts/openapi.ts <file> | --check')
  process.exitCode = 1
}
