/** 早見: the smallest case that a question makes, so that the same engine answers it. */
import { addDays, type IsoDate } from '../../dates.js';
import type { Case } from '../../model/case/case.js';
import type { Delivery, Level, Subject } from '../../model/case/course.js';
import type { Line } from '../../model/case/lines/line.js';
import type { Staff } from '../../model/case/staff.js';
import type { Voucher } from '../../model/case/voucher.js';
import type { Rulebook } from '../engine/rulebook.js';
import { Facts } from '../facts/facts.js';
import { papersNeeded } from '../papers-needed.js';

/** The book that answers and the day that the question is about; without one, a day in the middle of the year. */
export type LookupFrame = { readonly book: Rulebook; readonly day?: IsoDate | undefined };

/** What a question about lines comes down to. */
export type LookupCase = {
  readonly case: Case;
  /** The lines that are asked about; others only stand beside them. */
  readonly lineIds: readonly string[];
  /** What the question does not ask and the answer takes for granted, in words. */
  readonly assumedJa: readonly string[];
};

type Asked = {
  readonly level?: Level;
  readonly subject?: Subject;
  readonly delivery?: Delivery;
  readonly headcount?: number | undefined;
  readonly carRatePerKm?: number | undefined;
};

const NAME = '実施団体';
/** Where the course of a question takes place; a person from elsewhere lives in the other. */
export const HERE = '13';
const ELSEWHERE = '14';
const HALF_A_YEAR = 183;

export function dayOf({ book, day }: LookupFrame): IsoDate {
  return day ?? addDays(book.from, HALF_A_YEAR);
}

/** A course of the book's year with nothing in it; what the rules would ask besides is filled in. */
export function lookupCase(frame: LookupFrame, asked: Asked, parts: Partial<Case>): Case {
  const { book } = frame;
  const value: Case = {
    format: 'koshu-case',
    version: 1,
    ruleSet: book.id,
    stage: 'application',
    asOf: dayOf(frame),
    organization: {
      id: 'body',
      kind: 'prefecturalAssociation',
      contractName: NAME,
      prefectureCode: HERE,
      ...(asked.carRatePerKm === undefined ? {} : { carRatePerKm: asked.carRatePerKm }),
    },
    course: {
      fiscalYear: book.fiscalYear,
      level: asked.level ?? 'coach2',
      subject: asked.subject ?? 'specialty',
      delivery: asked.delivery ?? 'commissioned',
      mode: 'inPerson',
      ...(asked.headcount === undefined ? {} : { applicationHeadcount: asked.headcount }),
    },
    venues: [{ id: 'venue', nameJa: '会場', prefectureCode: HERE, isPublicFacility: true, feeIsOwnIncome: 'no' }],
    ...parts,
  };
  return withPapers(value);
}

/** A person about whom nothing stands in the way. */
export function lookupPerson(
  id: string,
  nameJa: string,
  own: Partial<Staff> & { readonly isLocal?: boolean } = {},
): Staff {
  const { isLocal = true, ...fields } = own;
  return {
    id,
    nameJa,
    homePrefectureCode: isLocal ? HERE : ELSEWHERE,
    employment: { kind: 'none' },
    jocRole: 'none',
    workplaceVenueRelation: 'different',
    ...fields,
  };
}

export const ASSUMED = {
  person: '国や団体の有給の職員ではなく、JOCの専任者でもない方とみています',
  commissioned: '委託の講習会の、申請の額として見ています',
  papers: '必要な書類はそろっているものとみています',
} as const;

/** All papers of every line, so that the answer speaks of the amounts; the list of papers is given with it. */
function withPapers(value: Case): Case {
  const facts = new Facts(value);
  const vouchers: Voucher[] = [];
  const lines = (value.lines ?? []).map((line): Line => {
    const ids = papersNeeded(line, facts).flatMap((need) =>
      (need.ways[0] ?? []).map((kind, index) => {
        const id = `${line.id}-${need.key}-${index}`;
        vouchers.push({ id, kind, no: '1', addressee: NAME });
        return id;
      }),
    );
    return ids.length === 0 ? line : { ...line, voucherIds: ids };
  });
  return vouchers.length === 0 ? value : { ...value, lines, vouchers };
}
