/** How long what is deleted stays in the trash, in days. */
const stay = 30;
const dayLength = 24 * 60 * 60 * 1000;

/** How many days something in the trash still has, the one that has begun included, at `now` (ms since 1970), when it was deleted at `deleted` (ISO 8601); 0: its time is over. */
export function daysLeft(deleted: string, now: number): number {
  const since = (now - Date.parse(deleted)) / dayLength;
  return Number.isNaN(since) ? 0 : Math.min(stay, Math.max(0, Math.ceil(stay - since)));
}
