import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCalendarOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { Subscription } from '#api/orders/contract/contract'
import { withdrawTermination } from '#api/orders/termination/terminations'
import { pages } from '#api/pages'
import * as m from '#messages/terminations'
import { call } from '../../../platform/call.ts'
import { formatInstant, formatLongDay, formatMoney } from '../../../platform/format.ts'
import { useUniverse } from '../../../platform/session.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import classes from '../../subscriptions/subscriptions.module.css'
import { personName } from '../person-name.ts'
import { LetterButton } from '../termination/letter-button.tsx'
import { noticeText } from '../termination/notice-text.ts'

/** The termination that is pending, which may be withdrawn until its day; or the one that ended the contract. */
export const TerminationCard = ({ contract }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { termination } = contract
  if (!termination) return null
  const day = formatLongDay(termination.effectiveOn)
  const withdraw = async () => {
    const agreed = await confirm({
      title: m.terminations_withdraw_title(),
      message: m.terminations_withdraw_text(),
      confirmLabel: m.terminations_withdraw(),
    })
    if (!agreed) return
    setWithdrawing(true)
    try {
      await call(withdrawTermination, { params: { universe, subscription: contract.reference } })
      notifySuccess(m.terminations_withdrawn())
    } catch (error) {
      notifyProblem(error)
    } finally {
      setWithdrawing(false)
    }
  }
  const { costs } = termination
  const isPending = termination.state === 'pending'
  return (
    <section className={classes.termination} aria-labelledby="termination" data-state={termination.state}>
      <div className={classes.terminationHead}>
        <h2 id="termination">
          <IconCalendarOff size={20} stroke={1.6} aria-hidden />
          {isPending ? m.terminations_pending({ day }) : m.terminations_effective({ day })}
        </h2>
        <div className={`${classes.terminationActs} no-print`}>
          {contract.abilities.attachLetter ? <LetterButton subscription={contract.reference} /> : null}
          {contract.abilities.withdrawTermination ? (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
              loading={isWithdrawing}
              onClick={() => void withdraw()}
            >
              {m.terminations_withdraw()}
            </Button>
          ) : null}
        </div>
      </div>
      {contract.abilities.withdrawTermination ? <p>{m.terminations_withdraw_until({ day })}</p> : null}
      <DescriptionList
        items={[
          {
            label: m.terminations_order(),
            value: (
              <AnchorLink to={pages.order} params={{ universe, order: termination.orderReference }}>
                {termination.orderReference}
              </AnchorLink>
            ),
          },
          {
            label: m.terminations_asked(),
            value: `${formatInstant(termination.requestedAt)}, ${personName(termination.requestedBy)}`,
          },
          { label: m.terminations_origin(), value: m[`terminations_origin_${termination.origin}`]() },
          termination.origin === 'letter' && { label: m.terminations_received(), value: formatLongDay(termination.requestedOn) },
          { label: m.terminations_notice(), value: noticeText(termination.notice) },
          { label: m.terminations_billed_until(), value: formatLongDay(termination.billedUntil) },
          costs !== null && { label: m.terminations_total(), value: m.terminations_without_vat({ amount: formatMoney(costs.totalCents) }) },
          termination.reason !== null && { label: m.terminations_reason(), value: termination.reason, wide: true },
        ]}
      />
    </section>
  )
}
