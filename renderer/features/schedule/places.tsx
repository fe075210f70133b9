import type { ReactNode } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import { PRICE_UNIT_JA, type Room, type Venue } from '../../../shared/model/case/venue.js';
import { PREFECTURE_CHOICES } from '../../desk/choices.js';
import { AmountField } from '../../ui/amount-field.js';
import { onCellKey } from '../../ui/cell-keys.js';
import { TextField } from '../../ui/field.js';
import { choicesOf, SelectField, YesNoField } from '../../ui/select-field.js';
import { PlacesHead, RemoveRow, useNewRow } from './places-parts.js';
import { RoomSlots } from './room-slots.js';
import type { ScheduleChanges } from './schedule-changes.js';
import { SubjectTable } from './subject-table.js';

type Props = { readonly value: Case; readonly changes: ScheduleChanges };

/** 会場・科目: what the sessions choose from. */
export function Places({ value, changes }: Props): ReactNode {
  return (
    <div className="places cell-fields" data-region="table">
      <VenueTable value={value} changes={changes} />
      <RoomTable value={value} changes={changes} />
      <SubjectTable value={value} changes={changes} />
    </div>
  );
}

const OWN_INCOME = [
  { value: 'yes', ja: 'なる' },
  { value: 'no', ja: 'ならない' },
  { value: 'unknown', ja: '未確認' },
] as const;

