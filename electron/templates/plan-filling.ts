/** What goes where: the values of a mapping laid out over the cells of a form, or the words why it cannot be. */
import {
  type CellContent,
  contentOf,
  type FieldValue,
  type TemplateValues,
} from '../../shared/templates/cell-value.js';
import { placeInTable } from '../../shared/templates/filled-cells.js';
import {
  type MappedSheet,
  type MappedTable,
  type OnFormula,
  roomOf,
  type TemplateMapping,
  type Way,
} from '../../shared/templates/mapping.js';
import { addressOf, contains, type Place, placeOf, type Range } from '../../shared/templates/place.js';
import { holdersIn } from '../../shared/templates/template.js';
import { fingerprintOf } from './fingerprint.js';
import { formulaOf, templateSheet } from './read-template.js';
import { spotAt, styleAt } from './sheet-xml.js';
import { tableHeads } from './table-heads.js';
import { type FormWorkbook, sheetNamed, type SheetPart } from './workbook.js';
import { type NewContent, serialOf } from './write-cells.js';

/** A content with the name of its field. */
export type PlannedContent = NewContent & { readonly labelJa: string };

/** Contents of one sheet, or of one copy of it; `copy` counts from 1, 0 is the sheet itself. */
export type SheetFilling = {
  readonly sheet: SheetPart;
  readonly copy: number;
  readonly contents: readonly PlannedContent[];
};

/** A table of a sheet that cannot take all entries. */
export type ShortTable = {
  readonly sheet: SheetPart;
  readonly table: string;
  readonly room: number;
  readonly count: number;
};

/** Japanese name of a field; `table` where it is a column of one. */
export type LabelOf = (field: string, table?: string) => string;

export type Filling = {
  readonly sheets: readonly SheetFilling[];
  /** Copies that continue a sheet, in their order. */
  readonly copies: readonly SheetFilling[];
  /** Formulas give way to values. */
  readonly replacesFormulas: boolean;
  /** Why the form cannot be filled so; nothing is written when there is any. */
  readonly problems: readonly string[];
  /** Tables that have a problem because they are too short. */
  readonly short: readonly ShortTable[];
};

/** Lays out the values. */
export function planFilling(
  book: FormWorkbook,
  mapping: TemplateMapping,
  values: TemplateValues,
  labelOf: LabelOf,
): Filling {
  return new FillingPlan(book, values, labelOf).of(mapping);
}

type Item = {
  readonly field: string;
  readonly as: Way;
  readonly onFormula?: OnFormula | undefined;
  readonly table?: string;
};

/** Contents of one sheet by address. */
type Page = Omit<SheetFilling, 'contents'> & { readonly cells: Map<string, PlannedContent> };

