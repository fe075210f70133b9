import { z } from 'zod';
import { mailLine, shippingLine } from './communication.js';
import { honorariumLine } from './honorarium.js';
import { otherLine, transferFeeLine } from './misc.js';
import { copyLine, equipmentLine, onlineLine, roomLine } from './rental.js';
import { consumableLine, printingLine } from './supplies.js';
import { lodgingLine, packageLine, perDiemLine, transportLine } from './travel.js';

/** 経費明細: one claimed amount with its details, by kind. */
export const line = z
  .discriminatedUnion('kind', [
    honorariumLine,
    transportLine,
    lodgingLine,
    packageLine,
    perDiemLine,
    roomLine,
    equipmentLine,
    copyLine,
    onlineLine,
    printingLine,
    consumableLine,
    mailLine,
    shippingLine,
    transferFeeLine,
    otherLine,
  ])
  .meta({ id: 'line' });
export type Line = z.infer<typeof line>;
export type LineKind = Line['kind'];
export type LineOf<K extends LineKind> = Extract<Line, { kind: K }>;

export const LINE_KIND_JA = {
  honorarium: '謝金',
  transport: '交通費',
  lodging: '宿泊費',
  package: '宿泊交通パック',
  perDiem: '日当',
  room: '会場使用料',
  equipment: '備品・機材',
  copy: 'コピー代',
  online: 'オンライン関係費',
  printing: '印刷製本',
  consumable: '消耗品',
  mail: '送料',
  shipping: '資料等の発送',
  transferFee: '振込手数料',
  other: 'その他',
} as const satisfies Record<LineKind, string>;
