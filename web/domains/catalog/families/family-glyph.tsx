import { useQuery } from '@tanstack/react-query'
import { useUniverse } from '../../../platform/session.ts'
import { familiesQuery } from './families.queries.ts'
import { familyGlyphs } from './family-icons.ts'

/** The picture that the carrier gave a family. */
export const FamilyGlyph = ({ family, size }: { readonly family: string; readonly size: number }) => {
  const { data } = useQuery(familiesQuery(useUniverse()))
  const Glyph = familyGlyphs[data?.items.find(({ code }) => code === family)?.icon ?? 'package']
  return <Glyph size={size} stroke={1.5} aria-hidden />
}
