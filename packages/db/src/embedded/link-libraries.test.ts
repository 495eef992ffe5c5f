import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkLibraries } from './link-libraries.ts';

test('makes the links that are missing and leaves the others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bihuan-links-'));
  const home = join(folder, 'native');
  await mkdir(join(home, 'lib'), { recursive: true });
  await writeFile(join(home, 'lib', 'libone.so.1.2'), 'one');
  await writeFile(join(home, 'lib', 'libtwo.so'), 'already here');
  const links = [
    { source: 'native/lib/libone.so.1.2', target: 'native/lib/libone.so.1' },
    { source: 'native/lib/libone.so.1.2', target: 'native/lib/libtwo.so' },
  ];
  await writeFile(join(home, 'pg-symlinks.json'), JSON.stringify(links));
  await linkLibraries(home);
  expect(await readlink(join(home, 'lib', 'libone.so.1'))).toBe('libone.so.1.2');
  expect(await readFile(join(home, 'lib', 'libtwo.so'), 'utf8')).toBe('already here');
  await rm(folder, { recursive: true });
});
