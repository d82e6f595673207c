import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** True when a process with this number lives; a zombie counts as gone. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return !/^\d+ \(.*\) Z/.test(readStat(pid))
}

const readStat = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

/** The command line of a process; empty when unknown. */
export const commandOf = (pid: number): string => {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}

/** When a process began, in the system's own unit: tells a number used again for another process. */
const birthOf = (pid: number): string => {
  const stat = readStat(pid)
  if (stat !== '') return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

const ownerFile = (folder: string) => join(folder, 'owner')
const signature = (pid: number) => `${pid} ${birthOf(pid)}`

const ownerOf = (folder: string): string => {
  try {
    return readFileSync(ownerFile(folder), 'utf8').trim()
  } catch {
    return ''
  }
}

/**
 * Takes a data folder for this process; a dead owner's claim is void.
 * @throws Error when a living process holds it.
 */
export const claim = (folder: string): void => {
  const mine = signature(process.pid)
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(ownerFile(folder), mine, { flag: 'wx' })
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const owner = ownerOf(folder)
    const pid = Number(owner.split(' ')[0])
    if (pid > 0 && isAlive(pid) && signature(pid) === owner)
      throw new Error(`DATA_DIR: the process ${pid} already uses ${folder}; stop it first, or choose another DATA_DIR and PORT`)
    rmSync(ownerFile(folder), { force: true })
  }
  throw new Error(`DATA_DIR: ${folder} could not be locked`)
}

/** Gives the folder back. */
export const release = (folder: string): void => {
  if (ownerOf(folder) === signature(process.pid)) rmSync(ownerFile(folder), { force: true })
}
