/** A newspaper, broadcaster or agency on whose pages the extension runs without being asked. */
export interface Publisher {
  /** Its registered host without `www.`; its subdomains belong to it. */
  readonly host: string;
  readonly name: string;
  /** Main language of its articles: first part of a BCP 47 tag. */
  readonly language: string;
}
