import { Button, Table } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Import } from '#api/imports/imports'
import * as m from '#messages/imports'
import { fieldMessage } from '../../platform/field-message.ts'
import { SectionCard } from '../../ui/section-card.tsx'
import { importErrorsQuery } from './imports.queries.ts'

/** What was set aside, line by line. */
export const ErrorsCard = ({ job }: { readonly job: Import }) => {
  const query = useInfiniteQuery(importErrorsQuery(job.reference, job.faulty))
  const errors = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <SectionCard title={m.imports_lines()} description={m.imports_errors({ count: job.faulty })}>
      <Table.ScrollContainer minWidth={480}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{m.imports_line()}</Table.Th>
              <Table.Th>{m.imports_column()}</Table.Th>
              <Table.Th>{m.imports_value()}</Table.Th>
              <Table.Th>{m.imports_reason()}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {errors.map(({ line, column, code, value, params }) => (
              <Table.Tr key={`${line} ${column} ${code}`}>
                <Table.Td>{line}</Table.Td>
                <Table.Td>{column ?? ''}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{code === 'duplicate_line' ? '' : (value ?? '')}</Table.Td>
                <Table.Td>{code === 'duplicate_line' ? m.imports_duplicate({ line: value ?? '' }) : fieldMessage(code, params)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {query.hasNextPage ? (
        <Button mt="sm" variant="default" onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {m.imports_more()}
        </Button>
      ) : null}
    </SectionCard>
  )
}
