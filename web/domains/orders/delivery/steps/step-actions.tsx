import { ActionIcon, Button } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconDots, IconHandStop, IconPlayerPlay, IconPlayerSkipForward, IconTrash } from '@tabler/icons-react'
import { moveStep, removeStep, type stepMoves } from '#api/orders/delivery/delivery'
import type { Order, OrderStep } from '#api/orders/reading/orders'
import { isOpenStep } from '#api/orders/rules/step-lifecycle'
import * as m from '#messages/delivery'
import { call } from '../../../../platform/call.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { ActionsMenu, type MenuAction } from '../../../../ui/menu/actions-menu.tsx'
import type { useOrderActs } from '../../life/changes/use-order-acts.ts'

type Move = (typeof stepMoves)[number]

interface StepActionsProps {
  readonly order: Order
  readonly step: OrderStep
  readonly acts: ReturnType<typeof useOrderActs>
  readonly onBlock: (step: OrderStep) => void
}

const icon = { size: 16, stroke: 1.6 } as const

/** What the pilot does about a step: the likely act as a button, the others in a menu. */
export const StepActions = ({ order, step, acts, onBlock }: StepActionsProps) => {
  const universe = useUniverse()
  const { abilities } = step
  const label = words(step.label)
  const params = { universe, order: order.reference, step: step.id }
  const move = (name: Move) =>
    acts.act(
      `${name} ${step.id}`,
      () => call(moveStep, { params, body: { version: step.version, move: name } }),
      m[`delivery_step_${name}_done`]({ step: label }),
      true,
    )
  const remove = async () => {
    const agreed = await confirm({
      title: m.delivery_step_remove_title({ step: label }),
      message: m.delivery_step_remove_text(),
      confirmLabel: m.delivery_step_remove(),
      danger: true,
    })
    if (agreed)
      await acts.act(
        `remove ${step.id}`,
        () => call(removeStep, { params, query: { version: String(step.version) } }),
        m.delivery_step_removed({ step: label }),
      )
  }
  const isFirstOpen = order.steps.find(({ state }) => isOpenStep(state))?.id === step.id
  const main: Move | null = abilities.unblock
    ? 'unblock'
    : step.state === 'in_progress' && abilities.complete
      ? 'complete'
      : abilities.start && isFirstOpen
        ? 'start'
        : null
  const others: MenuAction[] = []
  const offer = (name: Move, allowed: boolean, sign: React.ReactNode) => {
    if (allowed && name !== main)
      others.push({ key: name, label: m[`delivery_step_${name}`](), icon: sign, onClick: () => void move(name) })
  }
  offer('start', abilities.start, <IconPlayerPlay {...icon} />)
  offer('complete', abilities.complete, <IconCheck {...icon} />)
  if (abilities.block)
    others.push({
      key: 'block',
      label: step.state === 'blocked' ? m.delivery_step_block_again() : m.delivery_step_block(),
      icon: <IconHandStop {...icon} />,
      onClick: () => onBlock(step),
    })
  offer('skip', abilities.skip, <IconPlayerSkipForward {...icon} />)
  offer('reopen', abilities.reopen, <IconArrowBackUp {...icon} />)
  if (abilities.remove)
    others.push({
      key: 'remove',
      label: m.delivery_step_remove(),
      icon: <IconTrash {...icon} />,
      danger: true,
      onClick: () => void remove(),
    })
  if (!main && others.length === 0) return null
  return (
    <>
      {main ? (
        <Button
          size="xs"
          variant={main === 'start' ? 'default' : 'light'}
          loading={acts.busy === `${main} ${step.id}`}
          disabled={acts.busy !== null}
          onClick={() => void move(main)}
          aria-label={m.delivery_step_act_on({ act: m[`delivery_step_${main}`](), step: label })}
        >
          {m[`delivery_step_${main}`]()}
        </Button>
      ) : null}
      {others.length > 0 ? (
        <ActionsMenu
          width={240}
          actions={others}
          button={
            <ActionIcon size={30} variant="default" aria-label={m.delivery_step_more({ step: label })}>
              <IconDots size={16} />
            </ActionIcon>
          }
        />
      ) : null}
    </>
  )
}
