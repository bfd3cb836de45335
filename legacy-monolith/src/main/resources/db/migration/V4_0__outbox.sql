-- Domain events, written with the change they tell of and read from the write-ahead log. Not guarded, never copied to
-- another side; whoever captures the log deletes rows that have been published for a while.
CREATE TABLE t_outbx (
    evt_id     uuid         NOT NULL PRIMARY KEY,
    agg_cd     varchar(30)  NOT NULL,
    agg_id     varchar(60)  NOT NULL,
    typ_cd     varchar(40)  NOT NULL,
    act_usr_id bigint,
    trc_tx     varchar(32),
    crt_ts     timestamp(6) NOT NULL,
    dat_tx     text         NOT NULL
);
COMMENT ON COLUMN t_outbx.act_usr_id IS 'who did it; null when a timer did';
COMMENT ON COLUMN t_outbx.dat_tx IS 'one JSON object';
CREATE INDEX t_outbx_crt_ix ON t_outbx (crt_ts);
GRANT SELECT, DELETE ON t_outbx TO rentwave_cdc;
