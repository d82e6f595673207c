import { Alert, Drawer, Skeleton, Stack, Switch, Table, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RightsExplanation } from '#api/access/rights'
import { explainRights } from '#api/access/rights'
import type { Universe } from '#api/universes'
import * as m from '#messages/access'
import { universeLabel } from '../../app/universe-labels.ts'
import { isProblem } from '../../platform/problem.ts'
import { read } from '../../platform/reading/read.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import classes from './access.module.css'
import { sitesText } from './right-texts.ts'
import { templateLabel } from './template-labels.ts'

type Line = RightsExplanation['universes'][number]['templates'][number]

interface Explained {
  /** « Administrateur tout Univers », when the person holds it. */
  readonly everything: string | undefined
}

const Reasons = ({ line, everything }: { readonly line: Line } & Explained) => {
  if (!line.granted)
    return (
      <Text fz="sm" c="dimmed">
        {line.offeredBy.length === 0
          ? m.access_why_nobody()
          : m.access_why_offered({ rights: line.offeredBy.map((right) => right.name).join(', ') })}
      </Text>
    )
  return (
    <ul className={classes.reasons}>
      {line.sources.map((source) => (
        <li key={`${source.rightId} ${source.through}`}>
          <Text fz="sm" component="span">
            {source.rightId === everything
              ? m.access_why_everything({ right: source.rightName })
              : source.through
                ? m.access_why_through({ right: source.rightName, template: templateLabel(source.through) })
                : m.access_why_direct({ right: source.rightName })}
            {` · ${sitesText(source)}`}
          </Text>
        </li>
      ))}
    </ul>
  )
}

const UniverseTable = ({ lines, everything }: { readonly lines: readonly Line[] } & Explained) => (
  <Table className={classes.table} verticalSpacing="xs">
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{m.access_why_template()}</Table.Th>
        <Table.Th>{m.access_why_answer()}</Table.Th>
        <Table.Th>{m.access_why_reason()}</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {lines.map((line) => (
        <Table.Tr key={line.template}>
          <Table.Td valign="top">{templateLabel(line.template)}</Table.Td>
          <Table.Td className={classes.answer}>
            <StateBadge tone={line.granted ? 'success' : 'neutral'} label={line.granted ? m.access_why_yes() : m.access_why_no()} />
          </Table.Td>
          <Table.Td>
            <Reasons line={line} everything={everything} />
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)

interface WhyDrawerProps {
  readonly universe: Universe
  readonly company: string
  readonly login: string
  readonly name: string
  readonly onClose: () => void
}

/** « Pourquoi ? »: what a person may do, where, and which right says so; or why not. */
export const WhyDrawer = ({ universe, company, login, name, onClose }: WhyDrawerProps) => {
  const { data, error } = useQuery(read(explainRights, { params: { universe, company, login } }))
  const [onlyGranted, setOnlyGranted] = useState(false)
  return (
    <Drawer opened onClose={onClose} position="right" size={760} title={<Text fw={600}>{m.access_why_title({ name })}</Text>}>
      <Stack gap="lg">
        <Text c="dimmed">{m.access_why_help()}</Text>
        {isProblem(error) ? <FormProblem problem={error} /> : null}
        {!data && !error ? <Skeleton height={300} /> : null}
        {data?.state === 'suspended' ? <Alert color="yellow">{m.access_why_suspended()}</Alert> : null}
        {data && !data.complete ? <Alert color="blue">{m.access_why_partial()}</Alert> : null}
        {data ? (
          <Switch
            label={m.access_why_only_granted()}
            checked={onlyGranted}
            onChange={(event) => setOnlyGranted(event.currentTarget.checked)}
          />
        ) : null}
        {data?.universes.map((one) => (
          <section key={one.universe} aria-labelledby={`why-${one.universe}`}>
            <Title order={3} fz="md" mb={6} id={`why-${one.universe}`}>
              {universeLabel(one.universe)}
            </Title>
            <UniverseTable
              lines={[...one.templates.filter((line) => line.granted), ...one.templates.filter((line) => !line.granted && !onlyGranted)]}
              everything={data.rights.find((right) => right.kind === 'administrator')?.id}
            />
          </section>
        ))}
      </Stack>
    </Drawer>
  )
}
