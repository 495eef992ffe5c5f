import type { LossTally, Tally } from '@bihuan/domain';

/*
 * Each tally is the list of its rows: `about, id, number, department_id, category, at, centipoints`. A count is the count of
 * this list and nothing else, so that what is opened is what was counted. `$1` is today, for the few tallies of what is so now.
 */

const OVER = `('declined', 'merged', 'split', 'withdrawn', 'settled_on_the_spot', 'closed')`;
const WITH_DEPARTMENT = `('assigned', 'returned', 'signed', 'advancing', 'rework')`;
const CARD_COUNTS = `('issued', 'objected', 'upheld', 'cleared')`;

/** The category of an item: that of the first of its complaints that has one. */
const CATEGORY_OF_ITEM = `(SELECT complaint.category FROM item_complaint link JOIN complaint ON complaint.id = link.complaint_id
  WHERE link.item_id = item.id AND complaint.category IS NOT NULL ORDER BY complaint.tracking_number LIMIT 1)`;

/** The lead as a query of its own, not a join: where nobody asks for departments, an index alone is counted. */
const complaints = (at: string, where = 'TRUE') => `SELECT 'complaint' AS about, complaint.id,
  complaint.tracking_number AS number,
  coalesce((SELECT lead_department_id FROM supervision_item WHERE id = complaint.item_id), complaint.about_department_id) AS department_id,
  complaint.category, ${at} AS at, 0 AS centipoints
FROM complaint WHERE ${where}`;

const items = (at: string, where: string) => `SELECT 'item' AS about, item.id, item.number,
  item.lead_department_id AS department_id, ${CATEGORY_OF_ITEM} AS category, ${at} AS at, 0 AS centipoints
FROM supervision_item item WHERE ${where}`;

/** Credited as the rates are: to the lead department at the time; what a panel took out is not in it. */
const calls = (
  where: string,
) => `SELECT 'complaint' AS about, complaint.id, complaint.tracking_number AS number,
  callback.department_id, complaint.category, callback.at, 0 AS centipoints
FROM callback JOIN complaint ON complaint.id = callback.complaint_id
WHERE callback.outcome = 'valid' AND ${where} AND NOT EXISTS (SELECT FROM rating_review review WHERE review.is_excluded
  AND review.complaint_id = callback.complaint_id AND review.department_id = callback.department_id)`;

const cards = (colour: string) => `SELECT 'card' AS about, card.id, card.number, card.department_id,
  ${CATEGORY_OF_ITEM} AS category, card.issued_at AS at, 0 AS centipoints
FROM card JOIN supervision_item item ON item.id = card.item_id
WHERE card.colour = '${colour}' AND card.status IN ${CARD_COUNTS}`;

/** Lines of the supervision account; one that was given back is as if it had never been. */
const lines = (where: string) => `SELECT CASE WHEN item.id IS NULL THEN 'line' ELSE 'item' END AS about,
  coalesce(item.id, entry.id) AS id, coalesce(item.number, '') AS number, entry.department_id,
  ${CATEGORY_OF_ITEM} AS category, entry.at, entry.centipoints
FROM score_entry entry LEFT JOIN card ON card.id = entry.stream_id
LEFT JOIN supervision_item item ON item.id = coalesce(card.item_id, entry.stream_id)
WHERE entry.account = 'supervision' AND ${where}`;

const NOT_GIVEN_BACK = `entry.centipoints < 0 AND NOT EXISTS (SELECT FROM score_entry back WHERE back.reversal_of = entry.id)`;

/** Rules by what points are lost over. */
const LOST_OVER: Readonly<Record<Exclude<LossTally, 'lost_other'>, readonly string[]>> = {
  lost_late: ['late', 'further_late'],
  lost_card: ['yellow_card', 'red_card'],
  lost_rework: ['rework', 'false_request'],
  lost_report: ['weak_report'],
};

const quoted = (words: readonly string[]) => `(${words.map((word) => `'${word}'`).join(', ')})`;

export const TALLY_SQL: Readonly<Record<Tally, string>> = {
  incoming: complaints('complaint.submitted_at'),
  closed: complaints('complaint.closed_at', 'complaint.closed_at IS NOT NULL'),
  late: lines(`entry.rule = 'late'`),
  struck_on_time: items('item.struck_off_at', 'item.struck_off_at IS NOT NULL AND item.is_on_time'),
  struck_late: items('item.struck_off_at', 'item.struck_off_at IS NOT NULL AND NOT item.is_on_time'),
  calls_valid: calls('TRUE'),
  calls_contacted: calls('callback.has_contact'),
  calls_solved: calls('callback.is_solved'),
  calls_satisfied: calls(`callback.satisfaction IN ('satisfied', 'very_satisfied')`),
  calls_basically: calls(`callback.satisfaction = 'basically_satisfied'`),
  yellow_cards: cards('yellow'),
  red_cards: cards('red'),
  lost_late: lines(`entry.rule IN ${quoted(LOST_OVER.lost_late)} AND ${NOT_GIVEN_BACK}`),
  lost_card: lines(`entry.rule IN ${quoted(LOST_OVER.lost_card)} AND ${NOT_GIVEN_BACK}`),
  lost_rework: lines(`entry.rule IN ${quoted(LOST_OVER.lost_rework)} AND ${NOT_GIVEN_BACK}`),
  lost_report: lines(`entry.rule IN ${quoted(LOST_OVER.lost_report)} AND ${NOT_GIVEN_BACK}`),
  lost_other: lines(`entry.rule NOT IN ${quoted(Object.values(LOST_OVER).flat())} AND ${NOT_GIVEN_BACK}`),
  overdue: items(
    `(item.deadline_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`,
    `item.deadline_on < $1::date AND item.status IN ${WITH_DEPARTMENT}`,
  ),
  came_back: complaints('complaint.submitted_at', `complaint.round > 1 AND complaint.status NOT IN ${OVER}`),
};
