import { expect, it } from 'vitest'
import { oneByOne } from './one-by-one.ts'

it('tries everything, then says what failed and why', async () => {
  const done: number[] = []
  const work = async (item: number) => {
    if (item % 2 === 0) throw new RangeError(`no ${item}`)
    done.push(item)
  }
  const failure = await oneByOne([1, 2, 3, 4, 5], (item) => `item ${item}`, work).catch((error: Error) => error)
  expect(done).toEqual([1, 3, 5])
  expect(failure).toMatchObject({ message: '2 of 5 failed: item 2, item 4', cause: { message: 'no 2' } })
  await expect(oneByOne([1, 3], String, work)).resolves.toBeUndefined()
})

it('stops when the worker does', async () => {
  const stop = new AbortController()
  const done: number[] = []
  const work = async (item: number) => {
    done.push(item)
    stop.abort()
  }
  await expect(oneByOne([1, 2], String, work, stop.signal)).rejects.toMatchObject({ name: 'AbortError' })
  expect(done).toEqual([1])
})
