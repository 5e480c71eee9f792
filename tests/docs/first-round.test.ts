import { readPlan } from '../../domain/plan/read';
import { Language } from '../../domain/round/roster';
import { docText, exampleText } from '../../testing/repository';

const FIRST_ROUND: Record<Language, string> = {
  'zh-CN': docText('first-round.zh-CN.md'),
  en: docText('first-round.md'),
};

/** What a page says to write into the plan: its blocks of yaml that begin at the left margin with a key of a plan. */
const changesIn = (page: string): string[] =>
  [...page.matchAll(/^```yaml\n((?:round|feedback|categories):[\s\S]*?)^```/gm)].map(
    ([, block = '']) => block,
  );

/** The plan that `init` writes, changed as a page says: lines take the place of those with their key, categories of all to the end. */
const changed = (plan: string, change: string): string =>
  change.startsWith('categories:')
    ? plan.slice(0, plan.indexOf('categories:')) + change
    : change
        .trimEnd()
        .split('\n')
        .reduce((text, line) => text.replace(new RegExp(`^${line.split(':')[0]}:.*$`, 'm'), line), plan);

test.each(Language.options)('the plan of the first round in %s is a plan, once it has keys', (language) => {
  const changes = changesIn(FIRST_ROUND[language]);
  expect(changes).toHaveLength(3);
  const plan = changes.reduce(changed, exampleText('starter'));
  const reading = readPlan(plan, 'keys-later');
  expect(reading).toMatchObject({ ok: true, plan: { feedback: '2026-11-20' } });
  expect(reading.ok && reading.plan.items.map(({ deadline }) => deadline)).toEqual([
    '2026-12-31',
    '2027-01-15',
  ]);
});
