-- Lists of rentals are in the order of their making. Ids tell it no more: some are made by another service.
DROP INDEX t_rnt_rntr_ix, t_rnt_own_ix;
CREATE INDEX t_rnt_rntr_ix ON t_rnt (rntr_usr_id, crt_ts DESC, rnt_id DESC);
CREATE INDEX t_rnt_own_ix ON t_rnt (own_usr_id, crt_ts DESC, rnt_id DESC);
