import { rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { instant } from '../../domain/calendar/zone';
import type { CivilDate } from '../../domain/calendar/civil';
import type { Evidence } from '../../domain/evidence/manifest';
import { PersonId } from '../../base/ids';
import { evidenceName } from '../../store/evidence';
import type { Store } from '../../store/store';
import { failureOf, scratchStore } from '../../testing/store';
import { checkAllEvidence } from './check-evidence';

const handIn = async (store: Store, title: string): Promise<Evidence> => ({
  ...(await store.putEvidence(Readable.from([title]))),
  title,
  mediaType: 'text/plain',
  effectiveDate: '2021-06-01' as CivilDate,
  measure: 2,
  by: PersonId.parse('p05'),
  at: instant(0),
});

describe('evidence that is archived', () => {
  test('may be archived as long as all of it is what was handed in', async () => {
    const { store } = await scratchStore();
    await checkAllEvidence(store, [await handIn(store, '清点清单'), await handIn(store, '追缴凭证')]);
  });

  test('that was changed or lost after it was handed in is named, all of it, until it is stored again', async () => {
    const { store } = await scratchStore();
    const evidence = [
      await handIn(store, '清点清单'),
      await handIn(store, '追缴凭证'),
      await handIn(store, '台账'),
    ];
    const [changed, lost] = evidence.map(({ sha512 }) => store.locate(evidenceName(sha512)));
    await writeFile(changed ?? '', '清点清丹');
    await rm(lost ?? '');
    const error = await failureOf(checkAllEvidence(store, evidence));
    expect(error).toMatchObject({ type: 'EvidenceDamaged', nonRetryable: false });
    const message = String(error);
    expect(message).toContain(`措施 2《清点清单》（p05）内容已变：evidence/${evidence[0]?.sha512 ?? ''}`);
    expect(message).toContain('《追缴凭证》（p05）已不在');
    expect(message).toContain('measure 2, “清点清单” by p05 has changed');
    expect(message).not.toContain('台账');

    for (const { title } of evidence) await store.putEvidence(Readable.from([title]));
    await checkAllEvidence(store, evidence);
  });

  test('cannot be judged while the store is away', async () => {
    const { store, root } = await scratchStore();
    const file = await handIn(store, '清点清单');
    await rm(root, { recursive: true });
    const error = await failureOf(checkAllEvidence(store, [file]));
    expect(error).toMatchObject({ name: 'StoreFault', kind: 'gone' });
  });
});
