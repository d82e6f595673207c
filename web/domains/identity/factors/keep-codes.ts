import classes from './backup-codes.module.css'

/** Gives a text to the person as a file. */
export const downloadText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read it after the click returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Prints a text alone, without the page around it. */
export const printText = (text: string): void => {
  const sheet = document.createElement('pre')
  sheet.className = classes.sheet ?? ''
  sheet.textContent = text
  document.body.append(sheet)
  document.body.dataset.printing = 'codes'
  window.print()
  delete document.body.dataset.printing
  sheet.remove()
}
