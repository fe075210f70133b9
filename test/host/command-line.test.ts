import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { runCommand } from '../../electron/command-line.js';
import { rulebook } from '../../electron/rulebooks.js';
import { decisionFile, refusedCase } from '../../shared/model/decision/decision-file.js';
import { temporaryFolder } from './temporary-host.js';

const SAMPLE = fileURLToPath(new URL('../../resources/samples/swim-coach2.case.json', import.meta.url));

async function koshu(...args: string[]): Promise<{ code: number; out: string; lines: string[] }> {
  let out = '';
  const lines: string[] = [];
  const code = await runCommand(args, { print: (text) => (out += text), say: (line) => lines.push(line) });
  return { code, out, lines };
}

/** A case file with one text replaced. */
function spoiled(folder: string, name: string, from: string | RegExp, to: string): string {
  const path = join(folder, name);
  const text = readFileSync(SAMPLE, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
  return path;
}

describe('koshu check CASE.json', () => {
  it('prints the decision and nothing else, the same bytes each time', async () => {
    const first = await koshu('check', SAMPLE);
    expect([first.code, first.lines]).toEqual([0, []]);
    expect(decisionFile.safeParse(JSON.parse(first.out)).success).toBe(true);
    expect(first.out).toBe((await koshu('check', SAMPLE)).out);
  });

  it('reads a file with a byte order mark', async () => {
    const path = join(temporaryFolder(), 'bom.case.json');
    writeFileSync(path, `\uFEFF${readFileSync(SAMPLE, 'utf8')}`);
    expect((await koshu('check', path)).out).toBe((await koshu('check', SAMPLE)).out);
  });

  it('names each place of an invalid case on stderr, prints nothing, and ends with 2', async () => {
    const path = spoiled(temporaryFolder(), 'bad.case.json', '"stage": "report"', '"stage": "later", "extra": 1');
    const { code, out, lines } = await koshu('check', path);
    expect([code, out]).toEqual([2, '']);
    expect(lines.some((line) => line.startsWith('stage: '))).toBe(true);
    expect(lines.some((line) => line.startsWith('extra: '))).toBe(true);
  });

  it('says that a text is no JSON', async () => {
    const path = join(temporaryFolder(), 'text.case.json');
    writeFileSync(path, 'これは JSON ではない');
    const { code, out, lines } = await koshu('check', path);
    expect([code, out, lines.length]).toEqual([2, '', 1]);
    expect(lines[0]).toMatch(/^\(file\): JSON として読めません/u);
  });
});

describe('koshu check DIR --out DIR2', () => {
  it('judges every case of the folder itself and goes on after an invalid one', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'new', 'out');
    copyFileSync(SAMPLE, join(folder, '水泳.case.json'));
    spoiled(folder, 'bad.case.json', '"stage": "report"', '"stage": "later"');
    writeFileSync(join(folder, 'other.json'), '{}');
    mkdirSync(join(folder, 'deeper'));
    copyFileSync(SAMPLE, join(folder, 'deeper', 'deep.case.json'));
    const { code, out: printed, lines } = await koshu('check', folder, '--out', out);
    expect([code, printed]).toEqual([2, '']);
    expect(readdirSync(out).sort()).toEqual(['bad.decision.json', '水泳.decision.json'].sort());
    expect(readFileSync(join(out, '水泳.decision.json'), 'utf8')).toBe((await koshu('check', SAMPLE)).out);
    const refused = refusedCase.parse(JSON.parse(readFileSync(join(out, 'bad.decision.json'), 'utf8')));
    expect(lines).toEqual(refused.error.messages.map((message) => `bad.case.json: ${message}`));
  });

  it('ends with 0 when all could be judged, and may be run again', async () => {
    const folder = temporaryFolder();
    copyFileSync(SAMPLE, join(folder, 'a.case.json'));
    expect((await koshu('check', folder, '--out', join(folder, 'out'))).code).toBe(0);
    expect((await koshu('check', folder, '--out', join(folder, 'out'))).code).toBe(0);
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.decision.json']);
  });

  it('goes on after a file that cannot be read', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'a.case.json'));
    copyFileSync(SAMPLE, join(folder, 'b.case.json'));
    const { code, lines } = await koshu('check', folder, '--out', join(folder, 'out'));
    expect(code).toBe(2);
    expect(lines[0]).toMatch(/^a\.case\.json: /u);
    expect(readdirSync(join(folder, 'out'))).toEqual(['b.decision.json']);
  });
});

