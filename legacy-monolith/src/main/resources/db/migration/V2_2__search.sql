-- One search over everything on offer. Rows of t_veh are written by others too, so all that a search compares of them is an
-- expression; the same text stands in the queries.
CREATE FUNCTION f_veh_wd(sz varchar, fuel varchar, trn varchar) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE sz
        WHEN 'TS' THEN 'two seater' WHEN 'MI' THEN 'mini' WHEN 'SC' THEN 'subcompact' WHEN 'CO' THEN 'compact'
        WHEN 'MS' THEN 'midsize' WHEN 'LG' THEN 'large' WHEN 'WG' THEN 'wagon' WHEN 'SU' THEN 'suv'
        WHEN 'MV' THEN 'minivan' WHEN 'VN' THEN 'van' WHEN 'PU' THEN 'pickup' ELSE 'special' END
    || CASE fuel
        WHEN 'PE' THEN ' petrol' WHEN 'DI' THEN ' diesel' WHEN 'HY' THEN ' hybrid' WHEN 'EL' THEN ' electric'
        WHEN 'LP' THEN ' lpg' WHEN 'CN' THEN ' cng' ELSE ' ethanol' END
    || CASE trn WHEN 'A' THEN ' automatic' ELSE ' manual' END;
COMMENT ON FUNCTION f_veh_wd IS 'size, fuel and transmission in words';

-- In lower case and no more: what is done here is done for every row that is looked at.
CREATE FUNCTION f_veh_tx(mk varchar, mdl varchar, sz varchar, fuel varchar, trn varchar, attr text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN lower(mk || ' ' || mdl || ' ' || f_veh_wd(sz, fuel, trn) || ' ' || attr);
COMMENT ON FUNCTION f_veh_tx IS 'what a search compares of a vehicle';

CREATE INDEX t_veh_srch_ix ON t_veh USING gin (f_veh_tx(mk_nm, mdl_nm, sz_cd, fuel_cd, trn_cd, attr_tx) gin_trgm_ops);

-- Filters of the list of vehicles that no index served.
CREATE INDEX t_veh_attr_ix ON t_veh USING gin (string_to_array(attr_tx, chr(10)));
CREATE INDEX t_veh_sz_ix ON t_veh (sz_cd, crt_ts DESC, veh_id DESC);
CREATE INDEX t_veh_fuel_ix ON t_veh (fuel_cd, crt_ts DESC, veh_id DESC);
CREATE INDEX t_veh_seat_ix ON t_veh (seat_ct);
CREATE INDEX t_veh_boot_ix ON t_veh (boot_lt);

-- Searches that users follow.
CREATE SEQUENCE s_flw START 1 INCREMENT 1;
CREATE TABLE t_flw (
    flw_id bigint       NOT NULL PRIMARY KEY,
    usr_id bigint       NOT NULL REFERENCES t_usr,
    q_tx   varchar(200) NOT NULL,
    wrd_tx varchar(800) NOT NULL,
    itm_cd varchar(1)   CHECK (itm_cd IN ('V', 'B', 'R')),
    min_am bigint,
    max_am bigint,
    crt_ts timestamp(6) NOT NULL
);
COMMENT ON COLUMN t_flw.wrd_tx IS 'the words as they are compared, in lower case and without marks, parted by blanks';
COMMENT ON COLUMN t_flw.itm_cd IS 'vehicles, books or rooms only';
CREATE INDEX t_flw_usr_ix ON t_flw (usr_id, flw_id DESC);
