import { expect, test } from 'vitest';
import { shownName } from './shown-name.ts';

test.each([
  ['漏水现场 照片.JPG', 'webp', '漏水现场 照片.webp'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['C:\\Users\\张三\\身份证.png', 'webp', '身份证.webp'],
  ['photo\u202Egpj.exe', 'jpg', 'photogpj.jpg'],
  ['a\u0000b\r\nc.pdf', 'pdf', 'abc.pdf'],
  ['\u200B\u2066.docx', 'docx', 'file.docx'],
  ['.htaccess', 'pdf', 'file.pdf'],
  ['<img src=x onerror=1>.png', 'webp', 'img src=x onerror=1.webp'],
  ['a.php.jpg', 'webp', 'a.php.webp'],
  ['', 'mp3', 'file.mp3'],
  ['𠮷'.repeat(200) + '.pdf', 'pdf', '𠮷'.repeat(80) + '.pdf'],
])('%j becomes a name of text only', (claimed, ending, shown) => {
  expect(shownName(claimed, ending)).toBe(shown);
});
