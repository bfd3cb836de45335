-- Keys are removed when they are a day old.
CREATE INDEX t_idem_crt_ix ON t_idem (crt_ts);
