import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../catalog.module.css'
import { BilingualFields } from './bilingual-fields.tsx'
import type { EditorPartProps } from './editor-form.ts'

/** When the version is sold, and what the shop says of it. */
export const TextsTab = ({ form, readOnly }: EditorPartProps) => (
  <fieldset className={classes.fields} disabled={readOnly}>
    <SectionCard title={m.catalog_dates()}>
      <div className={classes.pair}>
        <DateField form={form} name="validFrom" label={m.catalog_valid_from()} description={m.catalog_valid_from_hint()} required />
        <DateField
          form={form}
          name="validUntil"
          label={m.catalog_valid_until()}
          description={m.catalog_valid_until_hint()}
          emptyAs="null"
        />
      </div>
    </SectionCard>
    <SectionCard title={labelTexts.catalog_texts()}>
      <div className={classes.fields}>
        <BilingualFields form={form} name="definition.summary" label={m.catalog_summary()} />
        <BilingualFields form={form} name="definition.description" label={m.catalog_description()} long />
      </div>
    </SectionCard>
  </fieldset>
)
