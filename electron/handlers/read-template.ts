import { Refused } from '../refused.js';
import type { Handler } from '../handler.js';
import { KeptTemplates } from '../templates/kept-templates.js';
import { lookOf } from '../templates/look.js';
import { openForm, templateOf } from '../templates/read-template.js';

/** Opens a 様式 that the user gave, or one that is kept, and says what is in it. Only a readable one is kept. */
export const readTemplateCall: Handler<'read-template'> = async (input, host) => {
  const kept = new KeptTemplates(host.dataDir);
  const bytes = 'base64' in input ? Buffer.from(input.base64, 'base64') : await kept.read(input.template);
  const book = openForm(bytes);
  const template = templateOf(book);
  const look = lookOf(book);
  const sha256 = 'base64' in input ? await kept.keep(bytes) : input.template;
  const answer = { sha256, template, look };
  if (JSON.stringify(answer).length > MOST_ANSWER) {
    throw new Refused(
      'TOO-LARGE',
      '様式のシートが大きすぎて表示できません。Excelで開き、使わないシートと行を除いて保存し直してください。',
    );
  }
  return answer;
};

/** Characters of an answer; a form of ten sheets has some hundred thousand. */
const MOST_ANSWER = 40_000_000;
