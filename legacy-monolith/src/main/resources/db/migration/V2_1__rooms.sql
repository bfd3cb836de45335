-- Guest rooms.
CREATE SEQUENCE s_room START 1 INCREMENT 1;
CREATE TABLE t_room (
    room_id     bigint        NOT NULL PRIMARY KEY,
    own_usr_id  bigint        NOT NULL REFERENCES t_usr,
    ttl_tx      varchar(100)  NOT NULL,
    dsc_tx      varchar(4000) NOT NULL,
    plc_tx      varchar(100)  NOT NULL,
    plc_srch_tx varchar(200)  NOT NULL,
    srch_tx     text          NOT NULL,
    full_tx     text          NOT NULL,
    ctry_cd     varchar(2)    NOT NULL,
    bed_ct      integer       NOT NULL,
    gst_ct      integer       NOT NULL,
    amn_tx      varchar(100)  NOT NULL,
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
COMMENT ON COLUMN t_room.srch_tx IS 'title and place as a search compares them, in lower case and without marks; written by the application';
COMMENT ON COLUMN t_room.full_tx IS 'title, place and description, likewise';
COMMENT ON COLUMN t_room.amn_tx IS 'codes of the amenities, parted by blanks';

CREATE INDEX t_room_new_ix ON t_room (crt_ts DESC, room_id DESC);
CREATE INDEX t_room_prc_ix ON t_room (day_prc_am, room_id);
CREATE INDEX t_room_own_ix ON t_room (own_usr_id, crt_ts DESC, room_id DESC);
CREATE INDEX t_room_ctry_ix ON t_room (ctry_cd, crt_ts DESC, room_id DESC);
CREATE INDEX t_room_bed_ix ON t_room (bed_ct);
CREATE INDEX t_room_gst_ix ON t_room (gst_ct);
CREATE INDEX t_room_amn_ix ON t_room USING gin (string_to_array(amn_tx, ' '));
CREATE INDEX t_room_plc_ix ON t_room USING gin (plc_srch_tx gin_trgm_ops);
CREATE INDEX t_room_srch_ix ON t_room USING gin (srch_tx gin_trgm_ops);
CREATE INDEX t_room_full_ix ON t_room USING gin (full_tx gin_trgm_ops);
