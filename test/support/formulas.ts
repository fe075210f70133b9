/**
 * A second opinion on every formula of a workbook, without a spreadsheet program: reads the formula and computes it
 * from the cells. Knows the functions that papers may use and nothing else, so that any other one is a failure.
 */
import { dayNumber } from '../../shared/dates.js';
import { columnLetter, type Cell, type Workbook } from '../../shared/forms/sheet.js';

type Scalar = number | string | boolean | null;
/** The cells that a reference names; a single cell is a list of one. */
type Cells = { readonly cells: readonly Scalar[] };
type Value = Scalar | Cells;
type Place = { readonly sheet: string; readonly address: string };

const DAYS_TO_1970 = 25_569;
const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_]*!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\p{L}\p{N}_(])|([\p{L}_][\p{L}\p{N}_.]*)|(<>|<=|>=|[-+*/&=<>(),]))/uy;

type Token =
  | { readonly kind: 'number' | 'text' | 'reference' | 'word' | 'sign'; readonly text: string }
  | { readonly kind: 'end'; readonly text: '' };

export class Formulas {
  readonly #cells = new Map<string, Cell>();
  readonly #known = new Map<string, Scalar>();

  constructor(readonly workbook: Workbook) {
    for (const sheet of workbook.sheets) {
      sheet.rows.forEach((row, index) => {
        for (const [column, cell] of row.cells)
          this.#cells.set(`${sheet.name}!${columnLetter(column)}${index + 1}`, cell);
      });
    }
  }

