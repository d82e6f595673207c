/** Departments whose postcodes begin otherwise than their communes' INSEE codes: Corsica, and the islands that Guadeloupe's post serves. */
const served: Readonly<Record<string, readonly string[]>> = { '20': ['2A', '2B'], '971': ['971', '977', '978'] }

/**
 * The beginnings of the INSEE codes of the communes that a postcode may serve: its department. A CEDEX postcode is of no commune, and belongs
 * to the office that sorts a company's mail.
 */
export const departmentsOf = (postcode: string): readonly string[] => {
  const department = /^9[78]/.test(postcode) ? postcode.slice(0, 3) : postcode.slice(0, 2)
  return served[department] ?? [department]
}

/** The department of a French address, by its commune's INSEE code or else its postcode; null abroad. Corsica's postcodes do not tell which. */
export const departmentOf = (address: {
  readonly country: string
  readonly communeCode: string | null
  readonly postcode: string
}): string | null => {
  if (address.country !== 'FR') return null
  const code = address.communeCode ?? address.postcode
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2)
}

/** Is that commune in the department of that postcode? */
export const isOfDepartment = (inseeCode: string, postcode: string): boolean =>
  departmentsOf(postcode).some((department) => inseeCode.startsWith(department))

/** The town of a CEDEX address: the commune's name, and the number of the office when it was told (`Paris CEDEX 07`). */
export const cedexCity = (commune: string, typed: string): string => {
  const office = /\bcedex\s+(\d{1,2})\s*$/i.exec(typed)?.[1]
  return office ? `${commune} CEDEX ${office.padStart(2, '0')}` : `${commune} CEDEX`
}
