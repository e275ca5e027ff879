import type { Field, Import } from './wire';

/** What is wrong with the columns as they are matched: fields that nothing holds, fields that two hold. */
export function faultsOf(
  { kind, fields }: Pick<Import, 'kind' | 'fields'>,
  columns: (Field | null)[],
): { missing: Field[]; twice: Field[] } {
  const several = (field: Field) => field === 'number' && (kind === 'customers' || kind === 'alerts');
  const times = (field: Field) => columns.filter((column) => column === field).length;
  return {
    missing: fields.filter(({ field, needed }) => needed && times(field) === 0).map(({ field }) => field),
    twice: fields.filter(({ field }) => times(field) > 1 && !several(field)).map(({ field }) => field),
  };
}
