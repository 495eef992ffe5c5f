import type { Role } from '@bihuan/api/domain';
import { m } from '@bihuan/ui/messages';

export type Place = {
  readonly href: string;
  readonly name: () => string;
  readonly roles: readonly Role[] | 'everybody';
};

/** Where each role works. What a page shows is decided by its use case, not here. */
export const PLACES: readonly Place[] = [
  {
    href: '/overview',
    name: m.views_overview,
    roles: ['leader', 'auditor', 'appraisal_admin', 'department_officer', 'department_head'],
  },
  { href: '/inbox', name: m.admin_nav_inbox, roles: 'everybody' },
  { href: '/walk-in', name: m.admin_nav_walk_in, roles: ['clerk'] },
  { href: '/triage', name: m.triage_queue, roles: ['triage_admin'] },
  { href: '/import', name: m.intake_import, roles: ['triage_admin', 'clerk'] },
  { href: '/callbacks', name: m.admin_nav_callbacks, roles: ['clerk'] },
  {
    href: '/rating-reviews',
    name: m.hall_reviews,
    roles: [
      ...(['clerk', 'triage_admin', 'department_officer', 'department_head'] as const),
      ...(['inspector', 'appraisal_admin', 'leader', 'auditor'] as const),
    ],
  },
  {
    href: '/complaints',
    name: m.admin_nav_complaints,
    roles: [
      ...(['clerk', 'triage_admin', 'department_officer', 'department_head'] as const),
      ...(['inspector', 'assessor', 'leader', 'auditor'] as const),
    ],
  },
  {
    href: '/supervision',
    name: m.admin_nav_supervision,
    roles: [
      ...(['triage_admin', 'department_officer', 'department_head'] as const),
      ...(['inspector', 'assessor', 'leader', 'auditor'] as const),
    ],
  },
  {
    href: '/inspections',
    name: m.inspection_title,
    roles: ['triage_admin', 'department_officer', 'department_head', 'inspector', 'leader', 'auditor'],
  },
  {
    href: '/cards',
    name: m.card_nav,
    roles: [
      ...(['triage_admin', 'department_officer', 'department_head'] as const),
      ...(['inspector', 'leader', 'auditor'] as const),
    ],
  },
  {
    href: '/appraisal',
    name: m.admin_nav_appraisal,
    roles: ['appraisal_admin', 'triage_admin', 'department_officer', 'department_head', 'leader', 'auditor'],
  },
  {
    href: '/appraisal/periods',
    name: m.period_sheet_nav,
    roles: [
      ...(['appraisal_admin', 'triage_admin', 'department_officer', 'department_head'] as const),
      ...(['inspector', 'assessor', 'leader', 'auditor'] as const),
    ],
  },
  {
    href: '/indicators',
    name: m.indicator_nav,
    roles: [
      ...(['appraisal_admin', 'triage_admin', 'department_officer', 'department_head'] as const),
      ...(['inspector', 'assessor', 'leader', 'auditor'] as const),
    ],
  },
  {
    href: '/burden',
    name: m.burden_title,
    roles: [
      ...(['triage_admin', 'department_officer', 'department_head'] as const),
      ...(['inspector', 'appraisal_admin', 'leader', 'auditor'] as const),
    ],
  },
  {
    href: '/cooperation',
    name: m.cooperation_title,
    roles: [
      ...(['triage_admin', 'department_officer', 'department_head'] as const),
      ...(['inspector', 'appraisal_admin', 'leader', 'auditor'] as const),
    ],
  },
  { href: '/bulletins', name: m.bulletin_nav, roles: 'everybody' },
  {
    href: '/policies',
    name: m.policy_nav,
    roles: ['appraisal_admin', 'triage_admin', 'leader', 'auditor'],
  },
  { href: '/policies/routing', name: m.routing_title, roles: ['triage_admin', 'leader', 'auditor'] },
  {
    href: '/policies/callbacks',
    name: m.sample_title,
    roles: ['appraisal_admin', 'triage_admin', 'leader', 'auditor'],
  },
  { href: '/precedents', name: m.intake_precedents, roles: ['triage_admin', 'leader', 'auditor'] },
  { href: '/identity', name: m.firewall_nav, roles: ['custodian', 'auditor'] },
  { href: '/outbox', name: m.mail_outbox_title, roles: ['clerk', 'triage_admin', 'system_admin'] },
  { href: '/notice-rules', name: m.notice_rules_title, roles: ['triage_admin', 'system_admin'] },
  { href: '/no-answers', name: m.promise_no_title, roles: ['triage_admin', 'leader', 'auditor'] },
  { href: '/recurring', name: m.interface_recurring, roles: ['triage_admin', 'leader', 'auditor'] },
  {
    href: '/trends',
    name: m.views_trends,
    roles: [
      ...(['leader', 'auditor', 'appraisal_admin', 'triage_admin'] as const),
      ...(['department_officer', 'department_head'] as const),
    ],
  },
  { href: '/gaming', name: m.views_gaming, roles: ['appraisal_admin', 'auditor'] },
  { href: '/uncovered', name: m.interface_coverage, roles: ['triage_admin', 'leader', 'auditor'] },
  {
    href: '/teams',
    name: m.team_title,
    roles: ['triage_admin', 'inspector', 'leader', 'auditor', 'system_admin'],
  },
  { href: '/substitutes', name: m.interface_substitutes, roles: 'everybody' },
  { href: '/people', name: m.admin_nav_people, roles: ['system_admin'] },
  { href: '/retention', name: m.retention_title, roles: ['custodian', 'auditor', 'system_admin'] },
  { href: '/exports', name: m.list_exports_title, roles: ['auditor', 'system_admin'] },
  { href: '/filing-bans', name: m.ban_title, roles: ['system_admin', 'auditor'] },
  { href: '/calendar', name: m.conf_calendar, roles: ['system_admin', 'triage_admin', 'auditor'] },
  { href: '/categories', name: m.conf_categories, roles: ['system_admin', 'triage_admin', 'auditor'] },
  { href: '/questions', name: m.conf_entries, roles: ['triage_admin', 'clerk', 'system_admin'] },
  { href: '/site-messages', name: m.conf_site_messages, roles: ['system_admin', 'auditor'] },
  { href: '/webhooks', name: m.conf_webhooks, roles: ['system_admin'] },
  { href: '/configuration', name: m.conf_configuration, roles: ['system_admin'] },
  { href: '/jobs', name: m.conf_jobs, roles: ['system_admin'] },
  { href: '/api-keys', name: m.interface_keys, roles: ['system_admin'] },
];

export function placesOf(roles: readonly Role[]): readonly Place[] {
  return PLACES.filter(
    (place) => place.roles === 'everybody' || place.roles.some((role) => roles.includes(role)),
  );
}
