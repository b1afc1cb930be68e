import { t, tCount, tDate, tList } from '#ui/text.ts';
import { MoreArticles } from './more-articles.tsx';
import { namesUsed, type RoleGiven, rolesGiven } from './person-facts.ts';
import type { PersonReady } from './person-model.ts';
import { formatRoute } from './route.ts';

interface PersonFactsProps {
  readonly load: PersonReady;
  readonly onMore: () => void;
}

/** The names that were used, and what the articles said of who it is, each with its time and its last article. */
export function PersonFacts({ load: { person, appearances }, onMore }: PersonFactsProps) {
  const roles = rolesGiven(appearances);
  return (
    <details class="person-fold person-facts">
      <summary>{t('personFacts')}</summary>
      <div class="person-facts-body">
        <h3 class="section-title">{t('personNames')}</h3>
        <p>{tList(namesUsed(appearances))}</p>
        <h3 class="section-title">{t('personRoles')}</h3>
        {roles.length === 0 ? (
          <p class="quiet-line">{t('personNoRoles')}</p>
        ) : (
          <ul class="roles-given">
            {roles.map((role) => (
              <RoleRow key={role.role} given={role} />
            ))}
          </ul>
        )}
        <MoreArticles seen={appearances.length} all={person.articles} onMore={onMore} />
      </div>
    </details>
  );
}

function RoleRow({ given: { role, first, last, articles, latest } }: { readonly given: RoleGiven }) {
  const [from, until] = [tDate(first), tDate(last)];
  return (
    <li class="role-given">
      <bdi>{role}</bdi>
      <span class="shelf-about">
        {from === until ? until : `${from} – ${until}`}
        {articles > 1 && ` · ${tCount('articleCount', articles)}`}
        {' · '}
        <a href={formatRoute({ view: 'article', source: latest.source })} dir="auto">
          {latest.title}
        </a>
      </span>
    </li>
  );
}
