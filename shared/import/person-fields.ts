/** What a column of a list of people can mean, and the words that its heading is known by. */
export const PERSON_FIELD_JA = {
  name: '氏名',
  familyName: '姓',
  givenName: '名',
  kana: 'フリガナ',
  familyKana: 'セイ',
  givenKana: 'メイ',
  birthDate: '生年月日',
  prefecture: '都道府県',
  email: 'メール',
  tel: '電話',
  myPageId: 'マイページID',
  isPast: '新規／過年度',
  startFiscalYear: '受講開始年度',
  primaryApprovedOn: '一次承認日',
  finalApprovedOn: '最終承認日',
  feePaidOn: '受講料納入日',
  key: '照合キー',
} as const;
export type PersonField = keyof typeof PERSON_FIELD_JA;
export const PERSON_FIELDS = Object.keys(PERSON_FIELD_JA) as PersonField[];

/** Headings as people write them, folded by `headingKey`; the better word first. */
export const HEADING_WORDS: Readonly<Record<PersonField, string>> = {
  name: '氏名 名前 オ名前 受講者氏名 受講者名 参加者氏名 参加者名 申込者氏名 申込者名 受講生氏名 受講生名 氏名漢字 名前漢字 漢字氏名 フルネーム name 姓名 受講者 参加者 受講生',
  familyName: '姓 姓漢字 苗字 名字 氏 lastname familyname',
  givenName: '名 名漢字 firstname givenname',
  kana: 'フリガナ カナ カナ氏名 氏名カナ 氏名フリガナ 氏名カタカナ フリガナ氏名 ヨミガナ 読ミガナ 読ミ仮名 フリ仮名 ヨミ 読ミ 名前カナ 名前フリガナ オ名前フリガナ オ名前カナ カタカナ カナ名 シメイ kana 受講者名カナ 受講者名フリガナ 受講者氏名カナ 受講者氏名フリガナ',
  familyKana: 'セイ 姓カナ 姓フリガナ セイカナ フリガナ姓 フリガナセイ カナ姓 カナセイ',
  givenKana: 'メイ 名カナ 名フリガナ メイカナ フリガナ名 フリガナメイ カナメイ',
  birthDate: '生年月日 誕生日 生年月日西暦 生年月日和暦 birthday birthdate dateofbirth',
  prefecture:
    '都道府県 都道府県名 居住都道府県 在住都道府県 所属都道府県 都道府県コード 府県 県名 県 居住地 在住地 住所1 住所 現住所 自宅住所 prefecture',
  email:
    'メールアドレス メール eメール eメールアドレス email mail emailアドレス mailアドレス emailaddress mailaddress 電子メール 電子メールアドレス アドレス 連絡先メールアドレス',
  tel: '携帯電話番号 携帯電話 携帯番号 携帯 電話番号 電話 tel 連絡先電話番号 連絡先電話 日中連絡先 連絡先tel 連絡先 自宅電話番号 自宅電話 mobile phone telephone',
  myPageId: 'マイページid 指導者マイページid マイページ番号 マイページ 会員番号 会員id jspoid',
  isPast: '新規過年度 新規過年度区分 新規等 新規継続 新規 過年度 受講区分 受講者区分',
  startFiscalYear: '受講開始年度 開始年度 受講年度 受講開始',
  primaryApprovedOn: '一次承認日 一次承認 1次承認日 1次承認',
  finalApprovedOn: '最終承認日 最終承認 承認日',
  feePaidOn: '受講料納入日 受講料納付日 受講料入金日 受講料支払日 受講料振込日 納入日 納付日 入金日 振込日 支払日',
  key: '照合キー',
};

/** Where no word fits whole: what a heading speaks of. A guess, to be shown. */
export const HEADING_HINTS: readonly (readonly [pattern: RegExp, field: PersonField])[] = [
  [/フリガナ|カナ|ヨミ/u, 'kana'],
  [/生年月日|誕生/u, 'birthDate'],
  [/メール|mail/u, 'email'],
  [/電話|携帯|tel/u, 'tel'],
  [/都道府県/u, 'prefecture'],
  [/氏名|名前/u, 'name'],
  [/マイページ/u, 'myPageId'],
];

/** Headings about somebody or something else. */
export const OTHER_PEOPLE = /保護者|緊急|勤務|職場|会社|学校|団体|振込|請求|送付|担当|引率|推薦|チーム|クラブ/u;
