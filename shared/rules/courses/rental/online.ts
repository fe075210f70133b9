/** オンライン講習会関係費: ①システム利用料 ②機材借上料 ③会場借上料. */
import { addDays, longDateJa } from '../../../dates.js';
import { grouped, yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { ONLINE_SUB_KIND_JA } from '../../../model/case/lines/rental.js';
import type { Session } from '../../../model/case/schedule.js';
import { type Known, rule } from '../../engine/rule.js';
import { confirm, cut, hold } from '../../engine/verdict.js';
import { commonLimit } from '../../facts/common-limit.js';
import { billPapers, claimedWork, missingPapers, papersWork } from '../../facts/whole-line.js';
import { courseDays } from './course-days.js';

type OnlineLine = LineOf<'online'>;

/** ①②③の合計. */
export const onlineTotal = rule({
  id: 'RNT-ONL-01',
  clause: '基準一覧 3（オンライン）',
  stage: 'groups',
  on: 'online',
  check: commonLimit({
    key: 'rental.online.total',
    kind: 'online',
    labelJa: ({ subKind }) => ONLINE_SUB_KIND_JA[subKind],
    itemsJa: '①②③',
    messageJa: (limit, total) => `オンライン関係費は①②③の合計で${yen(limit)}（税込）が上限です（合計${yen(total)}）`,
  }),
});

/** システム利用料は講習会の日数分だけ. */
export const onlineDays = rule({
  id: 'RNT-ONL-02',
  clause: '基準一覧 3（オンライン）備考',
  stage: 'quantities',
  on: 'online',
  check(line, ask) {
    if (line.subKind !== 'system') return undefined;
    const days = courseDays(ask.facts);
    if (!days) {
      return hold(0, '講習会の日程が分からないため、システム利用料のうち講習会の日数分を計算できません', {
        confirm: true,
        work: claimedWork(line, ask),
        remedyJa: '日程を入れてください',
      });
    }
    if (isWithin(line, new Set(days))) return undefined;
    const periodJa = `${longDateJa(line.periodFrom)}〜${longDateJa(line.periodTo)}`;
    const leaves = Math.min(line.price, (line.dailyPrice ?? 0) * days.length);
    if (leaves >= line.price) return undefined;
    const remedyJa = '講習会の日数分の料金が分かる書類があれば、1日当たりの料金を入れてください';
    if (line.dailyPrice === undefined) {
      return cut(
        0,
        `システム利用料は講習会の日数分だけが対象です（契約期間${periodJa}）。1日当たりの料金がありません`,
        {
          remedyJa,
        },
      );
    }
    return cut(leaves, `システム利用料は講習会の${days.length}日分だけが対象です（契約期間${periodJa}）`, {
      limit: leaves,
      work: [
        { labelJa: '1日当たりの料金', amount: line.dailyPrice },
        { labelJa: '講習会の日数', textJa: `${days.length}日` },
        { labelJa: `${grouped(line.dailyPrice)} × ${days.length}日`, amount: leaves },
      ],
      remedyJa,
    });
  },
});

/** Every date of the licence is a day of the course. Ends at the first other date, however long the licence is. */
function isWithin({ periodFrom, periodTo }: OnlineLine, days: ReadonlySet<string>): boolean {
  for (let date = periodFrom; date <= periodTo; date = addDays(date, 1)) if (!days.has(date)) return false;
  return true;
}

/** 集合講習会のオンライン費, and 会場費 for a session that is held online. */
export const onlineMode = rule({
  id: 'RNT-ONL-03',
  clause: '基準一覧 3',
  stage: 'exclusions',
  on: ['online', 'room'],
  check(line, ask) {
    const { mode } = ask.facts.course;
    if (line.kind === 'online') {
      if (mode !== 'inPerson') return undefined;
      return confirm('集合の講習会にオンライン関係費が計上されています。必要な経費か確認してください', {
        remedyJa: 'オンラインで行うコマがあれば、講習会の開催方法を直してください',
      });
    }
    const isOnline = ask
      .once(onlineSessions)
      .some((session) => session.roomId === line.roomId && session.date === line.date);
    if (mode !== 'online' && !isOnline) return undefined;
    return confirm('オンラインの講習のための会場が会議室利用料に計上されています。区分を確認してください', {
      remedyJa: 'オンラインのための会場であれば、オンライン関係費の③会場借上料へ移してください',
    });
  },
});

function onlineSessions({ facts }: Known): readonly Session[] {
  return facts.sessions.filter((session) => session.isOnline === true);
}

/** 報告時: the guide prints no papers for this item; those of 会場使用料 are asked for, the amount is kept. */
export const onlinePapers = rule({
  id: 'RNT-ONL-04',
  clause: '基準一覧 3（オンライン）',
  stage: 'papers',
  on: 'online',
  at: 'report',
  check(line, ask) {
    const required = billPapers(line, ask.facts);
    const missing = missingPapers(required).join('と');
    if (missing === '') return undefined;
    return confirm(`オンライン関係費の${missing}が付いていません。手引きに書類の定めはありません`, {
      work: papersWork(required),
      remedyJa: `会場使用料と同じように、${missing}を付けてください`,
    });
  },
});
