-- Rows for FilledDatabase: ten thousand of each kind, made up, the same each time. Most values are common, some are rare.
-- Written as an applier writes them, so that it does not matter who owns an API.
SELECT pg_replication_origin_create('filled');
SELECT pg_replication_origin_session_setup('filled');
INSERT INTO t_usr SELECT i, 'u' || i || '@example.org', 'User', 'x', now() FROM generate_series(1, 500) i;
INSERT INTO t_veh
SELECT 2 * i + 1, 1 + i % 500, (ARRAY['Ford', 'Opel', 'Toyota', 'Volvo', 'Fiat'])[1 + i % 5], 'Model ' || substr(md5(i::text), 1, 8),
    1990 + i % 30, CASE WHEN i % 500 = 0 THEN 'SP' ELSE 'CO' END, CASE WHEN i % 1000 = 0 THEN 20 ELSE 5 END,
    CASE WHEN i % 1000 = 0 THEN 9000 ELSE 300 + i % 100 END, CASE WHEN i % 3 = 0 THEN 'A' ELSE 'M' END,
    CASE WHEN i % 500 = 1 THEN 'CN' ELSE 'PE' END, (ARRAY['F', 'R', 'A'])[1 + i % 3],
    CASE WHEN i % 1000 = 0 THEN 'colour=blue' || chr(10) || 'winch=yes' ELSE 'colour=red' END,
    (i * 7919) % 20000, 100, 'EUR', 1, 30, CASE WHEN i % 10 = 0 THEN 'N' ELSE 'Y' END, 0,
    timestamp '2026-01-01' + i * interval '1 minute', timestamp '2026-01-01' + i * interval '1 minute'
FROM generate_series(1, 10000) i;
INSERT INTO t_bk
SELECT 9780000000000 + i, 'Book ' || substr(md5('b' || i), 1, 8), 'Author ' || substr(md5('a' || i % 900), 1, 8),
    'book ' || substr(md5('b' || i), 1, 8), 'author ' || substr(md5('a' || i % 900), 1, 8), 2000,
    CASE WHEN i % 500 = 0 THEN 'da' ELSE 'en' END, 1, 1, 0,
    timestamp '2026-01-01' + i * interval '1 minute', timestamp '2026-01-01' + i * interval '1 minute'
FROM generate_series(1, 10000) i;
INSERT INTO t_bk_adv
SELECT i, isbn_no, ttl_tx, ath_tx, 1 + i % 500, 'G', '', 'Lund', ttl_srch_tx || ' ' || ath_srch_tx || ' lund ' || isbn_no,
    (i * 7919) % 20000, 100, 'EUR', 1, 30, 'Y', 0,
    timestamp '2026-01-01' + i * interval '1 minute', timestamp '2026-01-01' + i * interval '1 minute'
FROM (SELECT *, isbn_no - 9780000000000 AS i FROM t_bk) b;
INSERT INTO t_room
SELECT i, 1 + i % 500, 'Room ' || substr(md5('r' || i), 1, 8), 'Two windows and a bed.', 'Place ' || i % 700, 'place ' || i % 700,
    'room ' || substr(md5('r' || i), 1, 8) || ' place ' || i % 700,
    'room ' || substr(md5('r' || i), 1, 8) || ' place ' || i % 700 || ' two windows and a bed.',
    CASE WHEN i % 500 = 0 THEN 'IS' ELSE 'SE' END, CASE WHEN i % 1000 = 0 THEN 20 ELSE 2 END,
    CASE WHEN i % 1000 = 0 THEN 40 ELSE 3 END, CASE WHEN i % 1000 = 0 THEN 'WF SF' ELSE 'WF TV' END,
    (i * 7919) % 20000, 100, 'EUR', 1, 30, 'Y', 0,
    timestamp '2026-01-01' + i * interval '1 minute', timestamp '2026-01-01' + i * interval '1 minute'
FROM generate_series(1, 10000) i;
-- Flushes what waits to be put into the indexes, too.
VACUUM ANALYZE t_veh, t_bk, t_bk_adv, t_room;
