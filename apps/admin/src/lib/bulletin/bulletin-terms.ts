import type {
  Band,
  BulletinCommandType,
  BulletinEventType,
  BulletinStatus,
  FigureKey,
  RowRef,
  SpecialOccasion,
  TextKey,
} from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';
import type { Tone } from '#lib/tone.ts';

type Terms<Word extends string> = Readonly<Record<Word, () => string>>;

export const bulletinStatusTerm: Terms<BulletinStatus> = {
  draft: m.bulletin_status_draft,
  approved: m.bulletin_status_approved,
  published: m.bulletin_status_published,
  archived: m.bulletin_status_archived,
};

export const BULLETIN_TONE: Readonly<Record<BulletinStatus, Tone>> = {
  draft: 'waiting',
  approved: 'active',
  published: 'good',
  archived: 'neutral',
};

export const bandTerm: Terms<Band> = {
  above: m.bulletin_band_above,
  level: m.bulletin_band_level,
  below: m.bulletin_band_below,
  small_sample: m.bulletin_band_small_sample,
  no_sample: m.bulletin_band_no_sample,
};

export const BAND_TONE: Readonly<Record<Band, Tone>> = {
  above: 'good',
  level: 'neutral',
  below: 'bad',
  small_sample: 'paused',
  no_sample: 'paused',
};

export const occasionTerm: Terms<SpecialOccasion> = {
  urgent: m.bulletin_occasion_urgent,
  sensitive: m.bulletin_occasion_sensitive,
};

export const rowTerm: Terms<RowRef['about']> = {
  complaint: m.bulletin_row_complaint,
  item: m.bulletin_row_item,
  card: m.bulletin_row_card,
};

const ROW_PATH: Readonly<Record<RowRef['about'], string>> = {
  complaint: '/complaints',
  item: '/supervision',
  card: '/cards',
};

export const rowHref = ({ about, id }: RowRef) => `${ROW_PATH[about]}/${id}`;

export const figureTerm = (key: FigureKey): string => m[`bulletin_figure_${key}`]();

export const bulletinEventTerm = (type: BulletinEventType): string => m[`bulletin_event_${type}`]();

export const textTerm = (key: TextKey): string =>
  key === 'title' || key === 'recipients' || key === 'copies'
    ? m[`bulletin_text_${key}`]()
    : m[`bulletin_section_${key}`]();

type Words = { readonly title: () => string; readonly about: () => string };

export const BULLETIN_ACTIONS: Readonly<Record<Exclude<BulletinCommandType, 'edit_texts'>, Words>> = {
  approve: { title: m.bulletin_do_approve, about: m.bulletin_about_approve },
  send_back: { title: m.bulletin_do_send_back, about: m.bulletin_about_send_back },
  publish: { title: m.bulletin_do_publish, about: m.bulletin_about_publish },
  archive: { title: m.bulletin_do_archive, about: m.bulletin_about_archive },
  note_correction: { title: m.bulletin_do_note_correction, about: m.bulletin_about_note_correction },
};
