import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** PostgreSQL refuses to run as root: root runs it as this system user. */
const userName = 'postgres'

export interface SystemUser {
  readonly uid: number
  readonly gid: number
}

const isRoot = () => process.getuid?.() === 0

const lookUp = (): SystemUser | null => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${userName}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) }
}

/** The user that must run the database, created when missing; null when the current one does (not root). */
export const databaseUser = (): SystemUser | null => {
  if (!isRoot()) return null
  const existing = lookUp()
  if (existing !== null) return existing
  execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', userName], { stdio: 'pipe' })
  const created = lookUp()
  if (created === null) throw new Error(`The system user ${userName} could not be created.`)
  return created
}

const mayTraverse = (folder: string, user: SystemUser | null): boolean => {
  const entry = statSync(folder, { throwIfNoEntry: false })
  if (entry === undefined) return true
  const bit = entry.uid === user?.uid ? 0o100 : entry.gid === user?.gid ? 0o010 : 0o001
  return (entry.mode & bit) !== 0
}

/** False when this process is root and a folder on the way is closed to the database's user, as /root is. */
export const isReachableByDatabaseUser = (path: string): boolean => {
  if (!isRoot()) return true
  const user = lookUp()
  for (let folder = path; ; folder = dirname(folder)) {
    if (!mayTraverse(folder, user)) return false
    if (folder === dirname(folder)) return true
  }
}
