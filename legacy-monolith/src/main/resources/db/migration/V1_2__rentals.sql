-- Rentals copy title, price and owner, so that a deleted vehicle never touches them: no key to t_veh.
CREATE SEQUENCE s_rnt START 1 INCREMENT 1;
CREATE TABLE t_rnt (
    rnt_id     bigint       NOT NULL PRIMARY KEY,
    itm_cd     varchar(1)   NOT NULL CHECK (itm_cd IN ('V')),
    itm_id     bigint       NOT NULL,
    ttl_tx     varchar(200) NOT NULL,
    rntr_usr_id bigint      NOT NULL REFERENCES t_usr,
    own_usr_id bigint       NOT NULL REFERENCES t_usr,
    frm_dt     date         NOT NULL,
    to_dt      date         NOT NULL,
    occ_to_dt  date         NOT NULL,
    prc_am     bigint       NOT NULL CHECK (prc_am >= 0),
    ccy_cd     varchar(3)   NOT NULL,
    sts_cd     char(1)      NOT NULL CHECK (sts_cd IN ('A', 'R')),
    crt_ts     timestamp(6) NOT NULL,
    ret_ts     timestamp(6),
    CONSTRAINT t_rnt_period_ck CHECK (frm_dt < to_dt AND occ_to_dt BETWEEN frm_dt AND to_dt),
    CONSTRAINT t_rnt_once_xk EXCLUDE USING gist (itm_cd WITH =, itm_id WITH =, daterange(frm_dt, occ_to_dt) WITH &&)
);
COMMENT ON COLUMN t_rnt.occ_to_dt IS 'the day from which the thing is free again: to_dt, or earlier when it came back early';
CREATE INDEX t_rnt_rntr_ix ON t_rnt (rntr_usr_id, rnt_id DESC);
CREATE INDEX t_rnt_own_ix ON t_rnt (own_usr_id, rnt_id DESC);
