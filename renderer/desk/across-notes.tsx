import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { ACROSS_KIND_JA, type AcrossFinding, type AcrossPlace } from '../../shared/rules/across/finding.js';
import { coursePath } from '../routes.js';
import { FindingMark } from '../ui/finding-mark.js';
import { arriveAtLine } from './arrive.js';
import { useAcross } from './use-across.js';
import './across-notes.css';

const SHOWN = 2;

/**
 * 講習会の間の確認: what is claimed in two courses at once, of all courses or of one. Nothing at all where nothing is
 * found.
 */
export function AcrossNotes({ courseId }: { readonly courseId?: string }): ReactNode {
  const found = useAcross(courseId);
  const [showsAll, setShowsAll] = useState(false);
  if (found.length === 0) return null;
  const shown = showsAll ? found : found.slice(0, SHOWN);
  return (
    <section className="across" aria-label="講習会の間の確認">
      <h2>
        講習会の間の確認 <small>{found.length}件</small>
      </h2>
      <ul>
        {shown.map((finding) => (
          <Note key={finding.key} finding={finding} />
        ))}
      </ul>
      {found.length > SHOWN ? (
        <button type="button" className="link" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? '一部だけ見る' : `ほかの${found.length - SHOWN}件も見る`}
        </button>
      ) : null}
    </section>
  );
}

function Note({ finding }: { readonly finding: AcrossFinding }): ReactNode {
  const { kind, isDoubtful, titleJa, messageJa, remedyJa, places } = finding;
  return (
    <li className="across-note">
      <p className="across-title">
        <FindingMark mark={isDoubtful ? 'confirm' : 'over'} labelJa={isDoubtful ? '要確認' : '重なり'} />
        <b>{ACROSS_KIND_JA[kind]}</b>
        <span>{titleJa}</span>
      </p>
      {isDoubtful ? <p className="second">{messageJa}。</p> : null}
      <ul>
        {places.map((place) => (
          <li key={`${place.courseId} ${place.lineId ?? ''} ${place.textJa}`}>
            <PlaceLink place={place} isTimed={kind === 'person'} />
          </li>
        ))}
      </ul>
      <p className="caption">{remedyJa}</p>
    </li>
  );
}

/** The line that claims it; where none does, the timetable or the list of people. */
function PlaceLink({ place, isTimed }: { readonly place: AcrossPlace; readonly isTimed: boolean }): ReactNode {
  const { courseId, courseJa, lineId, textJa } = place;
  const tab = lineId !== undefined || !isTimed ? 'claims' : 'schedule';
  return (
    <Link
      href={coursePath(courseId, tab)}
      className="across-place"
      onClick={() => (lineId === undefined ? undefined : arriveAtLine(lineId))}
    >
      {courseJa}　{textJa}
    </Link>
  );
}
