import { Button, Group, Text } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { type Payment, revealIban } from '#api/companies/payment/payment'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { call } from '../../../platform/call.ts'
import { formatIban } from '../../../platform/format.ts'
import { isProblem } from '../../../platform/problem.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { notifyProblem } from '../../../ui/notify.tsx'

/** How long an account stays in clear on a screen that somebody may have left. */
const shownMilliseconds = 30_000

/** The account masked; « Afficher » asks for the identity, shows it and hides it again. */
export const IbanValue = ({ place, payment }: { readonly place: CompanyPlace; readonly payment: Payment }) => {
  const [iban, setIban] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    if (iban === null) return
    const timer = setTimeout(() => setIban(null), shownMilliseconds)
    return () => clearTimeout(timer)
  }, [iban])
  const reveal = async () => {
    setAsking(true)
    try {
      const answer = await call(revealIban, { params: { universe: place.universe, company: place.company, payment: payment.id } })
      setIban(answer.iban)
    } catch (error) {
      if (!isProblem(error, 'step_up_required')) notifyProblem(error)
    } finally {
      setAsking(false)
    }
  }
  return (
    <div>
      <Group gap="xs">
        <span className="tabular">{iban ? formatIban(iban) : payment.ibanMasked}</span>
        {iban ? <CopyButton value={iban} label={m.companies_iban()} /> : null}
        {payment.abilities.reveal ? (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={isAsking}
            leftSection={iban ? <IconEyeOff size={15} stroke={1.6} aria-hidden /> : <IconEye size={15} stroke={1.6} aria-hidden />}
            onClick={iban ? () => setIban(null) : reveal}
          >
            {iban ? m.companies_iban_hide() : m.companies_iban_show()}
          </Button>
        ) : null}
      </Group>
      {iban ? (
        <Text fz="sm" c="dimmed" role="status">
          {m.companies_iban_hides()}
        </Text>
      ) : null}
    </div>
  )
}
