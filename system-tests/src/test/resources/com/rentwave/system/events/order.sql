-- What the event log tells in another order than it happened.
WITH told AS (
    SELECT evt_no, typ_cd, agg_cd, agg_id, CAST(dat_tx AS jsonb) AS data FROM t_evt
), placed AS (
    -- Where an event belongs in the life of its thing; what may come at any time between has one place.
    SELECT *, CASE
               WHEN typ_cd LIKE '%.add' OR typ_cd = 'rent.start' THEN 0
               WHEN typ_cd = 'rent.late' THEN CAST(data ->> 'lateDays' AS integer)
               WHEN typ_cd IN ('rent.complete', 'rent.cancel') THEN 1000000
               WHEN data ->> 'change' = 'delete' THEN 1000000
               ELSE 1 END AS place
    FROM told WHERE agg_cd IN ('book', 'vehicle', 'room', 'rental')
), lives AS (
    SELECT *, lag(place) OVER life AS before, row_number() OVER life AS nth
    FROM placed WINDOW life AS (PARTITION BY agg_cd, agg_id ORDER BY evt_no)
), wallets AS (
    SELECT *, lag(CAST(data ->> 'balance' AS bigint), 1, 0) OVER life AS before
    FROM told WHERE agg_cd = 'wallet' WINDOW life AS (PARTITION BY agg_id, data ->> 'currency' ORDER BY evt_no)
)
SELECT 'out of order: ' || typ_cd || ' of ' || agg_cd || ':' || agg_id || ', number ' || nth || ' of its events'
FROM lives WHERE (nth = 1) <> (place = 0) OR place < before OR (typ_cd = 'rent.late' AND place <> greatest(before, 0) + 1)
UNION ALL
SELECT 'out of order: wallet:' || agg_id || ' told to hold ' || (data ->> 'balance') || ' after ' || before || ' and ' || (data ->> 'amount')
FROM wallets WHERE CAST(data ->> 'balance' AS bigint) <> before + CAST(data ->> 'amount' AS bigint)
ORDER BY 1
LIMIT 50
