import { z } from 'zod';
import { id, prefecture, text, word, yen } from '../primitives.js';

export const organizationKind = z.enum([
  'prefecturalAssociation',
  'nationalFederation',
  'prefecturalFederation',
  'other',
]);
export type OrganizationKind = z.infer<typeof organizationKind>;

export const ORGANIZATION_KIND_JA = {
  prefecturalAssociation: '都道府県体育・スポーツ協会',
  nationalFederation: '中央競技団体',
  prefecturalFederation: '都道府県競技団体',
  other: 'その他',
} as const satisfies Record<OrganizationKind, string>;

/** 実施団体: the body that runs the course and, under contract, is paid for it. */
export const organization = z
  .strictObject({
    id,
    kind: organizationKind,
    nameJa: word.optional(),
    /** The exact name of the contract; 宛先 and 振込名義 are compared with it. */
    contractName: word,
    /** Accepted spellings of the name on papers. */
    addresseeAliases: z.array(word).max(100).optional(),
    prefectureCode: prefecture.nullable().optional(),
    ownedFacilityIds: z.array(id).optional(),
    designatedFacilityIds: z.array(id).optional(),
    /** 車賃 per km by the travel regulation. */
    carRatePerKm: yen.optional(),
    travelRegulationOwner: organizationKind.optional(),
    representative: text.optional(),
    contactName: text.optional(),
    tel: text.optional(),
    email: text.optional(),
    address: text.optional(),
  })
  .meta({ id: 'organization' });
export type Organization = z.infer<typeof organization>;
