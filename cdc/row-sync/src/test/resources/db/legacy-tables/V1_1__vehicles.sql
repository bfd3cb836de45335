-- The tables of the vehicles API as the monolith has them.
CREATE TABLE t_usr (usr_id bigint PRIMARY KEY);
INSERT INTO t_usr SELECT generate_series(1, 20);
CREATE TABLE t_veh (
    veh_id bigint PRIMARY KEY, own_usr_id bigint NOT NULL REFERENCES t_usr, mk_nm varchar(60) NOT NULL,
    mdl_nm varchar(80) NOT NULL, yr_no integer NOT NULL, sz_cd varchar(2) NOT NULL, seat_ct integer NOT NULL,
    boot_lt integer NOT NULL, trn_cd varchar(1) NOT NULL, fuel_cd varchar(2) NOT NULL, drv_cd varchar(1) NOT NULL,
    attr_tx text NOT NULL DEFAULT '', day_prc_am bigint NOT NULL, late_fee_am bigint NOT NULL,
    ccy_cd varchar(3) NOT NULL, min_dd integer NOT NULL, max_dd integer NOT NULL, avl_fl char(1) NOT NULL,
    ver_no bigint NOT NULL, crt_ts timestamp(6) NOT NULL, upd_ts timestamp(6) NOT NULL);
CREATE TABLE t_veh_idem (
    usr_id bigint NOT NULL, idem_key varchar(200) NOT NULL, req_hash varchar(64) NOT NULL, sts_cd integer NOT NULL,
    resp_tx text, etag_tx varchar(80), loc_tx varchar(200), crt_ts timestamp(6) NOT NULL,
    PRIMARY KEY (usr_id, idem_key));
INSERT INTO sync.ownership VALUES ('vehicles', 'legacy', 0);
SELECT sync.guard_table('vehicles', 't_veh');
SELECT sync.guard_table('vehicles', 't_veh_idem');
ALTER TABLE t_veh REPLICA IDENTITY FULL;
ALTER TABLE t_veh_idem REPLICA IDENTITY FULL;
CREATE PUBLICATION rentwave_vehicles FOR TABLE t_veh, t_veh_idem, sync.ownership WHERE (api = 'vehicles');
GRANT SELECT, INSERT, UPDATE, DELETE ON t_veh, t_veh_idem, sync.apply_position, sync.applied_barrier TO rentwave_cdc;
