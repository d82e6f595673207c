/*
 * What the fonts of the portal's documents can print: Latin with Vietnamese, Greek (polytonic too) and Cyrillic, and the signs of texts. A test
 * holds these ranges to the fonts themselves.
 */
const letters =
  '\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u0148\\u014a-\\u01c3\\u01c5-\\u0254\\u0256-\\u027b\\u0374-\\u0376\\u037b-\\u037f\\u0384-\\u038a\\u038c' +
  '\\u038e-\\u03a1\\u03a3-\\u03d7\\u03dc\\u03dd\\u03f0-\\u03f6\\u03fc-\\u0479\\u0480-\\u0481\\u048a-\\u049d\\u04a0-\\u04ff\\u1e00-\\u1e99\\u1e9e-\\u1eff' +
  '\\u1f00-\\u1f15\\u1f18-\\u1f1d\\u1f20-\\u1f45\\u1f48-\\u1f4d\\u1f50-\\u1f57\\u1f59\\u1f5b\\u1f5d\\u1f5f-\\u1f7d\\u1f80-\\u1fb4\\u1fb6-\\u1fbc' +
  '\\u1fc2-\\u1fc4\\u1fc6-\\u1fcc\\u1fd0-\\u1fd3\\u1fd6-\\u1fdb\\u1fe0-\\u1fec\\u1ff2-\\u1ff4\\u1ff6-\\u1ffc\\u02bb\\u02bc'
const signs =
  '\\u2009\\u2010\\u2011\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2020\\u2022\\u2026\\u202f\\u2030\\u2032\\u2033\\u2039\\u203a\\u2044\\u20a3\\u20ac' +
  '\\u2116\\u2122\\u2190-\\u2193\\u2212\\u2264\\u2265\\u2713\\ufb01\\ufb02'
const printed = new RegExp(`^[${letters}${signs}\\n\\t]*$`, 'u')

/** Can this text be printed as it is, no letter changed nor missing? Judged as composed (NFC). */
export const isPrinted = (text: string): boolean => printed.test(text.normalize('NFC'))
