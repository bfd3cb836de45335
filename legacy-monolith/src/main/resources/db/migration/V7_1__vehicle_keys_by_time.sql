-- A cutover compares what changed a moment ago while writes stand still: it must not look at all keys for it.
CREATE INDEX t_veh_idem_crt_ix ON t_veh_idem (crt_ts);
