-- Vehicles, books (their adverts) and rooms; cancelling; days late.
ALTER TABLE t_rnt DROP CONSTRAINT t_rnt_itm_cd_check;
ALTER TABLE t_rnt ADD CONSTRAINT t_rnt_itm_ck CHECK (itm_cd IN ('V', 'B', 'R'));
ALTER TABLE t_rnt DROP CONSTRAINT t_rnt_sts_cd_check;
ALTER TABLE t_rnt ADD CONSTRAINT t_rnt_sts_ck CHECK (sts_cd IN ('A', 'R', 'C'));

ALTER TABLE t_rnt
    ADD COLUMN late_fee_am bigint  NOT NULL DEFAULT 0 CHECK (late_fee_am >= 0),
    ADD COLUMN late_dd     integer NOT NULL DEFAULT 0 CHECK (late_dd >= 0),
    ADD COLUMN late_am     bigint  NOT NULL DEFAULT 0 CHECK (late_am >= 0),
    ADD COLUMN can_ts      timestamp(6);
COMMENT ON COLUMN t_rnt.late_fee_am IS 'for each day late, as advertised when it was rented';
COMMENT ON COLUMN t_rnt.late_dd IS 'days late that have been charged';
COMMENT ON COLUMN t_rnt.late_am IS 'the sum of the charges';

-- Rentals that were agreed before fees were copied: what is advertised now.
UPDATE t_rnt r SET late_fee_am = v.late_fee_am FROM t_veh v WHERE r.itm_cd = 'V' AND v.veh_id = r.itm_id;

ALTER TABLE t_rnt ADD CONSTRAINT t_rnt_end_ck
    CHECK ((sts_cd = 'R') = (ret_ts IS NOT NULL) AND (sts_cd = 'C') = (can_ts IS NOT NULL));
CREATE INDEX t_rnt_due_ix ON t_rnt ((to_dt + late_dd), rnt_id) WHERE sts_cd = 'A';

-- One row for each day late: no day is charged twice.
CREATE TABLE t_rnt_late (
    rnt_id bigint       NOT NULL REFERENCES t_rnt,
    day_dt date         NOT NULL,
    fee_am bigint       NOT NULL CHECK (fee_am >= 0),
    crt_ts timestamp(6) NOT NULL,
    CONSTRAINT t_rnt_late_pk PRIMARY KEY (rnt_id, day_dt)
);
