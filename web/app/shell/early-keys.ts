/** A key as the page hears it. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The text after a key; null: the key writes nothing and is left to the page. Enter waits: there is nothing to open yet. */
export const afterKey = (text: string, { key, ctrlKey, metaKey, altKey }: PressedKey): string | null => {
  if (ctrlKey || metaKey || altKey) return null
  if (key === 'Backspace') return text.slice(0, -1)
  if (key === 'Enter') return text
  return key.length === 1 ? text + key : null
}

let text = ''
const onKey = (event: KeyboardEvent): void => {
  const next = afterKey(text, event)
  if (next === null) return
  text = next
  event.preventDefault()
  event.stopPropagation()
}

/** Keeps what is typed until a field that is on its way has the keyboard. */
export const keepEarlyKeys = (): void => {
  text = ''
  addEventListener('keydown', onKey, { capture: true })
}

/** The field is there: what was typed before it, once. */
export const takeEarlyKeys = (): string => {
  removeEventListener('keydown', onKey, { capture: true })
  const typed = text
  text = ''
  return typed
}
