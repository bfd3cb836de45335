-- What has been received from Kafka: how far, and every event once.
CREATE TABLE t_inbx_pos (
    str_nm  varchar(100) NOT NULL PRIMARY KEY,
    nxt_off bigint       NOT NULL
);
COMMENT ON COLUMN t_inbx_pos.nxt_off IS 'the offset to read next; changed in the transaction of what the events before it cause';
CREATE TABLE t_inbx (
    evt_id uuid NOT NULL PRIMARY KEY
);

-- Every domain event, whoever told it, in the order of arrival.
CREATE SEQUENCE s_evt START 1 INCREMENT 1;
CREATE TABLE t_evt (
    evt_no     bigint       NOT NULL PRIMARY KEY,
    evt_id     uuid         NOT NULL CONSTRAINT t_evt_id_uk UNIQUE,
    typ_cd     varchar(40)  NOT NULL,
    src_cd     varchar(40)  NOT NULL,
    agg_cd     varchar(30)  NOT NULL,
    agg_id     varchar(60)  NOT NULL,
    act_usr_id bigint,
    trc_tx     varchar(32),
    evt_ts     timestamp(6) NOT NULL,
    dat_tx     text         NOT NULL
);
CREATE INDEX t_evt_typ_ix ON t_evt (typ_cd, evt_no DESC);
CREATE INDEX t_evt_agg_ix ON t_evt (agg_cd, agg_id, evt_no DESC);
