import { expect, it } from 'vitest'
import { afterPressOn } from './after-press.ts'

const wait = () => new Promise((done) => setTimeout(done, 5))

it('a field left by keyboard is judged at once, one left by a press once its click is done', async () => {
  const page = new EventTarget()
  const afterPress = afterPressOn(page)
  const done: string[] = []
  afterPress(() => done.push('tab'))
  expect(done).toEqual(['tab'])

  page.dispatchEvent(new Event('pointerdown'))
  afterPress(() => done.push('left'))
  page.dispatchEvent(new Event('pointerup'))
  done.push('click')
  await wait()
  expect(done).toEqual(['tab', 'click', 'left'])
  afterPress(() => done.push('tab'))
  expect(done).toHaveLength(4)

  page.dispatchEvent(new Event('pointerdown'))
  afterPress(() => done.push('cancelled'))
  page.dispatchEvent(new Event('pointercancel'))
  await wait()
  expect(done.at(-1)).toBe('cancelled')
})