function VenueTable({ value, changes }: Props): ReactNode {
  const venues = value.venues ?? [];
  const ownId = value.organization.id;
  const newRow = useNewRow();
  const set = (venue: Venue, labelJa: string, fields: { readonly [K in keyof Venue]?: Venue[K] | undefined }) =>
    changes.edit(`${venue.nameJa}の${labelJa}を直しました`, (course) => course.change('venues', venue.id, fields));
  const home = value.organization.prefectureCode;
  const add = () =>
    // A venue without a prefecture cannot be kept; where nothing tells it, the first guess is said aloud.
    changes.act(home ? '会場を加えました' : '会場を加えました。都道府県は東京都にしてあります', (course) => {
      const id = course.freshId('venues', 'V');
      newRow.mark(id);
      course.put('venues', { id, nameJa: '新しい会場', prefectureCode: home ?? '13' });
    });
  return (
    <section aria-label="会場">
      <PlacesHead
        title="会場"
        note="1番目の会場の都道府県で旅費を見ます"
        addJa="会場を加える"
        onAdd={() => void add()}
      />
      {venues.length === 0 ? null : (
        <table onKeyDown={onCellKey}>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">都道府県</th>
              <th scope="col">公共施設</th>
              <th scope="col">所有・管理</th>
              <th scope="col">使用料が自団体の収入に</th>
              <th scope="col">最寄駅</th>
              <th scope="col">
                <span className="unseen">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {venues.map((venue) => (
              <tr key={venue.id}>
                <td>
                  <TextField
                    label="会場の名称"
                    inputRef={newRow.nameRef(venue.id)}
                    labelHidden
                    required
                    value={venue.nameJa}
                    onCommit={(nameJa) => set(venue, '名称', { nameJa })}
                  />
                </td>
                <td>
                  <SelectField
                    label="会場の都道府県"
                    labelHidden
                    value={venue.prefectureCode}
                    choices={PREFECTURE_CHOICES}
                    onCommit={(prefectureCode) => set(venue, '都道府県', { prefectureCode })}
                  />
                </td>
                <td>
                  <YesNoField
                    label="公共施設"
                    labelHidden
                    value={venue.isPublicFacility}
                    onCommit={(isPublicFacility) => set(venue, '公共施設の別', { isPublicFacility })}
                  />
                </td>
                <td>
                  <SelectField
                    label="所有・管理"
                    labelHidden
                    value={ownershipOf(venue, ownId)}
                    choices={OWNERSHIP}
                    onCommit={(chosen) => set(venue, '所有・管理', ownershipFields(chosen, venue, ownId))}
                  />
                </td>
                <td>
                  <SelectField
                    label="使用料が自団体の収入になるか"
                    labelHidden
                    value={venue.feeIsOwnIncome}
                    choices={OWN_INCOME}
                    emptyJa="未入力"
                    onCommit={(feeIsOwnIncome) => set(venue, '使用料の収入先', { feeIsOwnIncome })}
                  />
                </td>
                <td>
                  <TextField
                    label="会場の最寄駅"
                    labelHidden
                    placeholder="未入力"
                    value={venue.nearestStation}
                    onCommit={(nearestStation) => set(venue, '最寄駅', { nearestStation })}
                  />
                </td>
                <td>
                  <RemoveRow
                    label={`${venue.nameJa}を消す`}
                    onRemove={() =>
                      void changes.act(`${venue.nameJa}を消しました（部屋と会場使用料も）`, (course) =>
                        course.remove('venues', venue.id),
                      )
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const OWNERSHIP = [
  { value: 'other', ja: '他団体' },
  { value: 'owned', ja: '自団体の所有' },
  { value: 'operated', ja: '自団体が指定管理' },
] as const;
type Ownership = (typeof OWNERSHIP)[number]['value'];

function ownershipOf(venue: Venue, ownId: string): Ownership {
  if (venue.ownerOrgId === ownId) return 'owned';
  return venue.operatorOrgId === ownId ? 'operated' : 'other';
}

/** Another body's id stays where it is recorded; only our own is set or taken away. */
function ownershipFields(
  chosen: Ownership | undefined,
  venue: Venue,
  ownId: string,
): { readonly ownerOrgId: string | undefined; readonly operatorOrgId: string | undefined } {
  const other = (id: string | undefined): string | undefined => (id === ownId ? undefined : id);
  return {
    ownerOrgId: chosen === 'owned' ? ownId : other(venue.ownerOrgId),
    operatorOrgId: chosen === 'operated' ? ownId : other(venue.operatorOrgId),
  };
}

function RoomTable({ value, changes }: Props): ReactNode {
  const rooms = value.rooms ?? [];
  const [firstVenue] = value.venues ?? [];
  const newRow = useNewRow();
  const set = (room: Room, labelJa: string, fields: { readonly [K in keyof Room]?: Room[K] | undefined }) =>
    changes.edit(`${room.nameJa}の${labelJa}を直しました`, (course) => course.change('rooms', room.id, fields));
  const add = (venueId: string) =>
    changes.act('部屋を加えました', (course) => {
      const id = course.freshId('rooms', 'R');
      newRow.mark(id);
      course.put('rooms', { id, venueId, nameJa: '新しい部屋', priceUnit: 'hour' });
    });
  return (
    <section aria-label="部屋">
      <PlacesHead
        title="部屋"
        note={firstVenue ? undefined : '先に会場を加えます'}
        addJa="部屋を加える"
        onAdd={firstVenue ? () => void add(firstVenue.id) : undefined}
      />
      {rooms.length === 0 ? null : (
        <table onKeyDown={onCellKey}>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">会場</th>
              <th scope="col">料金の単位</th>
              <th scope="col">単価</th>
              <th scope="col">特記事項</th>
              <th scope="col">
                <span className="unseen">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rooms.map((room) => (
              <tr key={room.id}>
                <td>
                  <TextField
                    label="部屋の名称"
                    inputRef={newRow.nameRef(room.id)}
                    labelHidden
                    required
                    value={room.nameJa}
                    onCommit={(nameJa) => set(room, '名称', { nameJa })}
                  />
                </td>
                <td>
                  <SelectField
                    label="部屋の会場"
                    labelHidden
                    value={room.venueId}
                    choices={(value.venues ?? []).map(({ id, nameJa }) => ({ value: id, ja: nameJa }))}
                    onCommit={(venueId) => set(room, '会場', { venueId })}
                  />
                </td>
                <td>
                  <SelectField
                    label="料金の単位"
                    labelHidden
                    value={room.priceUnit}
                    choices={choicesOf(PRICE_UNIT_JA)}
                    onCommit={(priceUnit) => set(room, '料金の単位', { priceUnit })}
                  />
                </td>
                <td>
                  {room.priceUnit === 'slot' ? (
                    <RoomSlots room={room} onChange={(slots) => set(room, '区分', { slots })} />
                  ) : (
                    <AmountField
                      label="部屋の単価"
                      labelHidden
                      unit={`円/${PRICE_UNIT_JA[room.priceUnit]}`}
                      placeholder="未入力"
                      value={room.unitPrice}
                      onCommit={(unitPrice) => set(room, '単価', { unitPrice })}
                    />
                  )}
                </td>
                <td>
                  <TextField
                    label="部屋の特記事項"
                    labelHidden
                    placeholder="使いみちなど"
                    value={room.usageNote}
                    onCommit={(usageNote) => set(room, '特記事項', { usageNote })}
                  />
                </td>
                <td>
                  <RemoveRow
                    label={`${room.nameJa}を消す`}
                    onRemove={() =>
                      void changes.act(`${room.nameJa}を消しました（会場使用料も）`, (course) =>
                        course.remove('rooms', room.id),
                      )
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
