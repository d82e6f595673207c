import { execFileSync } from 'node:child_process'

/** The words of a PDF, on one line. */
export const pdfText = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: pdf }).replaceAll(/\s+/g, ' ')
