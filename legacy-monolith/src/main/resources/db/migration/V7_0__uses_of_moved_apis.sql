-- What the monolith still answers of an API that another side owns, by the second: who wants to retire it from the API has
-- to know that nobody asks for it. Written only then, so never while everything is as usual.
CREATE TABLE t_api_use (
    api_cd varchar(20)  NOT NULL,
    use_ts timestamp(0) NOT NULL,
    use_ct bigint       NOT NULL,
    CONSTRAINT t_api_use_pk PRIMARY KEY (api_cd, use_ts)
);

-- Since when that is counted: one row.
CREATE TABLE t_api_use_wch (wch_ts timestamp(6) NOT NULL);
INSERT INTO t_api_use_wch VALUES (now() AT TIME ZONE 'UTC');
