import { addressParts } from '#core/sync/address-parts.ts';
import type { ServerAccess, SyncState } from '#messaging/sync-protocol.ts';
import { t } from '#ui/text.ts';
import { deviceKind } from './device-kind.ts';
import type { SetUpForm } from './set-up-form.ts';

/** A form without anything but this device's name. */
export function emptyForm(): SetUpForm {
  return {
    server: '',
    database: '',
    name: '',
    password: '',
    passphrase: '',
    again: '',
    device: deviceName(),
  };
}

/** "Chrome on Linux", without the signs that keep a sentence's parts apart: it is stored, and shown elsewhere in another language. */
function deviceName(): string {
  const { browser, system } = deviceKind(navigator.userAgent);
  if (browser === '' || system === '') return browser || system;
  return t('syncDeviceOn', browser, system).replace(/[\u2066-\u2069]/g, '');
}

/** A form with a server in it. */
export function formOf({ database, name, password }: ServerAccess): SetUpForm {
  const parts = addressParts(database);
  return { ...emptyForm(), server: parts.server, database: parts.name, name, password };
}

/** A form with what is set up, to be set up again: its password is not told, and the device keeps its name. */
export function formAgain(
  { database, name }: NonNullable<SyncState['server']>,
  devices: SyncState['devices'],
): SetUpForm {
  const form = formOf({ database, name, password: '' });
  return { ...form, device: devices.find(({ isThis }) => isThis)?.name ?? form.device };
}
