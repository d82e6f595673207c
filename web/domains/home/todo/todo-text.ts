import {
  type Icon,
  IconBuildingCommunity,
  IconFileImport,
  IconMailExclamation,
  IconSignature,
  IconTool,
  IconUserPlus,
  IconWritingSign,
} from '@tabler/icons-react'
import type { HomeTodo, TodoKind } from '#api/home/home'
import type { Universe } from '#api/universes'
import * as m from '#messages/home'
import { nameOf, words } from '../../../platform/words.ts'
import { personName } from '../../orders/person-name.ts'

interface TodoText {
  readonly icon: Icon
  readonly title: string
  readonly about: string
}

const icons: Readonly<Record<TodoKind, Icon>> = {
  decide_order: IconSignature,
  do_step: IconTool,
  answer_request: IconWritingSign,
  answer_proposal: IconBuildingCommunity,
  invitation: IconUserPlus,
  mandates: IconSignature,
  mails: IconMailExclamation,
  imports: IconFileImport,
}

const joined = (...parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ')

const ofOrder = (order: NonNullable<HomeTodo['order']>, universe: Universe): Omit<TodoText, 'icon'> => {
  const offer = nameOf(order.offer)
  const where = universe === 'client' ? order.site : order.company.name
  if (order.state === 'awaiting_client')
    return {
      title: order.kind === 'termination' ? m.home_decide_termination({ offer }) : m.home_decide({ offer }),
      about: joined(order.reference, where, m.home_placed_by({ name: personName(order.placedBy) })),
    }
  return {
    title: order.step ? m.home_step({ step: words(order.step.label) }) : offer,
    about: joined(offer, order.reference, where, order.step?.cause),
  }
}

const ofOthers = ({ kind, name, reference, count }: HomeTodo): Omit<TodoText, 'icon'> => {
  switch (kind) {
    case 'answer_request':
      return { title: m.home_request({ name: name ?? '' }), about: m.home_request_hint() }
    case 'answer_proposal':
      return { title: m.home_proposals({ count }), about: m.home_proposals_hint() }
    case 'invitation':
      return { title: m.home_invitation({ name: name ?? '' }), about: m.home_invitation_hint({ login: reference ?? '' }) }
    case 'mandates':
      return { title: m.home_mandates({ count }), about: m.home_mandates_hint() }
    case 'mails':
      return { title: m.home_mails({ count }), about: m.home_mails_hint() }
    default:
      return { title: m.home_imports({ count }), about: m.home_imports_hint() }
  }
}

/** What a line says: what is to be done, then about what. */
export const todoText = (line: HomeTodo, universe: Universe): TodoText => ({
  icon: icons[line.kind],
  ...(line.order ? ofOrder(line.order, universe) : ofOthers(line)),
})
