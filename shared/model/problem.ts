/** Where a file does not fit and why, in words for a person and in words for a log. */
import type { z } from 'zod';

export type Problem = {
  /** `lines[3].legs[0].km`; empty for the file as a whole. */
  path: string;
  ja: string;
  en: string;
};

/** `lines[3].legs[0].km` of `['lines', 3, 'legs', 0, 'km']`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/** One line for stderr: place, Japanese sentence, English in brackets. */
export function problemLine(problem: Problem): string {
  return `${problem.path === '' ? '(file)' : problem.path}: ${problem.ja} (${problem.en})`;
}

/** Zod's issues as problems; an unknown key is named by its own path. */
export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => fromIssue(issue, []));
}

type Issue = z.core.$ZodIssue;

function fromIssue(issue: Issue, base: readonly PropertyKey[]): Problem[] {
  const path = [...base, ...issue.path];
  const at = (ja: string, en: string, tail: readonly PropertyKey[] = []): Problem[] => [
    { path: pathText([...path, ...tail]), ja, en },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => at('この項目は使えません', 'unknown key', [key]));
    case 'invalid_type':
      return invalidType(issue, at);
    case 'invalid_value':
      return at(
        `次のいずれかで入れてください：${issue.values.map(String).join('、')}`,
        `must be one of ${issue.values.map(String).join(' | ')}`,
      );
    case 'too_small':
      return tooSmall(issue, at);
    case 'too_big':
      return issue.origin === 'string'
        ? at(`${issue.maximum}文字以内で入れてください`, `must have at most ${issue.maximum} characters`)
        : at(`${issue.maximum}以下で入れてください`, `must be <= ${issue.maximum}`);
    case 'invalid_format':
      return at('書き方が違います', `must match ${'pattern' in issue ? String(issue.pattern) : issue.format}`);
    case 'invalid_union':
      return invalidUnion(issue, path, at);
    case 'invalid_key':
      return at('項目名の書き方が違います', 'invalid key');
    case 'custom':
      return custom(issue, at);
    default:
      return at('この値は使えません', issue.message);
  }
}

type At = (ja: string, en: string, tail?: readonly PropertyKey[]) => Problem[];

function invalidType(issue: Extract<Issue, { code: 'invalid_type' }>, at: At): Problem[] {
  if (issue.input === undefined && !('received' in issue)) return at('必ず入れてください', 'required');
  switch (issue.expected) {
    case 'int':
    case 'number':
      return at('整数で入れてください', 'must be an integer');
    case 'string':
      return at('文字で入れてください', 'must be a string');
    case 'boolean':
      return at('true か false で入れてください', 'must be true or false');
    case 'array':
      return at('一覧（[ ]）で入れてください', 'must be an array');
    case 'object':
    case 'record':
      return at('項目のまとまり（{ }）で入れてください', 'must be an object');
    default:
      return at('型が違います', `must be ${issue.expected}`);
  }
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>, at: At): Problem[] {
  if (issue.origin === 'string') return at('空にはできません', 'must not be empty');
  if (issue.origin === 'array') {
    return at(`${issue.minimum}件以上入れてください`, `must have at least ${issue.minimum} entries`);
  }
  return at(`${issue.minimum}以上の整数で入れてください`, `must be an integer >= ${issue.minimum}`);
}

function invalidUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  at: At,
): Problem[] {
  if (issue.errors.length === 0) {
    return at('この種類は使えません', 'unknown kind');
  }
  const closest = issue.errors.reduce((best, errors) => (errors.length < best.length ? errors : best));
  return closest.flatMap((inner) => fromIssue(inner, path));
}

const CUSTOM: Record<string, [ja: string, en: string]> = {
  required: ['必ず入れてください', 'required'],
  notADate: ['暦にない日付です', 'must be a real calendar date'],
  rateOrLumpSum: ['単価か総額のどちらか一方を入れてください', 'exactly one of rate and lumpSum is required'],
  actualAtApplication: ['申請の段階では実績額を入れられません', 'must be absent at stage application'],
};

function custom(issue: Extract<Issue, { code: 'custom' }>, at: At): Problem[] {
  const code: unknown = issue.params?.['code'];
  const words = typeof code === 'string' ? CUSTOM[code] : undefined;
  return words ? at(...words) : at('この値は使えません', issue.message);
}
