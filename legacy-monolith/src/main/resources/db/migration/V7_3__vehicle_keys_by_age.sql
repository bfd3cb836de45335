-- Keys of vehicles are forgotten a day after their request, like all others.
CREATE INDEX t_veh_idem_crt_ix ON t_veh_idem (crt_ts);
