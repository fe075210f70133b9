/**
 * A strict reader of 総合振込 files, written from the published layout alone (columns counted from 1) and without any
 * of the program's code: it takes bytes, checks every column, and fails where a bank would.
 */
export type ReadTransfer = {
  bank: string;
  bankName: string;
  branch: string;
  branchName: string;
  kind: string;
  number: string;
  holder: string;
  amount: number;
};
export type ReadFile = {
  client: string;
  payer: string;
  monthDay: string;
  bank: string;
  branch: string;
  kind: string;
  number: string;
  rows: ReadTransfer[];
};

const ALLOWED =
  /^[0-9A-Z ()./\-アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜]*$/u;
const KATAKANA_OF_BYTE =
  '。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜';

export function readZengin(bytes: Uint8Array): ReadFile {
  const records = split(bytes);
  const [first, ...rest] = records;
  const last = rest.pop();
  const totals = rest.pop();
  if (!first || !last || !totals) throw new Error('too few records');
  const rows = rest.map(readData);
  readTrailer(totals, rows);
  expectColumns(last, 1, '9');
  expectBlank(last, 2, 120);
  return { ...readHeader(first), rows };
}

function split(bytes: Uint8Array): number[][] {
  if (bytes.length % 122 !== 0) throw new Error(`length ${bytes.length} is no multiple of 122`);
  return Array.from({ length: bytes.length / 122 }, (_, index) => {
    const own = [...bytes.slice(index * 122, index * 122 + 122)];
    if (own[120] !== 13 || own[121] !== 10) throw new Error(`record ${index + 1} does not end with CR LF`);
    return own.slice(0, 120);
  });
}

function readHeader(own: number[]): Omit<ReadFile, 'rows'> {
  expectColumns(own, 1, '1210');
  expectBlank(own, 104, 120);
  const monthDay = digits(own, 55, 58);
  const [month, day] = [Number(monthDay.slice(0, 2)), Number(monthDay.slice(2))];
  if (month < 1 || month > 12 || day < 1 || day > 31) throw new Error(`no day ${monthDay}`);
  text(own, 63, 77);
  text(own, 81, 95);
  return {
    client: digits(own, 5, 14),
    payer: filled(own, 15, 54),
    monthDay,
    bank: digits(own, 59, 62),
    branch: digits(own, 78, 80),
    kind: oneOf(own, 96, '129'),
    number: digits(own, 97, 103),
  };
}

function readData(own: number[]): ReadTransfer {
  expectColumns(own, 1, '2');
  expectColumns(own, 39, '0000');
  oneOf(own, 91, '012');
  digits(own, 92, 111);
  oneOf(own, 112, '78');
  expectBlank(own, 113, 120);
  const amount = Number(digits(own, 81, 90));
  if (amount === 0) throw new Error('nothing to transfer');
  return {
    bank: digits(own, 2, 5),
    bankName: text(own, 6, 20),
    branch: digits(own, 21, 23),
    branchName: text(own, 24, 38),
    kind: oneOf(own, 43, '1249'),
    number: digits(own, 44, 50),
    holder: filled(own, 51, 80),
    amount,
  };
}

function readTrailer(own: number[], rows: readonly ReadTransfer[]): void {
  expectColumns(own, 1, '8');
  if (Number(digits(own, 2, 7)) !== rows.length) throw new Error('count differs');
  const total = rows.reduce((all, row) => all + row.amount, 0);
  if (Number(digits(own, 8, 19)) !== total) throw new Error('total differs');
  expectBlank(own, 20, 120);
}

function raw(own: number[], from: number, to: number): string {
  return own
    .slice(from - 1, to)
    .map((byte) => {
      if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
      const kana = byte >= 0xa1 && byte <= 0xdf ? KATAKANA_OF_BYTE[byte - 0xa1] : undefined;
      if (kana === undefined) throw new Error(`byte ${byte} is no character`);
      return kana;
    })
    .join('');
}

function text(own: number[], from: number, to: number): string {
  const value = raw(own, from, to);
  if (!ALLOWED.test(value)) throw new Error(`not allowed: ${value}`);
  if (value.startsWith(' ') && value.trim() !== '') throw new Error(`not left-aligned: ${value}`);
  return value.trimEnd();
}

function filled(own: number[], from: number, to: number): string {
  const value = text(own, from, to);
  if (value === '') throw new Error(`columns ${from}-${to} are empty`);
  return value;
}

function digits(own: number[], from: number, to: number): string {
  const value = raw(own, from, to);
  if (!/^[0-9]+$/.test(value)) throw new Error(`no digits in ${from}-${to}: ${value}`);
  return value;
}

function oneOf(own: number[], at: number, choices: string): string {
  const value = raw(own, at, at);
  if (!choices.includes(value)) throw new Error(`column ${at} is ${value}`);
  return value;
}

function expectColumns(own: number[], from: number, wanted: string): void {
  const value = raw(own, from, from + wanted.length - 1);
  if (value !== wanted) throw new Error(`column ${from} is ${value}, not ${wanted}`);
}

function expectBlank(own: number[], from: number, to: number): void {
  if (raw(own, from, to).trim() !== '') throw new Error(`columns ${from}-${to} are not blank`);
}
