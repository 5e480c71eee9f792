import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { CivilDate } from '../../domain/calendar/civil';
import { type ItemId, PersonId } from '../../base/ids';
import type { Answer, Command, EvidenceFile } from '../../domain/item/command';
import type { RoundCommand } from '../../domain/round/command';
import { bindingToItem, type Rectify } from '../../client/api';
import { openStore } from '../../store/open';

type Fields<T extends Command['type']> = Omit<
  Extract<Command, { type: T }>,
  'id' | 'item' | 'cycle' | 'by' | 'at' | 'type'
>;

/** A command of a person, as the CLI would send it. */
export const commandOf = <T extends Command['type']>(
  by: string,
  item: ItemId,
  type: T,
  fields: Fields<T>,
): Extract<Command, { type: T }> =>
  ({
    id: randomUUID(),
    item,
    cycle: 1,
    by: PersonId.parse(by),
    at: new Date().toISOString(),
    type,
    ...fields,
  }) as unknown as Extract<Command, { type: T }>;

type RoundFields<T extends RoundCommand['type']> = Omit<
  Extract<RoundCommand, { type: T }>,
  'id' | 'round' | 'by' | 'at' | 'type'
>;

/** A command of a person about a whole round. */
export const roundCommandOf = <T extends RoundCommand['type']>(
  by: string,
  round: string,
  type: T,
  fields: RoundFields<T>,
): Extract<RoundCommand, { type: T }> =>
  ({
    id: randomUUID(),
    round,
    by: PersonId.parse(by),
    at: new Date().toISOString(),
    type,
    ...fields,
  }) as unknown as Extract<RoundCommand, { type: T }>;

/** The hands of the people of `planOf`, on one item. */
export class Hands {
  constructor(
    private readonly rectify: Rectify,
    private readonly storeUrl: string,
    readonly item: ItemId,
    private readonly handler = 'handler-1',
    private readonly sign?: (command: Command) => string,
    private readonly cycle = 1,
  ) {}

  tell<T extends Command['type']>(by: string, type: T, fields: Fields<T>): Promise<Answer> {
    const command = { ...commandOf(by, this.item, type, fields), cycle: this.cycle };
    return this.rectify.command(command, this.sign);
  }

  acknowledge(): Promise<Answer> {
    return this.tell(this.handler, 'acknowledge', {});
  }

  /** Stores a small file and hands it in for measure 1, perhaps as a new version. */
  async handIn(text: string, replaces?: number): Promise<EvidenceFile> {
    const store = await openStore(this.storeUrl);
    const digest = await store.putEvidence(Readable.from([Buffer.from(text)]));
    const file: EvidenceFile = {
      ...digest,
      mediaType: 'text/plain',
      title: '核对台账',
      effectiveDate: '2021-06-01' as CivilDate,
    };
    await this.tell(this.handler, 'add-evidence', {
      measure: 1,
      file,
      ...(replaces !== undefined && { replaces }),
    });
    return file;
  }

  /** From assigned to a closure request. */
  async work(text = '证据'): Promise<Answer> {
    await this.acknowledge();
    await this.handIn(text);
    await this.tell(this.handler, 'complete-measure', { measure: 1, result: '已核对完毕' });
    return this.tell(this.handler, 'request-closure', { summary: '措施均已完成,申请销号' });
  }

  /** What a decision names of the item as it is now. */
  private async seen() {
    const view = await this.rectify.item(this.item, this.cycle);
    return { evidence: view.evidenceHash, ...bindingToItem(view) };
  }

  async approve(): Promise<Answer> {
    return this.tell('leader', 'approve', await this.seen());
  }

  async acceptStage(until: string): Promise<Answer> {
    return this.tell('acceptor', 'accept-stage', { ...(await this.seen()), until: until as CivilDate });
  }

  async accept(): Promise<Answer> {
    return this.tell('acceptor', 'accept', await this.seen());
  }

  /** From assigned to closed: the work is done, approved and accepted. */
  async close(text?: string): Promise<Answer> {
    await this.work(text);
    await this.approve();
    return this.accept();
  }

  giveBack(by: string, newDeadline: string): Promise<Answer> {
    return this.tell(by, 'return', {
      opinion: '材料不全',
      missing: '缺少逐件核对的签字记录原件',
      newDeadline: newDeadline as CivilDate,
    });
  }
}
