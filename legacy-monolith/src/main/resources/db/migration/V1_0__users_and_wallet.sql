-- Users and their money. Timestamps are UTC; amounts are whole minor units (cents).
CREATE SEQUENCE s_usr START 1 INCREMENT 1;
CREATE TABLE t_usr (
    usr_id  bigint       NOT NULL PRIMARY KEY,
    eml_tx  varchar(254) NOT NULL CONSTRAINT t_usr_eml_uk UNIQUE,
    nm_tx   varchar(100) NOT NULL,
    pwd_tx  varchar(200) NOT NULL,
    crt_ts  timestamp(6) NOT NULL
);
COMMENT ON COLUMN t_usr.pwd_tx IS 'slow salted hash of the SHA-256 that the browser sent: rounds:salt:hash';

-- Double entry: every transfer's entries add up to zero. The account without a user is the world outside, one for each
-- currency; only top-ups touch it.
CREATE SEQUENCE s_acc START 1 INCREMENT 1;
CREATE TABLE t_acc (
    acc_id bigint     NOT NULL PRIMARY KEY,
    usr_id bigint     REFERENCES t_usr,
    ccy_cd varchar(3) NOT NULL,
    bal_am bigint     NOT NULL,
    CONSTRAINT t_acc_uk UNIQUE NULLS NOT DISTINCT (usr_id, ccy_cd),
    CONSTRAINT t_acc_bal_ck CHECK (usr_id IS NULL OR bal_am >= 0)
);

CREATE SEQUENCE s_txn START 1 INCREMENT 50;
CREATE TABLE t_txn (
    txn_id bigint       NOT NULL PRIMARY KEY,
    knd_cd varchar(1)   NOT NULL CHECK (knd_cd IN ('T', 'R', 'F')),
    ccy_cd varchar(3)   NOT NULL,
    rnt_id bigint,
    crt_ts timestamp(6) NOT NULL
);

CREATE SEQUENCE s_ent START 1 INCREMENT 50;
CREATE TABLE t_ent (
    ent_id bigint NOT NULL PRIMARY KEY,
    txn_id bigint NOT NULL REFERENCES t_txn,
    acc_id bigint NOT NULL REFERENCES t_acc,
    ent_am bigint NOT NULL CHECK (ent_am <> 0)
);
CREATE INDEX t_ent_acc_ix ON t_ent (acc_id, txn_id DESC);
CREATE INDEX t_ent_txn_ix ON t_ent (txn_id);

CREATE FUNCTION f_txn_zero() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT sum(ent_am) FROM t_ent WHERE txn_id = NEW.txn_id) <> 0 THEN
        RAISE EXCEPTION 'the entries of transfer % do not add up to zero', NEW.txn_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER t_ent_zero AFTER INSERT ON t_ent DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION f_txn_zero();

-- Answers of rentals, returns and top-ups, kept for a repeated Idempotency-Key.
CREATE TABLE t_idem (
    usr_id   bigint       NOT NULL,
    idem_key varchar(200) NOT NULL,
    req_hash varchar(64)  NOT NULL,
    sts_cd   integer      NOT NULL,
    resp_tx  text,
    etag_tx  varchar(80),
    loc_tx   varchar(200),
    crt_ts   timestamp(6) NOT NULL,
    CONSTRAINT t_idem_pk PRIMARY KEY (usr_id, idem_key)
);
