/**
 * Runs what a field does when it is left, once the press that left it is over. A fault written between press and release moves the page under the
 * pointer, and the click of the button that was pressed lands beside it.
 */
export const afterPressOn = (target: EventTarget): ((leave: () => void) => void) => {
  const waiting: (() => void)[] = []
  let isPressed = false
  const release = () => {
    // The click comes after the release, in the same turn.
    setTimeout(() => {
      isPressed = false
      for (const leave of waiting.splice(0)) leave()
    })
  }
  target.addEventListener('pointerdown', () => (isPressed = true), true)
  for (const end of ['pointerup', 'pointercancel', 'dragend']) target.addEventListener(end, release, true)
  return (leave) => {
    if (isPressed) waiting.push(leave)
    else leave()
  }
}

export const afterPress = afterPressOn(typeof document === 'undefined' ? new EventTarget() : document)
