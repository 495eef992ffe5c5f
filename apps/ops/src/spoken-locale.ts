import process from 'node:process';

/** The language of the terminal. */
export function spokenLocale(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): 'zh-CN' | 'en' {
  const { LC_ALL, LC_MESSAGES, LANG } = variables;
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh-CN' : 'en';
}