/** What every object inherits is no value of a field. */
function own<T>(values: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

class FillingPlan {
  readonly #pages: Page[] = [];
  readonly #problems: string[] = [];
  readonly #short: ShortTable[] = [];
  readonly #holders = new Map<SheetPart, (place: Place) => Place>();
  readonly #heads = new Map<SheetPart, readonly Range[]>();
  #replacesFormulas = false;

  constructor(
    readonly book: FormWorkbook,
    readonly values: TemplateValues,
    readonly labelOf: LabelOf,
  ) {}

  of(mapping: TemplateMapping): Filling {
    for (const mapped of mapping.sheets) {
      const sheet = this.#sheet(mapped.sheet);
      if (sheet && this.#isSameForm(sheet, mapped)) this.#fill(sheet, mapped);
    }
    const filled = this.#pages.map(({ sheet, copy, cells }) => ({ sheet, copy, contents: [...cells.values()] }));
    return {
      sheets: filled.filter(({ copy }) => copy === 0),
      copies: filled.filter(({ copy }) => copy > 0),
      replacesFormulas: this.#replacesFormulas,
      problems: this.#problems,
      short: this.#short,
    };
  }

  #sheet(name: string): SheetPart | undefined {
    const sheet = sheetNamed(this.book, name);
    if (!sheet) this.#problems.push(`シート「${name}」がこの様式にありません。`);
    return sheet;
  }

  #isSameForm(sheet: SheetPart, mapped: MappedSheet): boolean {
    const isSame = fingerprintOf(templateSheet(this.book, sheet), mapped) === mapped.fingerprint;
    if (!isSame) {
      this.#problems.push(
        `シート「${sheet.nameJa}」の見出しか結合が、対応表を作ったときの様式と違います。年度の違う様式でないかを確かめ、対応表を作り直してください。`,
      );
    }
    return isSame;
  }

  #fill(sheet: SheetPart, mapped: MappedSheet): void {
    const copies = Math.max(0, ...mapped.tables.map((table) => this.#copiesFor(table, sheet)));
    for (let copy = 0; copy <= copies; copy += 1) {
      const page = this.#page(sheet, copy);
      for (const cell of mapped.cells) {
        const place = placeOf(cell.at);
        const value = own(this.values.cells, cell.field);
        if (place && value !== undefined) this.#put(page, place, cell, value);
      }
      for (const table of mapped.tables) this.#putTable(page, table, copy);
    }
    for (const table of mapped.tables) this.#continueElsewhere(table);
  }

  #page(sheet: SheetPart, copy: number): Page {
    const known = this.#pages.find((page) => page.sheet === sheet && page.copy === copy);
    if (known) return known;
    const page = { sheet, copy, cells: new Map<string, PlannedContent>() };
    this.#pages.push(page);
    return page;
  }

  /** Further sheets that the entries of a table need; where none may be added, the missing rows are named. */
  #copiesFor(table: MappedTable, sheet: SheetPart): number {
    const count = own(this.values.tables, table.table)?.length ?? 0;
    const room = roomOf(table);
    const { whenFull } = table;
    if (whenFull === 'copySheet') return Math.max(0, Math.ceil(count / room) - 1);
    const whole = room * (typeof whenFull === 'object' ? whenFull.sheets.length + 1 : 1);
    if (count > whole) {
      this.#short.push({ sheet, table: table.table, room: whole, count });
      this.#problems.push(
        `シート「${sheet.nameJa}」の「${this.labelOf(table.table)}」の欄は${whole}件までです。${count}件のうち${count - whole}件が入りません。様式のシートを増やすか、続きのシートを作る設定にしてください。`,
      );
    }
    return 0;
  }

  #continueElsewhere(table: MappedTable): void {
    if (typeof table.whenFull !== 'object') return;
    table.whenFull.sheets.forEach((name, index) => {
      const hasMore = (own(this.values.tables, table.table)?.length ?? 0) > roomOf(table) * (index + 1);
      const sheet = hasMore ? this.#sheet(name) : undefined;
      if (sheet) this.#putTable(this.#page(sheet, 0), table, index + 1);
    });
  }

  /** The entries of a table that belong on its nth sheet. */
  #putTable(page: Page, table: MappedTable, nth: number): void {
    const entries = own(this.values.tables, table.table);
    if (entries === undefined) return;
    const room = roomOf(table);
    for (let at = 0; at < room; at += 1) {
      const entry = entries[nth * room + at];
      if (entry === undefined && table.emptyRest !== true) return;
      for (const column of table.columns) {
        const value = entry === undefined ? null : own(entry, column.field);
        if (value === undefined) continue;
        const way = entry === undefined ? 'text' : column.as;
        this.#put(page, placeInTable(table, column, at), { ...column, as: way, table: table.table }, value);
      }
    }
  }

  #put(page: Page, mapped: Place, item: Item, value: FieldValue): void {
    const place = this.#holderOn(page.sheet)(mapped);
    const labelJa = this.labelOf(item.field, item.table);
    const at = `シート「${page.sheet.nameJa}」${addressOf(mapped)}（${labelJa}）`;
    const content = contentOf(value, item.as);
    if (content.kind === 'unfit') {
      this.#problems.push(`${at}に入れる値が${content.ja}。`);
      return;
    }
    const fault = page.cells.has(addressOf(place))
      ? 'は、結合されたセルがほかの項目と重なります。'
      : (this.#dayFault(page.sheet, place, content) ??
        this.#headFault(page.sheet, place) ??
        this.#formulaFault(page.sheet, place, item));
    if (fault !== undefined) this.#problems.push(`${at}${fault}`);
    page.cells.set(addressOf(place), { place, content, keepsFormula: item.onFormula === 'result', labelJa });
  }

  #holderOn(sheet: SheetPart): (place: Place) => Place {
    const holder = this.#holders.get(sheet) ?? holdersIn(this.book.sheetXml(sheet).merged);
    this.#holders.set(sheet, holder);
    return holder;
  }

  #dayFault(sheet: SheetPart, place: Place, content: CellContent): string | undefined {
    if (content.kind !== 'day') return undefined;
    if (serialOf(content.date, this.book.counts1904) === undefined) {
      return `の日付 ${content.date} はExcelの日付にできません。`;
    }
    if (this.book.days[styleAt(this.book.sheetXml(sheet), place)] === true) return undefined;
    return 'は日付の表示形式ではないため、日付が数字に見えます。和暦などの文字で書く設定にしてください。';
  }

  #headFault(sheet: SheetPart, place: Place): string | undefined {
    const heads = this.#heads.get(sheet) ?? tableHeads(this.book, sheet);
    this.#heads.set(sheet, heads);
    return heads.some((head) => contains(head, place))
      ? 'はExcelのテーブルの見出しのため、書き込めません。'
      : undefined;
  }

  #formulaFault(sheet: SheetPart, place: Place, item: Item): string | undefined {
    const xml = this.book.sheetXml(sheet);
    const formula = formulaOf(xml, spotAt(xml, place).cell, place);
    if (formula === undefined || item.onFormula === 'result') return undefined;
    if (item.onFormula !== 'replace') return 'には数式があります。数式を残すか、値に置き換えるかを選んでください。';
    if (formula === 'part') return 'の数式はほかのセルの数式とつながっているため、値に置き換えられません。';
    this.#replacesFormulas = true;
    return undefined;
  }
}
