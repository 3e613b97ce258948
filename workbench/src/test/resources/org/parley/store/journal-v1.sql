-- A journal as schema 1 kept it: what any later version has to open and verify.
insert into entry (number, recorded, who, why, kind, record_id, text_before, text_after, previous, hash)
values (1, timestamp with time zone '2025-12-28 12:00:00.123456+00:00', 'Ann', 'Read the communiqué; Київ.', 'case', 'case', null, '  title: The ferry
',
  '0000000000000000000000000000000000000000000000000000000000000000',
  'bbbede805941a56a728859e6b226bbdcea61232e1a2ee777f0f2fd90d7999c09');

insert into entry (number, recorded, who, why, kind, record_id, text_before, text_after, previous, hash)
values (2, timestamp with time zone '2025-12-28 12:00:00.123456+00:00', 'Ann', 'Read the communiqué; Київ.', 'parties', 'AA', null, '  - {id: AA, name: Aland, kind: state}
',
  'bbbede805941a56a728859e6b226bbdcea61232e1a2ee777f0f2fd90d7999c09',
  '3e853cf537c279f5aebd33eb94416b949b6fcab990f0b2044950443cf364faf2');

insert into entry (number, recorded, who, why, kind, record_id, text_before, text_after, previous, hash)
values (3, timestamp with time zone '2025-12-28 12:00:00.123456+00:00', 'Ann', 'Read the communiqué; Київ.', 'parties', 'BB', null, '  - {id: BB, name: Beland, kind: state}
',
  '3e853cf537c279f5aebd33eb94416b949b6fcab990f0b2044950443cf364faf2',
  '7a34efaa32dbf25a072c556aab6e981bcdcc6e8b2362975fa3110cc15102010e');

insert into entry (number, recorded, who, why, kind, record_id, text_before, text_after, previous, hash)
values (4, timestamp with time zone '2025-12-28 12:01:00.123456+00:00', 'Ben O''Neill', '', 'parties', 'AA', '  - {id: AA, name: Aland, kind: state}
', '  - {id: AA, name: Åland, kind: state}
',
  '7a34efaa32dbf25a072c556aab6e981bcdcc6e8b2362975fa3110cc15102010e',
  '870c358160f8352b866be65c3745b1c79d49e477db2ac1328ff28d6c87677792');

insert into entry (number, recorded, who, why, kind, record_id, text_before, text_after, previous, hash)
values (5, timestamp with time zone '2025-12-28 12:02:00.123456+00:00', 'Ann', 'It left.', 'parties', 'BB', '  - {id: BB, name: Beland, kind: state}
', null,
  '870c358160f8352b866be65c3745b1c79d49e477db2ac1328ff28d6c87677792',
  '4ee0bc1237eba21a9cafef4031bc3bb7fe58b7548c7d29b9a4aa162b46b6522a');

update head set number = 5, hash = '4ee0bc1237eba21a9cafef4031bc3bb7fe58b7548c7d29b9a4aa162b46b6522a';
