import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { createClient } from '#api/companies/portfolio/clients'
import { clientWords } from '#api/companies/words'
import * as m from '#messages/portfolio'
import type { ContractForm, FormValues } from '../../../platform/form/use-contract-form.ts'
import { words } from '../../../platform/words.ts'
import { communesQuery } from '../sites/communes.queries.ts'

/** City of the head office: in France the official communes are proposed, and the one chosen keeps its INSEE code. */
export const HeadOfficeCity = ({ form }: { readonly form: ContractForm<FormValues<typeof createClient>> }) => {
  const { city, postcode, country } = form.watch('headOffice')
  const [typed] = useDebouncedValue(city.trim(), 150)
  const isFrench = country === 'FR'
  const number = postcode.replaceAll(/\s/g, '')
  const here = /^\d{5}$/.test(number) ? { postcode: number } : {}
  const search = isFrench ? { ...here, ...(typed ? { q: typed } : {}) } : {}
  const found = useQuery(communesQuery(search)).data?.items ?? []
  const proposals = found.map((commune) => ({ commune, text: commune.part ? `${commune.name} (${commune.part})` : commune.name }))
  const choose = (text: string) => {
    const commune = proposals.find((one) => one.text === text)?.commune
    form.setValue('headOffice.city', commune?.name ?? text, { shouldDirty: true, shouldValidate: true })
    form.setValue('headOffice.communeCode', commune?.code ?? null, { shouldDirty: true })
    const [only, ...others] = commune?.postcodes ?? []
    if (only && others.length === 0 && postcode === '')
      form.setValue('headOffice.postcode', only, { shouldDirty: true, shouldValidate: true })
  }
  return (
    <Autocomplete
      label={isFrench ? m.portfolio_commune() : words(clientWords.city)}
      withAsterisk
      autoComplete="off"
      data={isFrench ? [...new Set(proposals.map(({ text }) => text))] : []}
      filter={({ options }) => options}
      value={city}
      onChange={choose}
      error={form.formState.errors.headOffice?.city?.message}
    />
  )
}
