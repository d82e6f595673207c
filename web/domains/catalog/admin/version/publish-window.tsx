import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type AdminOfferPage, type OfferVersion, publishOfferVersion, type VersionForm } from '#api/catalog/admin/offer-versions'
import * as m from '#messages/catalog'
import * as common from '#messages/common'
import { call } from '../../../../platform/call.ts'
import { formatDay } from '../../../../platform/format.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { type EditorForm, faultyPaths, tabOf } from '../editor/editor-form.ts'
import { tabLabel } from './version-tabs.tsx'

interface PublishWindowProps {
  readonly offer: AdminOfferPage
  readonly version: OfferVersion
  readonly form: EditorForm
  /** Saves what is typed; the version as it then is. */
  readonly onSave: (values: VersionForm) => Promise<OfferVersion>
  readonly onPublished: (version: OfferVersion) => void
  readonly onClose: () => void
}

/** Publishes a draft from a day on; what is typed is saved first. */
export const PublishWindow = ({ offer, version, form, onSave, onPublished, onClose }: PublishWindowProps) => {
  const isDirty = form.formState.isDirty
  const before = offer.versions.find(({ stage }) => stage === 'current')
  const others = [
    ...new Set(
      faultyPaths(form.formState.errors)
        .filter((path) => path !== 'validFrom')
        .map(tabOf),
    ),
  ]
  const publish = form.submitWith(async (values: FieldValues) => {
    const saved = isDirty ? await onSave(values as VersionForm) : version
    const published = await call(publishOfferVersion, {
      params: { universe: 'carrier', offer: offer.code, number: version.number },
      body: { revision: saved.revision },
    })
    onPublished(published)
    notifySuccess(m.catalog_published({ number: published.number, day: formatDay(published.validFrom) }))
    onClose()
  })
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={600}>{m.catalog_publish_title({ number: version.number })}</Text>}>
      <form noValidate onSubmit={publish}>
        <Stack gap="md">
          <FormProblem problem={form.problem} />
          <Text>{before ? m.catalog_publish_text({ number: before.number }) : m.catalog_publish_first_text()}</Text>
          {isDirty ? <Text c="dimmed">{m.catalog_publish_saves()}</Text> : null}
          <DateField
            form={form}
            name="validFrom"
            label={m.catalog_valid_from()}
            description={before ? m.catalog_valid_from_hint() : undefined}
            required
            autoFocus
          />
          {others.length > 0 ? (
            <Text role="alert" c="var(--mantine-color-error)" fz="sm">
              {m.catalog_correct_first({ parts: others.map(tabLabel).join(', ') })}
            </Text>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.action_cancel()}
            </Button>
            <SubmitButton loading={form.formState.isSubmitting}>{m.catalog_publish()}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
