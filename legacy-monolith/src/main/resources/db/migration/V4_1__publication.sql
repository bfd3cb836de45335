-- One publication for everything that is captured here: rows and events leave in one stream, in the order of their commits.
ALTER TABLE t_outbx ADD CONSTRAINT t_outbx_dat_ck CHECK (dat_tx IS JSON OBJECT);
CREATE PUBLICATION rentwave FOR TABLE t_veh, t_veh_idem, sync.ownership, t_outbx;
DROP PUBLICATION rentwave_vehicles;
