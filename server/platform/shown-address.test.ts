import { expect, it } from 'vitest'
import { shownEmail } from './shown-address.ts'

it.each([
  ['contact@xn--socit-t-eyabbb.fr', 'contact@société-été.fr'],
  ['jean@exemple.fr', 'jean@exemple.fr'],
])('%s is written %s on papers and in files', (address, shown) => expect(shownEmail(address)).toBe(shown))
