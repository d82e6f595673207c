import { IconShoppingCart } from '@tabler/icons-react'
import { pages } from '#api/pages'
import * as m from '#messages/shop'
import { useUniverse } from '../../../../platform/session.ts'
import { ButtonLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'

/** On a client's sheet: « Commander pour ce client ». */
export const OrderForClient = ({ companyReference }: { readonly companyReference: string }) => {
  const universe = useUniverse()
  return (
    <SectionCard title={m.shop_title_short()}>
      <ButtonLink
        fullWidth
        to={pages.shop}
        params={{ universe }}
        search={{ client: companyReference }}
        leftSection={<IconShoppingCart size={16} stroke={1.6} aria-hidden />}
      >
        {m.shop_order_for_client()}
      </ButtonLink>
    </SectionCard>
  )
}
