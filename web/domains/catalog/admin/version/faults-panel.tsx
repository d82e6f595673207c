import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { VersionForm } from '#api/catalog/admin/offer-versions'
import * as m from '#messages/catalog'
import { fieldMessage } from '../../../../platform/field-message.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { priceListLabel } from '../../catalog-labels.ts'
import { tabOf } from '../editor/editor-form.ts'
import { characteristicLabel, itemLabel, wordsOr } from '../editor/item-labels.ts'
import type { VersionFault } from './version-faults.ts'
import { tabLabel } from './version-tabs.tsx'

/** Where a fault stands, in words. */
const placeOf = (path: string, { definition, prices }: VersionForm): string => {
  const tab = tabLabel(tabOf(path))
  const [area, second, third] = path.split('.')
  const index = Number(third)
  if (area === 'prices') {
    const list = second === 'wholesale' ? 'wholesale' : 'public'
    const price = prices[list][index]
    return [tab, priceListLabel(list), price ? itemLabel(definition.characteristics, price.item) : null].filter(Boolean).join(' › ')
  }
  if (second === 'characteristics') {
    const characteristic = definition.characteristics[index]
    return characteristic ? `${tab} › ${characteristicLabel(characteristic, index)}` : tab
  }
  if (second === 'services') return `${tab} › ${wordsOr(definition.services[index]?.name, m.catalog_service_number({ number: index + 1 }))}`
  if (second === 'steps') return `${tab} › ${m.catalog_step_number({ number: index + 1 })}`
  return tab
}

/** What is to be corrected before the version can be sold; each leads to its part. */
export const FaultsPanel = ({ faults, form }: { readonly faults: readonly VersionFault[]; readonly form: VersionForm }) =>
  faults.length === 0 ? null : (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} title={m.catalog_before_publishing()}>
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {faults.map(({ path, code }) => (
          <li key={`${path} ${code}`}>
            <AnchorLink
              to="."
              search={((before: object) => ({ ...before, tab: tabOf(path) })) as never}
              resetScroll={false}
              fz="inherit"
              underline="always"
            >
              {placeOf(path, form)}
            </AnchorLink>{' '}
            : {fieldMessage(code, {})}
          </li>
        ))}
      </ul>
    </Alert>
  )
