import { bulletinOfMonth, loadBulletin, readBulletinList, readPaper } from '@bihuan/db';
import {
  fillText,
  isBulletinMonth,
  textValues,
  type Band,
  type CorrectionLine,
  type Correction,
  type FigureKey,
  type Instant,
  type MonthSnapshot,
  type Named,
  type StrikeOffLine,
} from '@bihuan/domain';
import { z } from 'zod';
import type { House } from '../house.ts';
import { parseInput } from '../parse-input.ts';
import { done, refusal, type Result } from '../result.ts';
import { filledSections, type FilledSection } from './paper/paper-of-bulletin.ts';

export type PublicBulletinLine = {
  readonly month: string;
  readonly title: string;
  readonly number: string;
  readonly publishedAt: Instant;
};

/** A number without what it was counted from: the rows are cases of people. */
export type PublicFigure = { readonly key: FigureKey; readonly value: number };

export type PublicBulletin = PublicBulletinLine & {
  readonly approvedAt: Instant;
  readonly issuer: string;
  readonly recipients: string;
  readonly sections: readonly FilledSection[];
  readonly firstDay: string;
  readonly lastDay: string;
  readonly cutAt: Instant;
  readonly figures: readonly PublicFigure[];
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly nameEn: string;
    readonly band: Band;
    readonly composite: MonthSnapshot['departments'][number]['composite'];
    readonly figures: readonly PublicFigure[];
  }[];
  readonly strikeOffs: readonly Omit<StrikeOffLine, 'itemId'>[];
  readonly recurring: readonly {
    readonly category: string;
    readonly departmentId: string;
    readonly causeClass: MonthSnapshot['recurring'][number]['causeClass'];
    readonly count: number;
  }[];
  readonly categories: readonly Named[];
  /** Of earlier bulletins, told here. */
  readonly corrections: readonly CorrectionLine[];
  /** Of this one, noted since. */
  readonly noted: readonly Omit<Correction, 'by'>[];
  readonly isArchived: boolean;
  readonly contentHash: string;
  readonly documentHash: string;
};

const MOST = 60;
const schema = z.object({ month: z.string().refine(isBulletinMonth) });

/** Every monthly bulletin that was published, the latest first. Special reports are never among them. */
export async function listPublicBulletins(house: House): Promise<readonly PublicBulletinLine[]> {
  const rows = await readBulletinList(house.db, 'monthly', ['published', 'archived'], MOST);
  return rows.map(({ month, title, number, publishedAt }) => ({
    ...{ title, month: month ?? '', number: number ?? '' },
    publishedAt: publishedAt ?? '',
  }));
}

/** A published monthly bulletin as everybody may read it: texts and numbers, no row of any case. */
export async function readPublicBulletin(house: House, raw: unknown): Promise<Result<PublicBulletin>> {
  const state = await publishedOf(house, raw);
  if (state === null) return refusal('not_found');
  const { snapshot } = state;
  const values = textValues(snapshot);
  const plain = ({ key, value }: PublicFigure): PublicFigure => ({ key, value });
  return done({
    month: snapshot.month,
    title: fillText(state.texts.title ?? '', values),
    recipients: fillText(state.texts.recipients ?? '', values),
    ...{ number: state.number, publishedAt: state.publishedAt, approvedAt: state.approvedAt },
    issuer: state.form.issuer,
    sections: filledSections(state),
    ...{ firstDay: snapshot.firstDay, lastDay: snapshot.lastDay, cutAt: snapshot.cutAt },
    figures: snapshot.figures.map(plain),
    departments: snapshot.departments.map(({ departmentId: id, name, nameEn, band, composite, figures }) => ({
      ...{ id, name, nameEn, band, composite },
      figures: figures.map(plain),
    })),
    strikeOffs: snapshot.strikeOffs.map(
      ({ number, departmentId, source, category, deadlineOn, struckOffOn, isOnTime }) => ({
        ...{ number, departmentId, source, category, deadlineOn, struckOffOn, isOnTime },
      }),
    ),
    recurring: snapshot.recurring.map(({ category, departmentId, causeClass, rows }) => ({
      ...{ category, departmentId, causeClass, count: rows.length },
    })),
    categories: snapshot.categories,
    corrections: snapshot.corrections,
    noted: state.corrections.map(({ at, key, is, note }) => ({ at, key, is, note })),
    isArchived: state.status === 'archived',
    ...{ contentHash: state.contentHash, documentHash: state.documentHash },
  });
}

/** The .docx of a published monthly bulletin, the very bytes it was published as. */
export async function readPublicPaper(
  house: House,
  raw: unknown,
): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array }>> {
  const state = await publishedOf(house, raw);
  const paper = state && (await readPaper(house.db, state.id));
  if (paper === null || state === null) return refusal('not_found');
  return done({
    fileName: `${fillText(state.texts.title ?? '', textValues(state.snapshot))}.docx`,
    bytes: paper.bytes,
  });
}

async function publishedOf(house: House, raw: unknown) {
  const parsed = parseInput(schema, raw);
  const id = parsed.ok ? await bulletinOfMonth(house.db, parsed.value.month) : null;
  const state = id === null ? null : ((await loadBulletin(house.db, id))?.state ?? null);
  if (state === null || state.kind !== 'monthly' || !('publishedAt' in state)) return null;
  const { snapshot } = state;
  return snapshot.of === 'month' ? { ...state, snapshot } : null;
}
