/** 理由書: why a place is used that is no public facility; one page, only where such a place is claimed. */
import type { Venue } from '../../model/case/venue.js';
import { PREFECTURES_JA } from '../../model/prefectures.js';
import { sum } from '../../money.js';
import { footNote, header } from '../header.js';
import { courseNameJa, type Paper } from '../paper.js';
import { SheetDraft } from '../sheet-draft.js';
import { numbersJa } from '../voucher-words.js';
import { field, fieldRow, FORM_WIDTHS, sealRow } from '../front/form-rows.js';

export function reasonSheets(paper: Paper): SheetDraft[] {
  const venues = paper.facts.venues.filter(
    (venue) => venue.isPublicFacility === false && roomLines(venue, paper).length > 0,
  );
  return venues.length === 0 ? [] : [reasonSheet(paper, venues)];
}

function roomLines(venue: Venue, { facts }: Paper) {
  return facts.linesOfKind('room').filter((line) => facts.room(line.roomId)?.venueId === venue.id);
}

function reasonSheet(paper: Paper, venues: readonly Venue[]): SheetDraft {
  const { facts } = paper;
  const draft = new SheetDraft('理由書', 'portrait', FORM_WIDTHS);
  header(draft, '理由書（会場）', paper);
  fieldRow(
    draft,
    field('宛名', { value: '公益財団法人日本スポーツ協会　御中', look: 'input' }),
    field('提出日', { value: facts.course.applicationSentOn ?? null, format: 'eraDate', look: 'input' }),
  );
  sealRow(draft, `${facts.organization.contractName}\n${facts.organization.representative ?? ''}`);
  draft.text('公共施設以外の会場を使用する理由は、下記のとおりです。', 'small');
  fieldRow(draft, field('講習会名', courseNameJa(facts)));
  for (const venue of venues) {
    const lines = roomLines(venue, paper);
    draft.gap();
    fieldRow(draft, field('会場', `${venue.nameJa}（${PREFECTURES_JA[venue.prefectureCode] ?? ''}）`));
    fieldRow(
      draft,
      field('明細番号', numbersJa(lines.map((line) => paper.numberOf(line.id)))),
      field('申請額（円）', { value: sum(lines.map((line) => facts.claimed(line))), format: 'yen' }),
    );
    draft.row(
      {
        0: { value: '理由', look: 'columnHead', align: 'left' },
        1: { value: null, look: 'input', wrap: true, span: 4 },
      },
      { height: 160 },
    );
  }
  footNote(draft);
  return draft;
}
