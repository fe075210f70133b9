import type { ReactNode } from 'react';
import { fiscalYearJa } from '../../shared/dates.js';
import { useDesk } from '../desk/desk-context.js';
import { SaveStatus } from './save-status.js';

/** 講習会デスク, the fiscal year whose rules apply, and where the saving stands. */
export function TitleBar(): ReactNode {
  const { books } = useDesk();
  const year = books[0]?.fiscalYear;
  return (
    <header className="title-bar">
      <span className="title-name">講習会デスク</span>
      {year === undefined ? null : <span className="title-year">{fiscalYearJa(year)}</span>}
      <span className="title-gap" />
      <SaveStatus />
    </header>
  );
}
