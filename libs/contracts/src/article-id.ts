import { nameId } from './name-id';

const NAMESPACE = '7c1f6f0e-6f0c-5d55-9a53-1d6f1c2b8a51';
/** Added by whoever passed the link on; none of them changes what the link shows. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|cmpid|ref_src)$/i;

/** The form of a link in which two links to one page are equal: no scheme, no `www.`, no tracking, sorted parameters. */
export const canonicalUrl = (link: string): string => {
  const url = new URL(link);
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = new URLSearchParams(kept);
  query.sort();
  const host = url.host.toLowerCase().replace(/^www[.]/, '');
  const path = url.pathname.replace(/[/]+$/, '');
  return `${host}${path}${query.size > 0 ? `?${query.toString()}` : ''}`;
};

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** What of an article decides which article it is. `publishedAt` is an instant. */
export interface ArticleName {
  readonly url: string | null;
  readonly externalId: string | null;
  readonly publisher: string;
  readonly publishedAt: string;
  readonly title: string;
}

/**
 * The id that the same article always gets, whoever sends it and however often (docs/adr/0005): by its link; without
 * one, by publisher and the name that the sender gave it; without that, by publisher, day and title.
 */
export const articleId = (article: ArticleName): string => {
  if (article.url !== null) return nameId(NAMESPACE, 'url', canonicalUrl(article.url));
  const publisher = folded(article.publisher);
  if (article.externalId !== null) return nameId(NAMESPACE, 'name', publisher, article.externalId);
  return nameId(NAMESPACE, 'title', publisher, article.publishedAt.slice(0, 10), folded(article.title));
};
