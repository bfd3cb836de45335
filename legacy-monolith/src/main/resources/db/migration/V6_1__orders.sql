-- What a service that rents has asked the wallets for: every order once by its key, however often it is repeated. What is held
-- counts as spent when somebody rents, and is no entry of the ledger.
CREATE TABLE t_hld (
    knd_cd      varchar(1)   NOT NULL CHECK (knd_cd IN ('R', 'F', 'L')),
    hld_key     varchar(200) NOT NULL,
    sts_cd      varchar(1)   NOT NULL CHECK (sts_cd IN ('H', 'B', 'X')),
    rnt_id      bigint,
    rntr_usr_id bigint,
    own_usr_id  bigint,
    amt_am      bigint       CHECK (amt_am >= 0),
    ccy_cd      varchar(3),
    crt_ts      timestamp(6) NOT NULL,
    upd_ts      timestamp(6) NOT NULL,
    CONSTRAINT t_hld_pk PRIMARY KEY (knd_cd, hld_key),
    CONSTRAINT t_hld_sts_ck CHECK (sts_cd = 'B' OR knd_cd = 'R'),
    CONSTRAINT t_hld_whole_ck CHECK (sts_cd = 'X' OR num_nulls(rnt_id, rntr_usr_id, own_usr_id, amt_am, ccy_cd) = 0)
);
COMMENT ON COLUMN t_hld.knd_cd IS 'R: a reservation, F: a refund, L: the fee for a day late';
COMMENT ON COLUMN t_hld.sts_cd IS 'H: held, B: booked, X: released; a row that was never held keeps a late reservation out';
CREATE INDEX t_hld_held_ix ON t_hld (rntr_usr_id, ccy_cd) INCLUDE (amt_am) WHERE sts_cd = 'H';
