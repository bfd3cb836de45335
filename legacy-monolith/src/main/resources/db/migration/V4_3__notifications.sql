-- What users are told. Numbers are given in the order of commits: only one transaction at a time receives events.
CREATE SEQUENCE s_ntf START 1 INCREMENT 1;
CREATE TABLE t_ntf (
    ntf_id bigint       NOT NULL PRIMARY KEY,
    usr_id bigint       NOT NULL,
    knd_cd varchar(2)   NOT NULL CHECK (knd_cd IN ('RE', 'BK', 'CN', 'LT', 'NW')),
    txt_tx varchar(500) NOT NULL,
    pth_tx varchar(200) NOT NULL,
    evt_id uuid         NOT NULL,
    crt_ts timestamp(6) NOT NULL,
    rd_ts  timestamp(6),
    CONSTRAINT t_ntf_once_uk UNIQUE (evt_id, usr_id)
);
CREATE INDEX t_ntf_usr_ix ON t_ntf (usr_id, ntf_id DESC);
CREATE INDEX t_ntf_unread_ix ON t_ntf (usr_id, ntf_id DESC) WHERE rd_ts IS NULL;
