import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Another process of the rig, so that what is measured shares no event loop with what measures. */
export interface Child<Answer> {
  readonly pid: number
  readonly answer: Answer
  stop(): Promise<void>
}

const firstMessage = (child: ChildProcess, name: string) =>
  new Promise<unknown>((done, fail) => {
    child.once('message', done)
    child.once('error', fail)
    child.once('exit', (code) => fail(new Error(`${name} ended with status ${code} before it answered`)))
  })

const running = new Set<Child<unknown>>()

/** Ends what is still running, for a measure that failed half-way. */
export const stopChildren = async (): Promise<void> => {
  await Promise.all([...running].map((child) => child.stop()))
}

/** Starts a file, named from this folder, with its task, and waits for its first message. */
export const startChild = async <Answer>(file: string, task: unknown): Promise<Child<Answer>> => {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
    serialization: 'advanced',
  })
  child.send(task as never)
  const answer = (await firstMessage(child, file)) as Answer
  const started: Child<Answer> = {
    pid: child.pid ?? 0,
    answer,
    stop: async () => {
      running.delete(started)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), 5000)
      await ended
      clearTimeout(late)
    },
  }
  running.add(started)
  return started
}

/** Runs a file of this folder to its answer. */
export const runChild = async <Answer>(file: string, task: unknown): Promise<Answer> => {
  const child = await startChild<Answer>(file, task)
  await child.stop()
  return child.answer
}

/** What a child was told to do. */
export const task = <T>(): Promise<T> => new Promise((done) => process.once('message', (message) => done(message as T)))

/** Tells the parent. A child whose parent dies ends too. */
export const tell = (answer: unknown): void => {
  process.once('disconnect', () => process.exit(0))
  process.send?.(answer)
}
