import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Disagreement, disagreementsIn } from '../../documents/agreement';
import { boardOf, boardPage } from '../../documents/board';
import type { Dossier } from '../../documents/dossier';
import { boardFileName, noticeFileName } from '../../documents/file-name';
import { ledgerOf } from '../../documents/ledger';
import { noticeOf } from '../../documents/notice';
import type { Language } from '../../domain/round/roster';
import { ledgerContent } from '../../documents/files/ledger-file';
import { officialDocx } from '../../documents/files/official-docx';
import { gatherDossier } from '../api/dossier';
import { writeWhole } from '../../store/file/whole-file';
import type { Stage } from './stage';

/** The round as its documents are made from it now. */
export const dossierOf = async ({ rectify, store, plan }: Stage): Promise<Dossier> => {
  const ledger = await rectify.ledger(plan.round);
  const ask = (...life: Parameters<typeof rectify.item>) => rectify.item(...life);
  return gatherDossier(ledger, { ask, store });
};

/** What the office prints in the drill: into one folder, each moment compared with the totals of its list. */
export class Papers {
  readonly written: string[] = [];
  readonly disagreements: Disagreement[] = [];

  private constructor(
    private readonly stage: Stage,
    private readonly folder: string,
    private readonly language: Language,
  ) {}

  static async into(folder: string, stage: Stage, language: Language): Promise<Papers> {
    await mkdir(folder, { recursive: true });
    return new Papers(stage, folder, language);
  }

  private async look(): Promise<Dossier> {
    const dossier = await dossierOf(this.stage);
    this.disagreements.push(...disagreementsIn(dossier));
    return dossier;
  }

  private async write(name: string, content: string | Uint8Array): Promise<void> {
    const file = path.join(this.folder, name);
    await writeWhole(file, content);
    this.written.push(file);
  }

  private async writeBoard(dossier: Dossier): Promise<void> {
    await this.write(boardFileName(dossier, this.language), boardPage(boardOf(dossier), this.language));
  }

  /** The board in the middle of the work. */
  async midway(): Promise<void> {
    await this.writeBoard(await this.look());
  }

  /** Board, ledger and notice as they are in the end; returns the notice. */
  async final(): Promise<Uint8Array> {
    const dossier = await this.look();
    await this.writeBoard(dossier);
    const ledger = ledgerOf(dossier, this.language);
    await this.write(`${ledger.fileName}.xlsx`, await ledgerContent(ledger, 'xlsx'));
    const notice = await officialDocx(noticeOf(dossier));
    await this.write(noticeFileName(dossier), notice);
    return notice;
  }
}
