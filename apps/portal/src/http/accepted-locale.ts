/** The language that a program asks for by Accept-Language; Chinese where it leaves it open. */
export function acceptedLocale(request: Request): 'zh-CN' | 'en' {
  const first = request.headers.get('accept-language')?.split(',', 1)[0]?.trim().toLowerCase() ?? '';
  return first === 'en' || first.startsWith('en-') ? 'en' : 'zh-CN';
}
