import { ADMIN_URL, PORTAL_URL } from '../addresses.ts';
import { statusOfFilledForm } from '../access/filled-form.ts';
import { findAddresses, inBatches } from '../access/found-addresses.ts';
import { adminRoutes, portalRoutes } from '../access/listed-routes.ts';
import {
  COLUMNS,
  signedIn,
  statusOfCall,
  statusOfForm,
  statusOfRead,
  type Column,
} from '../access/office.ts';
import { BEFORE_SIGN_IN, OFFICE_TABLE } from '../access/office-table.ts';
import { PORTAL_TABLE } from '../access/portal-table.ts';
import { expect, test } from '../journey.ts';

type Row = { readonly route: string; readonly cells: ReadonlyMap<Column, string>; readonly isBlind: boolean };

const [heading = '', ...lines] = OFFICE_TABLE.trim().split('\n');
const columns = heading.trim().split(/\s+/) as Column[];
const ROWS: readonly Row[] = lines.map((line) => {
  const [, route = '', marks = ''] = /^(.*?)\s+((?:[+-]\s*){11}\*?)$/.exec(line) ?? [];
  const cells = marks.split(/\s+/);
  return {
    route,
    cells: new Map(columns.map((column, at) => [column, cells[at] ?? ''])),
    isBlind: marks.endsWith('*'),
  };
});
/** What somebody is answered who may not: not to be told whether there is anything. */
const REFUSED = [401, 403, 404];

test('every route of both apps has a row, and every row a route', () => {
  expect(columns).toEqual(Object.keys(COLUMNS));
  expect([...ROWS.map(({ route }) => route), ...BEFORE_SIGN_IN].toSorted()).toEqual(
    adminRoutes()
      .map(({ route }) => route)
      .toSorted(),
  );
  expect(Object.keys(PORTAL_TABLE).toSorted()).toEqual(
    portalRoutes()
      .map(({ route }) => route)
      .toSorted(),
  );
  expect(ROWS.length).toBeGreaterThan(300);
});

test('the office answers each role as the table says, and nobody who is not signed in', async () => {
  const cookies = new Map<Column, string>();
  for (const [column, login] of Object.entries(COLUMNS)) cookies.set(column as Column, await signedIn(login));
  const cookieOf = (column: Column) => cookies.get(column) ?? '';
  const paths = [...new Set(ROWS.map(({ route }) => pathOf(route)))];
  const order: readonly Column[] = ['off', 'cle', 'tri', 'app', 'lea', 'adm'];
  const found = await findAddresses(paths, order.map(cookieOf));
  const ids = {
    departmentId: found.get('/burden/[departmentId]')?.split('/')[2] ?? '',
    staffId: found.get('/people/staff/[id]')?.split('/')[3] ?? '',
  };
  const wrong: string[] = [];
  const notFound: string[] = [];
  let asked = 0;
  const expectStatus = (row: Row, who: string, status: number, isRight: boolean) => {
    asked += 1;
    if (!isRight) wrong.push(`${row.route}, ${who}: ${status}`);
  };
  await inBatches(ROWS, async (row) => {
    const [method] = row.route.split(' ');
    const path = found.get(pathOf(row.route)) ?? pathOf(row.route);
    const action = row.route.split('?/')[1];
    const address = action === undefined || action === 'default' ? path : `${path}?/${action}`;
    const refused = columns.filter((column) => row.cells.get(column) === '-');
    if (method === 'CALL') {
      const name = row.route.slice(5);
      expectStatus(row, 'nobody', 0, (await statusOfCall(name, '')) === 'signed out');
      for (const column of columns) {
        const isRefused = (await statusOfCall(name, cookieOf(column))) === 'refused';
        expectStatus(row, column, 0, isRefused === refused.includes(column));
      }
      return;
    }
    const withoutParameters = address.replaceAll(/\[[.\w]+\]/g, 'x');
    const unknown =
      method === 'GET'
        ? await statusOfRead(withoutParameters, '')
        : (await statusOfForm(withoutParameters, '', {})).status;
    expectStatus(row, 'nobody', unknown, [303, 401].includes(unknown));
    if (row.isBlind) return;
    if (path.includes('[')) {
      notFound.push(row.route);
      return;
    }
    if (method === 'GET') {
      for (const column of columns) {
        const status = await statusOfRead(path, cookieOf(column));
        expectStatus(
          row,
          column,
          status,
          refused.includes(column) ? REFUSED.includes(status) : status === 200,
        );
      }
      return;
    }
    const body = {};
    for (const column of refused) {
      const { status } = await statusOfFilledForm(address, cookieOf(column), ids, body);
      expectStatus(row, column, status, REFUSED.includes(status));
    }
  });
  expect(notFound, 'no real address was found to ask for').toEqual([]);
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(2000);
});

test('the portal shows and does nothing that needs a code, a draft, a key or a signature without it', async () => {
  const wrong: string[] = [];
  for (const [route, needed] of Object.entries(PORTAL_TABLE)) {
    const [method = '', path = ''] = route.split(' ');
    if (needed === 'public' || method === 'CALL') continue;
    const isPost = method === 'POST' || needed === 'key';
    const response = await fetch(PORTAL_URL + path.replaceAll(/\[\w+\]/g, 'x'), {
      method: isPost ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { origin: PORTAL_URL },
      ...(isPost && { body: new URLSearchParams({ x: '1' }) }),
    });
    const isSentBack =
      response.status === 303 &&
      /^\/(track|complaints\/new)(\?ended(=\w+)?)?$/.test(response.headers.get('location') ?? '');
    if (!isSentBack && ![400, 401, 403, 404].includes(response.status))
      wrong.push(`${route}: ${response.status}`);
  }
  expect(wrong).toEqual([]);
  // What the pages call is not there for anybody else.
  for (const url of [PORTAL_URL, ADMIN_URL])
    for (const name of ['trackComplaint', 'readOwnData']) {
      const response = await fetch(`${url}/api/trpc/${name}`, { redirect: 'manual' });
      expect([401, 404]).toContain(response.status);
    }
});

function pathOf(route: string): string {
  return route.split(' ')[1]?.split('?')[0] ?? '';
}
