-- What must be in the event log, worked out from the rows, against what is: a line for everything that differs.
WITH must(what, n) AS (
    SELECT 'user.register user:' || usr_id, 1 FROM t_usr
    UNION ALL SELECT 'book.add book:' || isbn_no, 1 FROM t_bk
    UNION ALL SELECT 'book.update book:' || isbn_no || ' advert ' || adv_id, 1 + ver_no FROM t_bk_adv
    UNION ALL SELECT 'vehicle.add vehicle:' || veh_id, 1 FROM t_veh
    UNION ALL SELECT 'vehicle.update vehicle:' || veh_id, ver_no FROM t_veh WHERE ver_no > 0
    UNION ALL SELECT 'room.add room:' || room_id, 1 FROM t_room
    UNION ALL SELECT 'room.update room:' || room_id, ver_no FROM t_room WHERE ver_no > 0
    UNION ALL SELECT 'rent.start rental:' || rnt_id, 1 FROM t_rnt
    UNION ALL SELECT 'rent.complete rental:' || rnt_id, 1 FROM t_rnt WHERE sts_cd = 'R'
    UNION ALL SELECT 'rent.cancel rental:' || rnt_id, 1 FROM t_rnt WHERE sts_cd = 'C'
    UNION ALL SELECT 'rent.late rental:' || rnt_id || ' day ' || day_dt, 1 FROM t_rnt_late
    UNION ALL SELECT 'wallet.change wallet:' || usr_id || ' transfer ' || txn_id, 1
              FROM t_ent JOIN t_acc USING (acc_id) WHERE usr_id IS NOT NULL
), removed(agg_cd, agg_id) AS (
    -- Vehicles and rooms that are gone have no row to count by.
    SELECT agg_cd, agg_id FROM t_evt
    WHERE agg_cd = 'vehicle' AND NOT EXISTS (SELECT FROM t_veh WHERE veh_id = CAST(agg_id AS bigint))
       OR agg_cd = 'room' AND NOT EXISTS (SELECT FROM t_room WHERE room_id = CAST(agg_id AS bigint))
), logged AS (
    SELECT typ_cd || ' ' || agg_cd || ':' || agg_id || CASE typ_cd
               WHEN 'book.update' THEN ' advert ' || (CAST(dat_tx AS jsonb) #>> '{advert,id}')
               WHEN 'rent.late' THEN ' day ' || (CAST(dat_tx AS jsonb) ->> 'day')
               WHEN 'wallet.change' THEN ' transfer ' || (CAST(dat_tx AS jsonb) ->> 'transaction')
               ELSE '' END AS what,
           count(*) AS n
    FROM t_evt WHERE (agg_cd, agg_id) NOT IN (SELECT agg_cd, agg_id FROM removed)
    GROUP BY 1
)
SELECT coalesce(must.what, logged.what) || ': ' || coalesce(logged.n, 0) || ' in the log, ' || coalesce(must.n, 0) || ' happened'
FROM must FULL JOIN logged ON logged.what = must.what
WHERE coalesce(logged.n, 0) <> coalesce(must.n, 0)
UNION ALL
SELECT 'gone without being removed or added once: ' || agg_cd || ':' || agg_id
FROM t_evt WHERE (agg_cd, agg_id) IN (SELECT agg_cd, agg_id FROM removed)
GROUP BY agg_cd, agg_id
HAVING count(*) FILTER (WHERE typ_cd LIKE '%.add') <> 1
    OR count(*) FILTER (WHERE CAST(dat_tx AS jsonb) ->> 'change' = 'delete') <> 1
ORDER BY 1
LIMIT 50