describe('koshu report', () => {
  it('writes the workbooks that fit and never over another file', async () => {
    const out = join(temporaryFolder(), 'papers');
    const first = await koshu('report', SAMPLE, '--out', out);
    expect(first.code).toBe(0);
    const names = readdirSync(out);
    expect(names.length).toBeGreaterThan(0);
    expect(names.every((name) => name.endsWith('.xlsx'))).toBe(true);
    expect(first.out.trimEnd().split('\n').sort()).toEqual(names.map((name) => join(out, name)).sort());
    const bytes = names.map((name) => readFileSync(join(out, name)));
    await koshu('report', SAMPLE, '--out', out);
    expect(readdirSync(out)).toHaveLength(2 * names.length);
    expect(names.map((name) => readFileSync(join(out, name)))).toEqual(bytes);
  });

  it('writes the same papers as PDF, the same bytes each time', { timeout: 240_000 }, async () => {
    const out = join(temporaryFolder(), 'papers');
    const { code } = await koshu('report', SAMPLE, '--out', out, '--pdf');
    expect(code).toBe(0);
    await koshu('report', SAMPLE, '--out', out, '--pdf');
    const names = readdirSync(out);
    expect(names.every((name) => name.endsWith('.pdf'))).toBe(true);
    const firsts = names.filter((name) => !name.endsWith('_v2.pdf'));
    expect(firsts).toHaveLength(names.length / 2);
    for (const name of firsts) {
      const bytes = readFileSync(join(out, name));
      expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      expect(readFileSync(join(out, name.replace('.pdf', '_v2.pdf'))).equals(bytes), name).toBe(true);
    }
  });

  it('writes the forms of the stage, each under its name, and nothing that is no form', async () => {
    const out = join(temporaryFolder(), 'papers');
    await koshu('report', SAMPLE, '--out', out);
    const course = '西山府スポーツ協会_コーチ2_水泳_20211028.xlsx';
    expect(readdirSync(out).sort()).toEqual(
      ['委託_報告', '判定結果_JSPO', '判定結果_中央競技団体'].map((kind) => `R3_${kind}_${course}`).sort(),
    );
  });

  it('refuses an invalid case and writes nothing', async () => {
    const folder = temporaryFolder();
    const path = spoiled(folder, 'bad.case.json', '"stage": "report"', '"stage": "later"');
    const { code, lines } = await koshu('report', path, '--out', join(folder, 'papers'));
    expect(code).toBe(2);
    expect(lines[0]).toMatch(/^stage: /u);
    expect(readdirSync(folder)).toEqual(['bad.case.json']);
  });

  it('says that the place cannot be written to', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const { code, lines } = await koshu('report', SAMPLE, '--out', join(folder, 'file'));
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/書き込めません/u);
  });
});

