export { ofExcelSerial } from './deadline';
export { DUTIES, isDoubt, isUnsettled, itemsUnseen, OFFICES, ROUND_FACTS } from './draft';
export type {
  Draft,
  DraftCategory,
  DraftField,
  DraftItem,
  DraftMeasure,
  DraftPerson,
  Missing,
  Note,
} from './draft';
export { FIELD_NAMES } from './field';
export { filledTemplate, type TemplateContent } from './filled-template';
export { planPeople } from './plan-people';
export { planTextOf, type PlanTextWords } from './plan-text';
export type { SourceBlock, SourceCell, SourceLine, SourceRow, SourceTable } from './source';
export { FACT_COLUMNS, factName, ITEM_COLUMNS, officeName, ROSTER_COLUMNS } from './table/template-sheets';
export { understand } from './understand';