  /** Every formula cell with what it says and what comes out. */
  results(): { place: string; cell: Cell; result: Scalar }[] {
    return [...this.#cells]
      .filter(([, cell]) => cell.formula !== undefined)
      .map(([place, cell]) => ({ place, cell, result: this.#at(placeOf(place)) }));
  }

  #at(place: Place): Scalar {
    const key = `${place.sheet}!${place.address}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const cell = this.#cells.get(key);
    const value = cell?.formula === undefined ? plain(cell) : this.#compute(cell.formula, place.sheet);
    this.#known.set(key, value);
    return value;
  }

  #compute(formula: string, sheet: string): Scalar {
    const parser = new Parser(formula, (reference) => this.#reference(reference, sheet));
    return single(parser.whole());
  }

  /** `$H$9:$H$20`, `'日程表'!A1`, or a defined name. */
  #reference(reference: string, sheet: string): Value {
    const named = this.workbook.names[reference];
    const [, quoted, bare, range = ''] = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(.+)$/u.exec(named ?? reference) ?? [];
    const own = quoted?.replaceAll("''", "'") ?? bare ?? sheet;
    const [from = '', to = from] = range.replaceAll('$', '').split(':');
    return { cells: addresses(from, to).map((address) => this.#at({ sheet: own, address })) };
  }
}

function placeOf(key: string): Place {
  const cut = key.lastIndexOf('!');
  return { sheet: key.slice(0, cut), address: key.slice(cut + 1) };
}

function plain(cell: Cell | undefined): Scalar {
  if (!cell || cell.value === null) return null;
  if (typeof cell.value === 'number') return cell.format === 'time' ? cell.value / 1440 : cell.value;
  const isDate = cell.format === 'date' || cell.format === 'eraDate';
  return isDate ? dayNumber(cell.value) + DAYS_TO_1970 : cell.value;
}

function addresses(from: string, to: string): string[] {
  const [fromColumn, fromRow] = split(from);
  const [toColumn, toRow] = split(to);
  const found: string[] = [];
  for (let row = fromRow; row <= toRow; row += 1) {
    for (let column = fromColumn; column <= toColumn; column += 1) found.push(`${columnLetter(column)}${row}`);
  }
  return found;
}

function split(address: string): [number, number] {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return [column, Number(row)];
}

function isCells(value: Value): value is Cells {
  return typeof value === 'object' && value !== null;
}

function single(value: Value): Scalar {
  if (!isCells(value)) return value;
  if (value.cells.length !== 1) throw new Error('a range where one cell is needed');
  return value.cells[0] ?? null;
}

function number(value: Value): number {
  const own = single(value);
  if (own === null) return 0;
  if (typeof own !== 'number') throw new Error(`#VALUE! ${JSON.stringify(own)}`);
  return own;
}

function text(value: Value): string {
  const own = single(value);
  return own === null ? '' : String(own);
}

function numbersOf(values: readonly Value[]): number[] {
  return values.flatMap((value) => (isCells(value) ? value.cells : [value])).filter((own) => typeof own === 'number');
}

/** A criterion of SUMIFS and COUNTIFS: `>0`, or text with * and ?, compared without case. */
function matches(criterion: Value): (value: Scalar) => boolean {
  const wanted = text(criterion);
  if (/^[\d.,/:-]+$/u.test(wanted)) throw new Error(`criterion ${wanted} would be read as a number`);
  if (wanted === '>0') return (value) => typeof value === 'number' && value > 0;
  const escaped = wanted
    .replace(/[.+^${}()|[\]\\]/gu, '\\$&')
    .replaceAll('*', '[\\s\\S]*')
    .replaceAll('?', '[\\s\\S]');
  const pattern = new RegExp(`^${escaped}$`, 'iu');
  return (value) => typeof value === 'string' && pattern.test(value);
}

/** Indexes at which every range meets its criterion. */
function meeting(pairs: readonly Value[]): number[] {
  const [first] = pairs;
  if (!first || !isCells(first)) throw new Error('a range is needed');
  return first.cells
    .map((_, index) => index)
    .filter((index) =>
      pairs.every((range, position) => {
        if (position % 2 === 1 || !isCells(range)) return true;
        return matches(pairs[position + 1] ?? '')(range.cells[index] ?? null);
      }),
    );
}

const FUNCTIONS: Readonly<Record<string, (args: readonly Value[]) => Scalar>> = {
  SUM: (args) => numbersOf(args).reduce((sum, one) => sum + one, 0),
  MIN: (args) => Math.min(...numbersOf(args)),
  MAX: (args) => Math.max(...numbersOf(args)),
  ROUNDDOWN: ([value = null, digits = 0]) => {
    if (number(digits) !== 0) throw new Error('ROUNDDOWN to whole numbers only');
    return Math.trunc(number(value));
  },
  SUMIFS: ([sums = null, ...pairs]) => {
    if (!isCells(sums)) throw new Error('a range is needed');
    return numbersOf(meeting(pairs).map((index) => sums.cells[index] ?? null)).reduce((sum, one) => sum + one, 0);
  },
  COUNTIFS: (pairs) => meeting(pairs).length,
};

/** Recursive descent by the precedence of spreadsheets: comparison, &, + −, × ÷, sign. */
class Parser {
  readonly #tokens: Token[] = [];
  #next = 0;

  constructor(
    formula: string,
    readonly reference: (text: string) => Value,
  ) {
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < formula.trimEnd().length) {
      const at = TOKEN.lastIndex;
      const found = TOKEN.exec(formula);
      if (!found) throw new Error(`not understood: ${formula.slice(at)}`);
      this.#tokens.push(tokenOf(found));
    }
  }

  whole(): Value {
    const value = this.#comparison();
    if (this.#peek().kind !== 'end') throw new Error(`left over: ${this.#peek().text}`);
    return value;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '' };
  }

  #take(...signs: string[]): string | undefined {
    const token = this.#peek();
    if (token.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    this.#next += 1;
    return token.text;
  }

  #comparison(): Value {
    const left = this.#joined();
    const sign = this.#take('=', '<>', '<', '>', '<=', '>=');
    if (sign === undefined) return left;
    const right = this.#joined();
    if (sign !== '=' && sign !== '<>') throw new Error(`comparison ${sign}`);
    return (text(left) === text(right)) === (sign === '=');
  }

  #joined(): Value {
    let left = this.#sum();
    while (this.#take('&') !== undefined) left = text(left) + text(this.#sum());
    return left;
  }

  #sum(): Value {
    let left = this.#product();
    for (let sign = this.#take('+', '-'); sign !== undefined; sign = this.#take('+', '-')) {
      const right = number(this.#product());
      left = sign === '+' ? number(left) + right : number(left) - right;
    }
    return left;
  }

  #product(): Value {
    let left = this.#primary();
    for (let sign = this.#take('*', '/'); sign !== undefined; sign = this.#take('*', '/')) {
      const right = number(this.#primary());
      left = sign === '*' ? number(left) * right : number(left) / right;
    }
    return left;
  }

  #primary(): Value {
    if (this.#take('-') !== undefined) return -number(this.#primary());
    if (this.#take('(') !== undefined) return this.#closed(this.#comparison());
    const token = this.#peek();
    this.#next += 1;
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'text') return token.text;
    if (token.kind === 'reference') return this.reference(token.text);
    if (token.kind !== 'word') throw new Error(`unexpected ${token.text}`);
    return this.#take('(') === undefined ? this.reference(token.text) : this.#call(token.text);
  }

  #call(name: string): Value {
    // The branch of an IF that is not taken may hold an error value.
    const args: (() => Value)[] = [];
    do args.push(this.#later());
    while (this.#take(',') !== undefined);
    this.#closed(null);
    const [condition, yes, no] = args;
    if (name === 'IF') return single(condition?.() ?? null) === true ? (yes?.() ?? null) : (no?.() ?? null);
    const own = FUNCTIONS[name];
    if (!own) throw new Error(`function ${name} is not allowed`);
    return own(args.map((arg) => arg()));
  }

  /** Steps over an argument and computes it when asked. */
  #later(): () => Value {
    const start = this.#next;
    for (let depth = 0; ; this.#next += 1) {
      const { kind, text: sign } = this.#peek();
      if (kind === 'end' || (depth === 0 && kind === 'sign' && (sign === ',' || sign === ')'))) break;
      if (kind === 'sign') depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    }
    return () => {
      const back = this.#next;
      this.#next = start;
      const value = this.#comparison();
      this.#next = back;
      return value;
    };
  }

  #closed(value: Value): Value {
    if (this.#take(')') === undefined) throw new Error(') is missing');
    return value;
  }
}

function tokenOf([, digits, quoted, reference, word, sign]: RegExpExecArray): Token {
  if (digits !== undefined) return { kind: 'number', text: digits };
  if (quoted !== undefined) return { kind: 'text', text: quoted.replaceAll('""', '"') };
  if (reference !== undefined) return { kind: 'reference', text: reference };
  return word === undefined ? { kind: 'sign', text: sign ?? '' } : { kind: 'word', text: word };
}
