import { IconCalculator, IconHome, IconScale, IconSchool } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { COURSES, HOME, LOOKUP, RULEBOOKS } from '../routes.js';

/** Where one can go; Alt+1, Alt+2. */
export const DESTINATIONS = [
  { path: HOME, ja: 'ホーム', Sign: IconHome },
  { path: COURSES, ja: '講習会', Sign: IconSchool },
  { path: LOOKUP, ja: '早見', Sign: IconCalculator },
  { path: RULEBOOKS, ja: '基準', Sign: IconScale },
] as const;

/** The rail at the left: sign and word of each destination. */
export function Rail(): ReactNode {
  const [location] = useLocation();
  return (
    <nav className="rail" aria-label="画面" data-region="rail">
      {DESTINATIONS.map(({ path, ja, Sign }, index) => {
        const current = path === HOME ? location === HOME : location.startsWith(path);
        return (
          <Link
            key={path}
            href={path}
            className={current ? 'rail-link rail-current' : 'rail-link'}
            aria-current={current ? 'page' : undefined}
            aria-keyshortcuts={`Alt+${index + 1}`}
          >
            <Sign size={20} stroke={1.6} aria-hidden="true" />
            <span>{ja}</span>
          </Link>
        );
      })}
    </nav>
  );
}
