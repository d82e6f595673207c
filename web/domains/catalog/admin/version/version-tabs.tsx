import { Link } from '@tanstack/react-router'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import classes from '../../catalog.module.css'
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

/** On a narrow screen the tabs scroll: the one that is read shows. */
const inSight = (tab: HTMLAnchorElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

/** The parts of a version; links, so that they open in a tab and come back with « Précédent ». */
export const VersionTabs = ({ tab, faults }: VersionTabsProps) => (
  <nav className={`${classes.tabs} no-print`} aria-label={m.catalog_parts()}>
    {editorTabs.map((each) => (
      <Link
        key={each}
        ref={each === tab ? inSight : undefined}
        to="."
        search={((before: object) => ({ ...before, tab: each })) as never}
        resetScroll={false}
        className={classes.tab}
        aria-current={each === tab ? 'page' : undefined}
      >
        {tabLabel(each)}
        {faults[each] ? (
          <span className={classes.count}>
            {faults[each]}
            <span className="visually-hidden"> {m.catalog_to_correct()}</span>
          </span>
        ) : null}
      </Link>
    ))}
  </nav>
)
