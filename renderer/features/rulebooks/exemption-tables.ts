/** 免除資格等一覧 by the names of the guide. */
export const TABLE_JA = { common: '共通科目免除一覧', specialty: '専門科目免除一覧' } as const;
