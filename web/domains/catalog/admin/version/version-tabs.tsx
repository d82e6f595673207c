import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import { PageTabs } from '../../../../ui/page-tabs/page-tabs.tsx'
import { type EditorTab, editorTabs } from '../editor/editor-form.ts'

export const tabLabel = (tab: EditorTab): string => {
  const key: `catalog_tab_${EditorTab}` = `catalog_tab_${tab}`
  return labelTexts[key]()
}

interface VersionTabsProps {
  readonly tab: EditorTab
  /** How much is to be corrected in each. */
  readonly faults: Readonly<Partial<Record<EditorTab, number>>>
}

/** The parts of a version. */
export const VersionTabs = ({ tab, faults }: VersionTabsProps) => (
  <PageTabs
    label={m.catalog_parts()}
    tab={tab}
    tabs={editorTabs.map((key) => ({
      key,
      label: tabLabel(key),
      count: faults[key],
      tone: 'danger' as const,
      counted: m.catalog_to_correct(),
    }))}
  />
)
