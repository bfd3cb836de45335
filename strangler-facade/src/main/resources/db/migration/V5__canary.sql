-- The share of users in steps of 0.01 %.
ALTER TABLE route ALTER COLUMN canary_percent TYPE numeric(5, 2);
ALTER TABLE route_history ALTER COLUMN canary_percent TYPE numeric(5, 2);

ALTER TABLE cutover ADD COLUMN because text;
COMMENT ON COLUMN cutover.because IS 'why the facade asked for the move by itself; empty when a person asked';
