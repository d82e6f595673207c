import { Alert, Button, Group, Stack } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { checkValues } from '#api/catalog/rules/characteristics'
import type { CharacteristicValues, OfferDefinition, PriceItem } from '#api/catalog/rules/offer-definition'
import { numberAlsoIn } from '#api/catalog/rules/porting/number-once'
import { discountOf, priceOf } from '#api/catalog/rules/pricing'
import { isCivilDate } from '#api/rules/civil-date'
import type { BasketLine, LineFault } from '#api/shop/baskets/basket-lines'
import type { BasketMode } from '#api/shop/baskets/baskets'
import * as common from '#messages/common'
import * as m from '#messages/shop'
import { fieldMessage } from '../../../platform/field-message.ts'
import { showFirstFault } from '../../../platform/form/faulty-fields.ts'
import { useUnsavedGuard } from '../../../platform/form/use-unsaved-guard.ts'
import { isProblem, Problem } from '../../../platform/problem.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { DayInput } from '../../../ui/date-field/day-input.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import classes from '../shop.module.css'
import { companyPlaceOf, type ShopPlace } from '../shop-place.ts'
import { CharacteristicsForm } from './characteristics/characteristics-form.tsx'
import { CommitmentChoice } from './commitment-choice.tsx'
import type { KeptDraft } from './kept-draft.ts'
import { sameDraft, useEstimate } from './line-draft.ts'
import type { LineDraft } from './merge-drafts.ts'
import { OnsiteContact } from './onsite-contact.tsx'
import { PricePanel } from './price-panel.tsx'
import { SitesChoice } from './sites-choice.tsx'

export interface LineFormProps {
  readonly place: ShopPlace
  readonly company: string
  readonly offer: { readonly code: string; readonly definition: OfferDefinition; readonly prices: readonly PriceItem[] | null }
  /** Reference of the contract that an addition changes. */
  readonly contract: string | null
  /** The offer is the contract's own: it is changed, at the difference of its price. */
  readonly isModification?: boolean
  readonly mode: BasketMode
  readonly today: string
  readonly start: LineDraft
  /** The other lines of the basket: a number is brought along by one line. */
  readonly others: readonly BasketLine[]
  /** Names of what the line already holds. */
  readonly known: {
    readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[]
    readonly sites: readonly { readonly id: string; readonly name: string }[]
    readonly contact: { readonly id: string; readonly name: string } | null
  }
  readonly saveLabel: string
  /** Where what is typed waits for a reload. */
  readonly kept?: KeptDraft
  /** Keeps the line and leaves; throws the problem to show, or gives the draft to go on with after a merge. */
  readonly onSave: (draft: LineDraft) => Promise<LineDraft | undefined>
}

const textOf = (faults: readonly LineFault[], path: string): string | null => {
  const fault = faults.find((one) => one.path === path)
  return fault ? fieldMessage(fault.code, fault.params) : null
}

