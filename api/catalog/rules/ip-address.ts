const isIpv4 = (text: string): boolean => {
  const bytes = text.split('.')
  return bytes.length === 4 && bytes.every((byte) => /^(?:0|[1-9]\d{0,2})$/.test(byte) && Number(byte) <= 255)
}

const isIpv6 = (text: string): boolean => {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const words = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = words.at(-1)
  const embedded = last?.includes('.') ?? false
  if (embedded && (last === undefined || text.endsWith('::') || !isIpv4(last))) return false
  const plain = embedded ? words.slice(0, -1) : words
  const length = plain.length + (embedded ? 2 : 0)
  return plain.every((word) => /^[0-9a-f]{1,4}$/i.test(word)) && (halves.length === 2 ? length < 8 : length === 8)
}

/** An IPv4 or IPv6 address, without prefix length or zone. */
export const isIpAddress = (text: string): boolean => text.length <= 45 && (isIpv4(text) || (text.includes(':') && isIpv6(text)))
