-- Books, each once, and the copies that people lend out. Title and authors stand in the adverts too: they never change, and a
-- search finds an advert by one index. Columns *_srch_tx hold texts as they are compared, in lower case and without marks;
-- the application writes them.
CREATE TABLE t_bk (
    isbn_no    bigint        NOT NULL CONSTRAINT t_bk_pk PRIMARY KEY CHECK (isbn_no BETWEEN 9780000000000 AND 9799999999999),
    ttl_tx     varchar(300)  NOT NULL,
    ath_tx     text          NOT NULL,
    ttl_srch_tx varchar(600) NOT NULL,
    ath_srch_tx text         NOT NULL,
    yr_no      integer,
    lng_cd     varchar(3),
    adv_ct     integer       NOT NULL,
    crt_usr_id bigint        NOT NULL REFERENCES t_usr,
    ver_no     bigint        NOT NULL,
    crt_ts     timestamp(6)  NOT NULL,
    upd_ts     timestamp(6)  NOT NULL
);
COMMENT ON COLUMN t_bk.ath_tx IS 'authors, one a line';
COMMENT ON COLUMN t_bk.adv_ct IS 'open adverts; counted anew with every change of an advert';

CREATE INDEX t_bk_new_ix ON t_bk (crt_ts DESC, isbn_no DESC);
CREATE INDEX t_bk_ttl_ix ON t_bk (ttl_srch_tx, isbn_no);
CREATE INDEX t_bk_lng_ix ON t_bk (lng_cd, crt_ts DESC, isbn_no DESC);
CREATE INDEX t_bk_lng_ttl_ix ON t_bk (lng_cd, ttl_srch_tx, isbn_no);
CREATE INDEX t_bk_ath_ix ON t_bk USING gin (ath_srch_tx gin_trgm_ops);
CREATE INDEX t_bk_tx_ix ON t_bk USING gin ((ttl_srch_tx || ' ' || ath_srch_tx || ' ' || CAST(isbn_no AS text)) gin_trgm_ops);

CREATE SEQUENCE s_bk_adv START 1 INCREMENT 1;
CREATE TABLE t_bk_adv (
    adv_id      bigint        NOT NULL PRIMARY KEY,
    isbn_no     bigint        NOT NULL REFERENCES t_bk,
    ttl_tx      varchar(300)  NOT NULL,
    ath_tx      text          NOT NULL,
    own_usr_id  bigint        NOT NULL REFERENCES t_usr,
    cnd_cd      varchar(1)    NOT NULL CHECK (cnd_cd IN ('N', 'L', 'G', 'W')),
    nte_tx      varchar(1000) NOT NULL,
    plc_tx      varchar(100)  NOT NULL,
    srch_tx     text          NOT NULL,
    day_prc_am  bigint        NOT NULL,
    late_fee_am bigint        NOT NULL,
    ccy_cd      varchar(3)    NOT NULL,
    min_dd      integer       NOT NULL,
    max_dd      integer       NOT NULL,
    avl_fl      char(1)       NOT NULL CHECK (avl_fl IN ('Y', 'N')),
    ver_no      bigint        NOT NULL,
    crt_ts      timestamp(6)  NOT NULL,
    upd_ts      timestamp(6)  NOT NULL
);
CREATE INDEX t_bk_adv_bk_ix ON t_bk_adv (isbn_no, crt_ts DESC, adv_id DESC);
CREATE INDEX t_bk_adv_own_ix ON t_bk_adv (own_usr_id, crt_ts DESC, adv_id DESC);
CREATE INDEX t_bk_adv_new_ix ON t_bk_adv (crt_ts DESC, adv_id DESC);
CREATE INDEX t_bk_adv_prc_ix ON t_bk_adv (day_prc_am, adv_id);
COMMENT ON COLUMN t_bk_adv.srch_tx IS 'title, authors, place and number as a search compares them';
CREATE INDEX t_bk_adv_srch_ix ON t_bk_adv USING gin (srch_tx gin_trgm_ops);
