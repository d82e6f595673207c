/** Kinds of content that may come from outside, with what their bytes must look like. */
export const mediaTypes = ['application/pdf', 'image/png', 'image/jpeg', 'text/csv'] as const
export type AcceptedMediaType = (typeof mediaTypes)[number]

const extensions: Readonly<Record<AcceptedMediaType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/csv': ['csv', 'txt'],
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte)

/** A text has no control character but tabulations and line ends, whatever its encoding. */
const isText = (bytes: Uint8Array) => bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)

/** True when the first bytes are those of the type announced: a name and a header prove nothing. */
export const looksLike = (mediaType: AcceptedMediaType, head: Uint8Array): boolean => {
  if (mediaType === 'application/pdf') return startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d])
  if (mediaType === 'image/png') return startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  if (mediaType === 'image/jpeg') return startsWith(head, [0xff, 0xd8, 0xff])
  return isText(head)
}

/** A name that is safe to show, to store and to offer for download: no path, no control or direction character, the right extension. */
export const safeFileName = (name: string, mediaType: AcceptedMediaType): string => {
  const base = (name.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}"*:<>?|]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim()
  const [stem = '', extension = ''] = /^(.*)\.([^.]{1,8})$/.exec(base)?.slice(1) ?? [base]
  const allowed = extensions[mediaType]
  const suffix = allowed.includes(extension.toLowerCase()) ? extension.toLowerCase() : allowed[0]
  return `${[...(stem || 'document')].slice(0, 120).join('').trim()}.${suffix}`
}
