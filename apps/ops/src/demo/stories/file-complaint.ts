import { submitComplaint } from '@bihuan/api';
import { localDateOf, SYSTEM, type Channel, type ComplainantActor, type Openness } from '@bihuan/api/domain';
import { drawDetails } from '../case-details.ts';
import { drawCitizen, drawEnterprise } from '../complainants.ts';
import type { ZoneCode } from '../more-departments.ts';
import { fillSlots, type Details } from '../fill-slots.ts';
import { taken } from '../refused-step.ts';
import type { Scene } from '../scene.ts';

/** A complaint that was filed, with the words of its texts. */
export type FiledComplaint = {
  readonly complaintId: string;
  readonly trackingNumber: string;
  readonly complainant: ComplainantActor;
  /** Whether the window can call back. */
  readonly isReachable: boolean;
  readonly title: string;
  readonly details: Details;
};

/** What is filed, before its words are filled in. */
export type Filing = {
  readonly department: ZoneCode | null;
  readonly channel: Channel;
  readonly openness: Openness;
  readonly kind: 'citizen' | 'enterprise';
  readonly locale: 'zh-CN' | 'en';
  readonly cause: string;
  readonly title: string;
  readonly body: string;
  readonly desk: string;
  readonly step: string;
  readonly answered: string;
  readonly wish: string;
  /** The once-only token of the form, for a complaint that has to be found again. */
  readonly once: string | null;
};

const ANYONE: ComplainantActor = { kind: 'complainant', complaintId: '' };

/** Files a complaint on its channel: online by the complainant, at the window or by phone by a clerk. */
export async function fileComplaint(scene: Scene, filing: Filing): Promise<FiledComplaint> {
  const { chance, zone, house } = scene;
  const { channel, locale, kind } = filing;
  const details = drawDetails(chance, localDateOf(scene.at), locale);
  const person = kind === 'citizen' ? drawCitizen(chance, locale) : drawEnterprise(chance, locale);
  const isNameless = filing.openness === 'anonymous';
  const contact = isNameless ? { name: '', phone: '', email: '' } : person;
  const words = (text: string) => fillSlots(text, details);
  const title = words(filing.title);
  const form = {
    ...{ channel, complainantKind: kind, openness: filing.openness, locale, causeClass: filing.cause },
    ...{ title, body: words(filing.body), wish: words(filing.wish), place: details.street },
    tried: {
      desk: words(filing.desk),
      step: filing.step,
      when: filing.desk === '' ? '' : details.day,
      trips: filing.desk === '' ? 0 : details.trips,
      answer: filing.answered,
    },
    enterpriseName: person.enterpriseName,
    creditCode: person.creditCode,
    aboutDepartmentId:
      filing.department !== null && chance.happens(0.6) ? zone.departmentId(filing.department) : null,
    ...{ name: contact.name, phone: contact.phone, email: contact.email },
    ...(filing.once === null ? {} : { once: filing.once }),
  };
  const clerk = chance.pick(zone.people('clerk'));
  const isLogged = channel === 'walk_in' || channel === 'phone';
  const actor = isLogged ? clerk : channel === 'transfer_12345' ? SYSTEM : ANYONE;
  const external =
    channel === 'transfer_12345' ? { source: '12345', id: `Y${house.newId().slice(0, 13)}` } : null;
  const { complaintId, trackingNumber } = taken(await submitComplaint(house, actor, form, external));
  const isReachable = contact.phone !== '' || contact.email !== '';
  return {
    complaintId,
    trackingNumber,
    complainant: { kind: 'complainant', complaintId },
    isReachable,
    title,
    details,
  };
}
