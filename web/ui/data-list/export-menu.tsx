import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from '@tabler/icons-react'
import type { SearchOf } from '#api/list'
import * as m from '#messages/common'
import { urlOf } from '../../platform/call.ts'
import { language } from '../../platform/language.ts'
import type { AnyList } from './list-search.ts'

interface ExportMenuProps {
  readonly endpoint: AnyList
  readonly params: Readonly<Record<string, unknown>>
  /** What the list on screen was asked: its filters and its sort. */
  readonly asked: SearchOf<AnyList>
}

/** The whole filtered list as a file, in the language on screen. */
export const ExportMenu = ({ endpoint, params, asked }: ExportMenuProps) => {
  const { cursor: _, ...shown } = asked
  const query = { ...shown, language: language() }
  return (
    <Menu position="bottom-end" shadow="md" width={230}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.8} aria-hidden />}
        >
          {m.action_export()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={urlOf(endpoint.exports.xlsx, params, query)}
          download
          leftSection={<IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />}
        >
          {m.list_export_xlsx()}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={urlOf(endpoint.exports.csv, params, query)}
          download
          leftSection={<IconFileTypeCsv size={16} stroke={1.6} aria-hidden />}
        >
          {m.list_export_csv()}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
