-- The vehicles API's tables. They move to the service one day: guarded, published, odd ids.
CREATE SEQUENCE s_veh START 1 INCREMENT 2;
CREATE TABLE t_veh (
    veh_id      bigint       NOT NULL PRIMARY KEY,
    own_usr_id  bigint       NOT NULL REFERENCES t_usr,
    mk_nm       varchar(60)  NOT NULL,
    mdl_nm      varchar(80)  NOT NULL,
    yr_no       integer      NOT NULL,
    sz_cd       varchar(2)   NOT NULL,
    seat_ct     integer      NOT NULL,
    boot_lt     integer      NOT NULL,
    trn_cd      varchar(1)   NOT NULL,
    fuel_cd     varchar(2)   NOT NULL,
    drv_cd      varchar(1)   NOT NULL,
    attr_tx     text         NOT NULL DEFAULT '',
    day_prc_am  bigint       NOT NULL,
    late_fee_am bigint       NOT NULL,
    ccy_cd      varchar(3)   NOT NULL,
    min_dd      integer      NOT NULL,
    max_dd      integer      NOT NULL,
    avl_fl      char(1)      NOT NULL CHECK (avl_fl IN ('Y', 'N')),
    ver_no      bigint       NOT NULL,
    crt_ts      timestamp(6) NOT NULL,
    upd_ts      timestamp(6) NOT NULL
);
COMMENT ON COLUMN t_veh.attr_tx IS 'lines key=value sorted by key; backslash, = and newline escaped by a backslash';

CREATE INDEX t_veh_new_ix ON t_veh (crt_ts DESC, veh_id DESC);
CREATE INDEX t_veh_prc_ix ON t_veh (day_prc_am, veh_id);
CREATE INDEX t_veh_own_ix ON t_veh (own_usr_id, crt_ts DESC, veh_id DESC);
CREATE INDEX t_veh_upd_ix ON t_veh (upd_ts);
CREATE INDEX t_veh_nm_ix ON t_veh USING gin ((mk_nm || ' ' || mdl_nm) gin_trgm_ops);

CREATE TABLE t_veh_idem (
    usr_id   bigint       NOT NULL,
    idem_key varchar(200) NOT NULL,
    req_hash varchar(64)  NOT NULL,
    sts_cd   integer      NOT NULL,
    resp_tx  text,
    etag_tx  varchar(80),
    loc_tx   varchar(200),
    crt_ts   timestamp(6) NOT NULL,
    CONSTRAINT t_veh_idem_pk PRIMARY KEY (usr_id, idem_key)
);

ALTER TABLE t_veh REPLICA IDENTITY FULL;
ALTER TABLE t_veh_idem REPLICA IDENTITY FULL;

INSERT INTO sync.ownership (api, owner, epoch) VALUES ('vehicles', 'legacy', 0);
SELECT sync.guard_table('vehicles', 't_veh');
SELECT sync.guard_table('vehicles', 't_veh_idem');

CREATE PUBLICATION rentwave_vehicles FOR TABLE t_veh, t_veh_idem, sync.ownership WHERE (api = 'vehicles');

GRANT SELECT, INSERT, UPDATE, DELETE ON t_veh, t_veh_idem, sync.apply_position, sync.applied_barrier TO rentwave_cdc;
GRANT SELECT ON t_veh, t_veh_idem TO rentwave_coordinator;
