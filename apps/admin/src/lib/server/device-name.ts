import { m } from '@bihuan/ui/messages';
import Bowser from 'bowser';

/** What a person knows a device by: its browser and its system. What a browser said of itself may be anything. */
export function deviceName(userAgent: string): string {
  if (userAgent === '') return m.session_unknown_device();
  const { browser, os } = Bowser.parse(userAgent);
  const version = browser.version?.split('.')[0];
  const name = [browser.name, version].filter(Boolean).join(' ');
  return [name, os.name].filter(Boolean).join(' · ') || m.session_unknown_device();
}