describe('koshu report DIR', () => {
  it('writes the papers of every case of the folder itself and goes on after one that is invalid', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'papers');
    spoiled(folder, 'a.case.json', '"stage": "report"', '"stage": "later"');
    copyFileSync(SAMPLE, join(folder, 'b.case.json'));
    spoiled(folder, 'c.case.json', '"2021-10-28"', '"2021-10-27"');
    mkdirSync(join(folder, 'd.case.json'));
    const { code, out: printed, lines } = await koshu('report', folder, '--out', out);
    expect(code).toBe(2);
    expect(lines.map((line) => line.slice(0, 13))).toEqual(['a.case.json: ', 'd.case.json: ']);
    const names = readdirSync(out);
    expect(names.filter((name) => name.endsWith('20211028.xlsx'))).toHaveLength(3);
    expect(names.filter((name) => name.endsWith('20211027.xlsx'))).toHaveLength(3);
    expect(printed.trimEnd().split('\n').sort()).toEqual(names.map((name) => join(out, name)).sort());
  });

  it('says that a folder holds no case', async () => {
    const folder = temporaryFolder();
    const { code, lines } = await koshu('report', folder, '--out', join(folder, 'papers'));
    expect([code, lines.length, readdirSync(folder)]).toEqual([0, 1, []]);
  });
});

describe('any other command line', () => {
  it.each([
    [[]],
    [['chk', SAMPLE]],
    [['check']],
    [['check', SAMPLE, SAMPLE]],
    [['check', SAMPLE, '--output', 'x']],
    [['check', SAMPLE, '--out', 'x']],
    [['check', '.']],
    [['report', SAMPLE]],
    [['check', SAMPLE, '--pdf']],
    [['check', 'no-such.case.json']],
  ])('%j ends with 2 and a Japanese sentence', async (args) => {
    const { code, out, lines } = await koshu(...args);
    expect([code, out]).toEqual([2, '']);
    expect(lines.join('\n')).toMatch(/[\p{sc=Hira}]/u);
    expect(lines.join('\n')).not.toMatch(/エラー|Error|！/u);
  });
});

describe('--book', () => {
  const bookFile = (folder: string, name: string, change: (text: string) => string): string => {
    const path = join(folder, name);
    writeFileSync(path, change(stringify(rulebook('R3').file)));
    return path;
  };

  it('decides by the book of the user', async () => {
    const folder = temporaryFolder();
    const lower = bookFile(folder, 'lower.yaml', (text) =>
      text.replace(/(honoraria\.lecture\.rate:[\s\S]*?value: )\d+/u, '$11000'),
    );
    const [own, shipped] = [await koshu('check', SAMPLE, '--book', lower), await koshu('check', SAMPLE)];
    expect([own.code, own.lines]).toEqual([0, []]);
    expect(eligible(own.out)).toBeLessThan(eligible(shipped.out));
  });

  it('refuses a case of a rule set that has no book, and a book of another rule set', async () => {
    const folder = temporaryFolder();
    const other = spoiled(folder, 'r9.case.json', '"ruleSet": "R3"', '"ruleSet": "R9"');
    const missing = await koshu('check', other);
    expect([missing.code, missing.out]).toEqual([2, '']);
    expect(missing.lines).toEqual([expect.stringContaining('ruleSet: 基準「R9」がありません')]);
    const r9 = bookFile(folder, 'r9.yaml', (text) => text.replace('id: R3', 'id: R9'));
    expect((await koshu('check', SAMPLE, '--book', r9)).lines).toEqual([expect.stringContaining('基準「R3」')]);
    expect((await koshu('check', other, '--book', r9)).code).toBe(0);
  });

  it.each([
    ['a text that is no YAML', 'a: [1\nb: 2', /読めません/u],
    ['an alias', 'a: &x [1]\nb: *x', /別名/u],
    ['a book with a hole', 'format: koshu-rulebook', /合わないところがあります/u],
  ])('refuses %s in plain words', async (_name, text, words) => {
    const path = join(temporaryFolder(), 'book.yaml');
    writeFileSync(path, text);
    const { code, out, lines } = await koshu('check', SAMPLE, '--book', path);
    expect([code, out, lines.length]).toEqual([2, '', 1]);
    expect(lines[0]).toMatch(words);
  });

  function eligible(text: string): number {
    return decisionFile.parse(JSON.parse(text)).totals.eligible;
  }
});
