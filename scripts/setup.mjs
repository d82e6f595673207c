/**
 * Prepares a clone before any command: packages (the pinned Node included), the built site (`--web`), what tests need (`--test`), what the bench
 * and the mutation of rules need (`--bench`).
 * Runs under whatever Node the machine has (20 or newer) before anything is installed, hence plain JavaScript and built-ins only.
 * When nothing changed it only looks at dates, in a few milliseconds.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const wanted = new Set(process.argv.slice(2))
const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const say = (fr, en) => console.log(french ? fr : en)
const fail = (fr, en) => {
  console.error(french ? fr : en)
  process.exit(1)
}

const digest = (...parts) => parts.reduce((hash, part) => hash.update(part).update('\0'), createHash('sha256')).digest('hex')
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')
const run = (command, args, options = {}) => spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Two commands started together must not install over each other; outside node_modules, which the installation empties. */
const alone = (work) => {
  const lock = join(tmpdir(), `myopenip-setup-${digest(root).slice(0, 16)}`)
  const owner = join(lock, 'pid')
  let told = false
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const held = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0
    const pid = Number(read(owner))
    if (pid > 0 ? !alive(pid) : held > 5000) rmSync(lock, { recursive: true, force: true })
    else {
      if (!told) say('Une autre commande prépare déjà ce dossier : attente…', 'Another command is preparing this folder: waiting…')
      told = true
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  writeFileSync(owner, String(process.pid))
  try {
    work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

const pinnedNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const packagesStamp = join(root, 'node_modules', '.installed-from')
const packagesWanted = () => digest(read(join(root, 'package-lock.json')), process.platform, process.arch)
const packagesReady = () => existsSync(pinnedNode) && read(packagesStamp) === packagesWanted()

const npmCi = (cwd) => {
  const npm = process.env.npm_execpath
  const args = ['ci', '--loglevel=error']
  return npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], { cwd })
    : run('npm', args, { cwd, shell: process.platform === 'win32' })
}

const installPackages = () => {
  say('Installation des paquets…', 'Installing packages…')
  const done = npmCi(root)
  if (!done)
    fail(
      "L'installation des paquets a échoué : vérifiez l'accès au registre npm puis relancez la commande.",
      'Installing packages failed: check the access to the npm registry, then run the command again.',
    )
  writeFileSync(packagesStamp, packagesWanted())
}

/** Measuring tools that no other command needs. */
const benchTools = join(root, 'bench', 'tools')
const benchStamp = join(benchTools, 'node_modules', '.installed-from')
const benchWanted = () => digest(read(join(benchTools, 'package-lock.json')))
const benchReady = () => read(benchStamp) === benchWanted()
const installBenchTools = () => {
  if (npmCi(benchTools)) writeFileSync(benchStamp, benchWanted())
  else
    say(
      'Les outils de mesure (Lighthouse, Stryker) ne peuvent être installés : leurs mesures seront sautées.',
      'The measuring tools (Lighthouse, Stryker) cannot be installed: their figures will be skipped.',
    )
}

const siteSources = ['web', 'api', 'package-lock.json', 'vite.config.ts', 'scripts/messages.ts', 'scripts/site']
const isSource = (path) => !path.startsWith(join('web', 'messages.gen')) && !/\.test\.tsx?$/.test(path)
const filesUnder = (path) => {
  const entry = statSync(join(root, path), { throwIfNoEntry: false })
  if (!entry) return []
  if (!entry.isDirectory()) return [`${path} ${entry.size} ${entry.mtimeMs}`]
  return readdirSync(join(root, path))
    .map((name) => join(path, name))
    .filter(isSource)
    .flatMap(filesUnder)
}
const siteStamp = join(root, 'dist', '.built-from')
const siteWanted = () => digest(...siteSources.flatMap(filesUnder).sort())
const siteReady = () => existsSync(join(root, 'dist', 'web', 'index.html')) && read(siteStamp) === siteWanted()

const buildSite = () => {
  say('Construction du site…', 'Building the site…')
  const stamp = siteWanted()
  const built = spawnSync(pinnedNode, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built.status !== 0) fail('La construction du site a échoué (voir ci-dessus).', 'Building the site failed (see above).')
  writeFileSync(siteStamp, stamp)
}

const onPath = (...names) =>
  names.some((name) => (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name))))

/** Programs that tests run, with the Debian packages that bring them. */
const testPrograms = [
  {
    present: () => onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    packages: ['chromium', 'fonts-liberation'],
  },
  { present: () => onPath('qpdf'), packages: ['qpdf'] },
  { present: () => onPath('pdftotext'), packages: ['poppler-utils'] },
]

const installTestPrograms = () => {
  const missing = () => testPrograms.filter((program) => !program.present()).flatMap((program) => program.packages)
  if (missing().length === 0) return
  if (onPath('apt-get') && process.getuid?.() === 0) {
    say(`Installation par apt : ${missing().join(' ')}`, `Installing with apt: ${missing().join(' ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], { env })
    run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...missing()], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  if (missing().length > 0)
    say(
      `À installer pour que tous les tests tournent : ${missing().join(' ')}. Ceux qui en dépendent seront sautés, et le diront.`,
      `Install these for every test to run: ${missing().join(' ')}. Tests that need them will be skipped, visibly.`,
    )
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node 20 ou plus récent est nécessaire (ici ${process.version}).`, `Node 20 or newer is needed (this is ${process.version}).`)
if (!packagesReady()) alone(() => packagesReady() || installPackages())
if (wanted.has('--web') && !siteReady()) alone(() => siteReady() || buildSite())
if (wanted.has('--test')) installTestPrograms()
if (wanted.has('--bench') && !benchReady()) alone(() => benchReady() || installBenchTools())
