-- What users tell about themselves.
ALTER TABLE t_usr
    ADD COLUMN abt_tx varchar(2000) NOT NULL DEFAULT '',
    ADD COLUMN plc_tx varchar(100)  NOT NULL DEFAULT '',
    ADD COLUMN ver_no bigint        NOT NULL DEFAULT 0;
