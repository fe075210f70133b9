import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { shortDateJa, slashDate } from '../../../shared/dates.js';
import { grouped, sum } from '../../../shared/money.js';
import { reportNotes } from '../../../shared/payments/payment-report-list.js';
import type { PaymentReport } from '../../../shared/payments/payment-reports.js';
import { Button } from '../../ui/button.js';
import { classNames } from '../../ui/class-names.js';
import { EmptyState } from '../../ui/empty-state.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { SelectField } from '../../ui/select-field.js';
import { SidePanel } from '../../ui/side-panel.js';
import { Assumed } from './assumed.js';
import type { ViewProps } from './payments-tab.js';
import { onRowKey } from './row-keys.js';
import { useReports, useWriteReport } from './use-reports.js';

/** 支払調書: what each person got in a calendar year, over all courses. */
export function ReportsView({ payments, viewSwitch, onShow }: ViewProps): ReactNode {
  const [asked, setAsked] = useState<number>();
  const found = useReports(payments, asked);
  const write = useWriteReport(payments);
  const [chosenAt, setChosenAt] = useState(0);
  const reports = useMemo(() => found?.reports ?? [], [found]);
  const chosen = reports[Math.min(chosenAt, reports.length - 1)];
  if (!found) return null;
  const { year, years, threshold, undated, courses } = found;
  return (
    <>
      <div className="tool-bar" data-region="tools">
        {viewSwitch}
        <SelectField
          label="支払った年"
          labelHidden
          width="short"
          value={String(year)}
          choices={years.map((one) => ({ value: String(one), ja: `${one}年` }))}
          onCommit={(next) => setAsked(next === undefined ? undefined : Number(next))}
        />
        <p className="second whole">
          1月1日〜12月31日に払った分　講習会{courses}件{payments.isSample ? '（見本だけ）' : ''}
        </p>
        <span className="gap" />
        <Button
          kind="main"
          icon={<IconFileSpreadsheet size={16} aria-hidden="true" />}
          disabled={reports.length === 0}
          onClick={() => void write(found)}
        >
          一覧をExcelへ
        </Button>
      </div>
      <Assumed payments={payments} onShow={onShow} />
      {undated.length === 0 ? null : (
        <div className="pay-summary">
          <p>
            <b>振込日のない支払 {undated.length}件は、どの年にも入っていません。</b>
            {undated.map(({ courseJa, payeeJa }) => `${payeeJa}（${courseJa}）`).join('、')}
          </p>
        </div>
      )}
      <div className="split">
        <div className="split-work" data-region="table">
          {reports.length === 0 ? (
            <EmptyState
              title={`${year}年に払った報酬の記録はありません`}
              note="振込を記録すると、支払った日の年に入ります。"
            />
          ) : (
            <Table reports={reports} thresholdJa={threshold?.ja} chosen={chosen} onChoose={setChosenAt} />
          )}
        </div>
        {chosen ? (
          <SidePanel label="支払の内訳">
            <Person report={chosen} />
          </SidePanel>
        ) : null}
      </div>
    </>
  );
}

function Table({
  reports,
  thresholdJa,
  chosen,
  onChoose,
}: {
  readonly reports: readonly PaymentReport[];
  readonly thresholdJa: string | undefined;
  readonly chosen: PaymentReport | undefined;
  readonly onChoose: (at: number) => void;
}): ReactNode {
  const filed = reports.filter((report) => report.isFiled === true).length;
  return (
    <table className="pay-table" role="grid" aria-label="支払調書の一覧" onKeyDown={onRowKey}>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">フリガナ</th>
          <th scope="col" className="number">
            回数
          </th>
          <th scope="col" className="number">
            支払金額
          </th>
          <th scope="col" className="number">
            源泉徴収税額
          </th>
          <th scope="col">税務署への提出</th>
        </tr>
      </thead>
      <tbody>
        {reports.map((report, at) => {
          const isChosen = report === chosen;
          return (
            <tr
              key={`${report.nameJa} ${report.kana ?? ''} ${at}`}
              className={isChosen ? 'pay-chosen' : undefined}
              aria-selected={isChosen}
              tabIndex={isChosen ? 0 : -1}
              onFocus={() => onChoose(at)}
              onClick={() => onChoose(at)}
            >
              <td className="pay-name">{report.nameJa}</td>
              <td className="second">{report.kana ?? ''}</td>
              <td className="number">{report.payments.length}</td>
              <td className="number">{grouped(report.paid)}</td>
              <td className={classNames('number', report.withheld === 0 && 'pay-zero')}>{grouped(report.withheld)}</td>
              <td>
                <span className="pay-state">
                  <Filed report={report} />
                  {reportNotes(report).length === 0 ? null : <FindingMark mark="confirm" />}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr className="pay-total" aria-label="合計">
          <th scope="row" colSpan={2}>
            合計 <small>{reports.length}名</small>
          </th>
          <td className="number">{sum(reports.map((report) => report.payments.length))}</td>
          <td className="number">{grouped(sum(reports.map((report) => report.paid)))}</td>
          <td className="number">{grouped(sum(reports.map((report) => report.withheld)))}</td>
          <td className="caption">
            提出 {filed}名　{thresholdJa ?? '提出範囲の額が基準にありません'}　単位：円
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Filed({ report }: { readonly report: PaymentReport }): ReactNode {
  if (report.isFiled === undefined) return null;
  return report.isFiled ? <b>提出</b> : <span className="second">提出範囲外</span>;
}

function Person({ report }: { readonly report: PaymentReport }): ReactNode {
  return (
    <>
      <h2 className="pay-head">{report.nameJa}</h2>
      {reportNotes(report).map((note) => (
        <p key={note} className="second">
          {note}。
        </p>
      ))}
      <section className="pay-part" aria-label="支払の内訳">
        <h3>支払の内訳</h3>
        <ul className="pay-payments">
          {report.payments.map((payment) => (
            <li key={`${payment.courseId} ${payment.transferId}`}>
              <span>
                <b className="whole" title={slashDate(payment.paidOn)}>
                  {shortDateJa(payment.paidOn)}
                </b>{' '}
                {payment.courseJa}
              </span>
              <span className="number">{grouped(payment.paid)}</span>
              <span className="second">
                源泉 {grouped(payment.withheld)}
                {payment.isRecorded ? '' : '（計算値）'}
                {payment.isOpen ? '　要確認' : ''}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
