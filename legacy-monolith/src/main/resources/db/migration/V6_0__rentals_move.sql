-- The rentals API moves to a service one day: its tables are guarded and published as the vehicles' are, its ids odd, its kept
-- answers its own.
ALTER TABLE t_rnt ADD COLUMN upd_ts timestamp(6) NOT NULL DEFAULT (now() AT TIME ZONE 'UTC');
ALTER TABLE t_rnt ALTER COLUMN upd_ts DROP DEFAULT;
COMMENT ON COLUMN t_rnt.upd_ts IS 'when the row was last written; for rows that are older than this column, when it came';

CREATE TABLE t_rnt_idem (
    usr_id   bigint       NOT NULL,
    idem_key varchar(200) NOT NULL,
    req_hash varchar(64)  NOT NULL,
    sts_cd   integer      NOT NULL,
    resp_tx  text,
    etag_tx  varchar(80),
    loc_tx   varchar(200),
    crt_ts   timestamp(6) NOT NULL,
    CONSTRAINT t_rnt_idem_pk PRIMARY KEY (usr_id, idem_key)
);

-- Keys of rentals that were kept with everybody else's: every answer of theirs is a rental, and nobody else's is.
WITH moved AS (DELETE FROM t_idem WHERE resp_tx ^@ '{"id":' AND resp_tx ~ '^\{"id":\d+,"item":\{' RETURNING *)
INSERT INTO t_rnt_idem SELECT * FROM moved;

-- For the comparison of what was written lately, and for the removal of old keys.
CREATE INDEX t_rnt_upd_ix ON t_rnt (upd_ts);
CREATE INDEX t_rnt_late_crt_ix ON t_rnt_late (crt_ts);
CREATE INDEX t_rnt_idem_crt_ix ON t_rnt_idem (crt_ts);

-- Odd ids from here on. The even ones that are there stay: a hand-over moves the ids of the new owner behind all.
ALTER SEQUENCE s_rnt INCREMENT BY 2;
SELECT setval('s_rnt', CASE WHEN is_called THEN last_value + 1 + last_value % 2 ELSE 1 END, false) FROM s_rnt;

ALTER TABLE t_rnt REPLICA IDENTITY FULL;
ALTER TABLE t_rnt_late REPLICA IDENTITY FULL;
ALTER TABLE t_rnt_idem REPLICA IDENTITY FULL;

INSERT INTO sync.ownership (api, owner, epoch) VALUES ('rentals', 'legacy', 0);
SELECT sync.guard_table('rentals', 't_rnt');
SELECT sync.guard_table('rentals', 't_rnt_late');
SELECT sync.guard_table('rentals', 't_rnt_idem');

ALTER PUBLICATION rentwave ADD TABLE t_rnt, t_rnt_late, t_rnt_idem;

GRANT SELECT, INSERT, UPDATE, DELETE ON t_rnt, t_rnt_late, t_rnt_idem TO rentwave_cdc;
GRANT SELECT ON t_rnt, t_rnt_late, t_rnt_idem TO rentwave_coordinator;
-- Inside of a fence the new owner's ids are moved behind everybody's.
GRANT SELECT, UPDATE ON SEQUENCE s_rnt TO rentwave_coordinator;
