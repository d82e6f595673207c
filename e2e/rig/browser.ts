import { existsSync } from 'node:fs'

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/** The machine's Chromium, or null: journeys then skip, visibly. `CHROMIUM` names another one. */
export const chromiumPath: string | null =
  [process.env.CHROMIUM ?? '', ...candidates].find((path) => path !== '' && existsSync(path)) ?? null

export const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium would draw its own address bar as a page: a process more per visitor.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
] as const

export const desktop = { width: 1440, height: 900 } as const
export const phone = { width: 390, height: 844 } as const
