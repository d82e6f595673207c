import { Table, Text } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import type { AccessRight } from '#api/access/rights'
import * as m from '#messages/access'
import type { PageLink } from '../../app/company/company-place.ts'
import { AnchorLink } from '../../ui/links.tsx'
import classes from './access.module.css'
import { holdersText, sitesText } from './right-texts.ts'

interface RightsTableProps {
  /** « Droits d'accès principaux » or « Droits personnalisés ». */
  readonly title: string
  readonly rights: readonly AccessRight[]
  readonly linkOf: (right: string) => PageLink
}

/** Rights of a company with who has them and where they hold. */
export const RightsTable = ({ title, rights, linkOf }: RightsTableProps) => (
  <Table className={`${classes.table} ${classes.listed}`} verticalSpacing="sm">
    <Table.Thead>
      <Table.Tr>
        <Table.Th>{title}</Table.Th>
        <Table.Th className={classes.wide}>{m.access_sites()}</Table.Th>
        <Table.Th>{m.access_holders()}</Table.Th>
        <Table.Th className={classes.end}>
          <span className="visually-hidden">{m.access_detail()}</span>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {rights.map((right) => (
        <Table.Tr key={right.id}>
          <Table.Td>
            <Text fw={500}>{right.name}</Text>
            <Text fz="sm" c="dimmed" className={classes.narrow}>
              {sitesText(right)}
            </Text>
          </Table.Td>
          <Table.Td className={classes.wide}>{sitesText(right)}</Table.Td>
          <Table.Td>{holdersText(right)}</Table.Td>
          <Table.Td className={classes.end}>
            <AnchorLink {...linkOf(right.id)} className={classes.detail} aria-label={m.access_detail_of({ name: right.name })}>
              {m.access_detail()}
              <IconChevronRight size={15} aria-hidden />
            </AnchorLink>
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)
