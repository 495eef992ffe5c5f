import { acceptComplaint, mergeComplaint, unmergeComplaint, urgeComplaint } from '@bihuan/api';
import type { Plot } from '../plot.ts';
import { taken } from '../refused-step.ts';
import type { Scene, Story } from '../scene.ts';
import { SAME_MATTER } from '../texts/complainant-words.ts';
import { UNMERGE_REASONS } from '../texts/office-words.ts';
import { fileComplaint, type FiledComplaint } from './file-complaint.ts';
import { whenAwake } from './waking-hours.ts';
import { officeOf, statusOfComplaint } from './who-and-where.ts';

/** What goes on beside the handling of a complaint: its complainant urges it on. */
export function tellAsides(scene: Scene, plot: Plot, filed: FiledComplaint): void {
  if (!plot.hasUrge) return;
  const days = plot.matter.complexity === 'complex' ? 24 * 16 : 24 * 4;
  scene.beside('urge', whenAwake(scene, days, days + 72), (aside) => tellUrge(aside, filed));
}

/** Urged only while somebody is on it. */
async function* tellUrge(scene: Scene, { complaintId, complainant }: FiledComplaint): Story {
  for (let times = scene.chance.whole(1, 3); times > 0; times -= 1) {
    const status = await statusOfComplaint(scene, complaintId);
    if (!['submitted', 'accepted', 'under_supervision'].includes(status)) return;
    taken(await urgeComplaint(scene.house, complainant, { complaintId }));
    yield scene.later(8, 14);
  }
}

/** Somebody else files the same matter a little later; it is merged into the first one, now and then by mistake. */
export function tellDuplicate(
  scene: Scene,
  plot: Plot,
  survivor: FiledComplaint,
  goOn: (scene: Scene, parted: FiledComplaint) => Story,
): void {
  scene.beside('duplicate', whenAwake(scene, 2, 24), (aside) => tellMerged(aside, plot, survivor, goOn));
}

async function* tellMerged(
  scene: Scene,
  plot: Plot,
  survivor: FiledComplaint,
  goOn: (scene: Scene, parted: FiledComplaint) => Story,
): Story {
  const { house, chance } = scene;
  const { matter, department, openness } = plot;
  const { kind, locale = 'zh-CN', cause, body } = matter;
  const same = locale === 'zh-CN' ? `${chance.pick(SAME_MATTER)}${body}` : `The same happened to us. ${body}`;
  const filed = await fileComplaint(scene, {
    ...{ ...matter, department, openness, kind, locale, cause, body: same },
    ...{ channel: 'portal' as const, once: null },
  });
  const { complaintId } = filed;
  yield scene.later(1, 1);
  const triage = officeOf(scene, 'triage_admin');
  taken(await mergeComplaint(house, triage, { complaintId, survivorNumber: survivor.trackingNumber }));
  if (plot.duplicate === 'merged') return;
  yield scene.later(1, 3);
  taken(await unmergeComplaint(house, triage, { complaintId, reason: chance.pick(UNMERGE_REASONS) }));
  yield scene.later(0, 1);
  const { category, complexity } = matter;
  taken(await acceptComplaint(house, triage, { complaintId, category, complexity }));
  yield* goOn(scene, filed);
}