/** A line of the basket: where, how, for how long, when and with whom; what it costs stands beside. */
export const LineForm = (props: LineFormProps) => {
  const { place, company, offer, contract, mode, today, start, others, known, saveLabel, onSave, kept, isModification = false } = props
  const { definition, prices } = offer
  const form = useRef<HTMLFormElement>(null)
  const [base, setBase] = useState(start)
  const [found] = useState(() => kept?.read() ?? null)
  const [draft, setDraft] = useState(found ?? start)
  const [isFound, setFound] = useState(found !== null)
  const [showsAll, showAll] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { estimate, isCurrent } = useEstimate(place.universe, company, offer.code, contract, draft)
  useUnsavedGuard(!sameDraft(base, draft) && !isSaving)
  const set = (change: Partial<LineDraft>) => setDraft((before) => ({ ...before, ...change }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows what is typed
  useEffect(() => {
    if (isSaving) return
    if (sameDraft(base, draft)) kept?.forget()
    else kept?.keep(draft)
  }, [draft, base])
  const faults = estimate?.faults ?? []
  const companyPlace = companyPlaceOf(place, company)
  const isMissingSite = contract === null && draft.siteIds.length === 0
  const siteFault = isMissingSite
    ? showsAll
      ? m.shop_choose_site()
      : null
    : textOf(
        faults.filter(({ code }) => code !== 'required'),
        'siteIds',
      )
  const checked = checkValues(definition, draft.values)
  const takenNumber = numberAlsoIn(
    { definition, values: draft.values },
    others.map(({ offer: { definition }, values }) => ({ definition, values })),
  )
  const formFaults = [
    ...(takenNumber === null ? [] : [{ path: takenNumber, code: 'number_twice' }]),
    ...faults.flatMap((fault) => (fault.path.startsWith('values.') ? [{ ...fault, path: fault.path.slice('values.'.length) }] : [])),
  ]
  // Nothing chosen: the commitment that runs goes on.
  const commitments = isModification
    ? [{ months: 0, discountBasisPoints: 0 }, ...definition.commitments.filter(({ months }) => months > 0)]
    : definition.commitments
  const ofWhole = faults.find(({ path, code }) => path === 'values' && (code !== 'modification_empty' || showsAll))
  const contractFault = textOf(faults, 'contract')
  // What cannot be ordered has no price.
  const isPriced = !checked.errors.some(({ code }) => code.startsWith('number_'))
  const price = prices ? priceOf(prices, definition, draft.values, draft.commitmentMonths) : estimate?.price
  const spans = definition.sites === 'several' || contract !== null
  const contracts = spans ? 1 : draft.siteIds.length

  const save = async (isComplete: boolean) => {
    if (draft.wishedOn !== null && !isCivilDate(draft.wishedOn)) {
      if (form.current) showFirstFault(form.current)
      return
    }
    if (isComplete) {
      const isFaulty =
        isMissingSite || checked.errors.length > 0 || takenNumber !== null || (isCurrent && faults.some(({ code }) => code !== 'required'))
      // What the server has not said yet, it says when it is sent.
      if (isFaulty) {
        showAll(true)
        return
      }
    }
    setSaving(true)
    setProblem(null)
    try {
      const merged = await onSave(draft)
      kept?.forget()
      if (merged) {
        setBase(draft)
        setDraft(merged)
        setSaving(false)
      }
    } catch (error) {
      setProblem(isProblem(error) ? error : new Problem({ code: 'internal_error', status: 0 }))
      setSaving(false)
    }
  }

  return (
    <form
      ref={form}
      noValidate
      className={classes.sheet}
      onSubmit={(event) => {
        event.preventDefault()
        // The form of a new contact lies over this one, and its submission comes up here too.
        if (event.target === event.currentTarget) void save(true)
      }}
    >
      <div className={classes.column}>
        {isFound ? (
          <Alert
            variant="light"
            color="blue"
            role="status"
            withCloseButton
            closeButtonLabel={common.action_close()}
            onClose={() => setFound(false)}
          >
            {m.shop_draft_found()}{' '}
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => {
                setDraft(base)
                setFound(false)
              }}
            >
              {m.shop_draft_begin_again()}
            </Button>
          </Alert>
        ) : null}
        {contract === null ? (
          <SectionCard title={m.shop_where()} description={spans ? m.shop_several_sites() : m.shop_one_site()}>
            <SitesChoice
              place={companyPlace}
              chosen={draft.siteIds}
              kept={known.sites}
              onChange={(siteIds) => set({ siteIds })}
              error={siteFault}
            />
          </SectionCard>
        ) : null}
        {definition.characteristics.length > 0 ? (
          <SectionCard title={m.shop_how()}>
            <CharacteristicsForm
              definition={definition}
              values={draft.values}
              onChange={(values: CharacteristicValues) => set({ values: { ...values } })}
              source={{ universe: place.universe, company, files: known.files }}
              showsAll={showsAll}
              faults={formFaults}
              prices={prices}
            />
          </SectionCard>
        ) : null}
        {commitments.length > 1 ? (
          <SectionCard
            title={m.shop_commitment()}
            description={definition.tacitRenewal && !isModification ? `${m.shop_renewal()} : ${m.shop_renewal_tacit()}` : undefined}
          >
            <CommitmentChoice
              commitments={commitments}
              keptLabel={isModification ? m.shop_keep_commitment() : null}
              value={draft.commitmentMonths}
              tellsDiscount={prices !== null}
              onChange={(commitmentMonths) => set({ commitmentMonths })}
              error={textOf(faults, 'commitmentMonths')}
            />
          </SectionCard>
        ) : null}
        <SectionCard title={m.shop_delivery()}>
          <Stack gap="md">
            <DayInput
              name="wishedOn"
              label={m.shop_wished_on()}
              description={m.shop_wished_on_hint({ count: definition.leadTimeDays })}
              maw={320}
              min={today}
              value={draft.wishedOn ?? ''}
              onChange={(typed) => set({ wishedOn: typed === '' ? null : typed })}
              error={textOf(faults, 'wishedOn')}
            />
            <OnsiteContact
              place={companyPlace}
              value={draft.onsiteContactId}
              current={known.contact}
              site={draft.siteIds[0]}
              contract={contract}
              onPropose={(onsiteContactId) => {
                setBase((before) => ({ ...before, onsiteContactId }))
                set({ onsiteContactId })
              }}
              onChange={(onsiteContactId) => set({ onsiteContactId })}
              error={textOf(faults, 'onsiteContactId')}
            />
          </Stack>
        </SectionCard>
      </div>
      <div className={classes.aside}>
        <PricePanel
          price={price}
          isPriced={isPriced}
          contracts={contracts}
          discountBasisPoints={prices === null ? 0 : (discountOf(definition, draft.commitmentMonths) ?? 0)}
          estimate={estimate}
          definition={definition}
          named={known}
          isResale={mode === 'request'}
        />
        {ofWhole ? <FormProblem problem={null} message={fieldMessage(ofWhole.code, ofWhole.params)} /> : null}
        {contractFault ? <FormProblem problem={null} message={contractFault} /> : null}
        <FormProblem problem={problem} />
        <Stack gap="xs">
          <SubmitButton size="md" loading={isSaving} fullWidth>
            {saveLabel}
          </SubmitButton>
          <Group grow gap="xs">
            <Button variant="subtle" disabled={isSaving} onClick={() => void save(false)}>
              {m.shop_finish_later()}
            </Button>
          </Group>
        </Stack>
        <span className="visually-hidden" role="status">
          {isSaving ? common.common_loading() : ''}
        </span>
      </div>
    </form>
  )
}
