-- Run once as a superuser in each database that holds an API's rows (legacy, vehicle_service, rental_service).
-- The guard asks whether a session is an applier's; only appliers may say that they are one.
GRANT EXECUTE ON FUNCTION pg_replication_origin_session_is_setup() TO PUBLIC;
GRANT EXECUTE ON FUNCTION pg_replication_origin_create(text) TO rentwave_cdc, rentwave_vehicles_sync, rentwave_rentals_sync;
GRANT EXECUTE ON FUNCTION pg_replication_origin_oid(text) TO rentwave_cdc, rentwave_vehicles_sync, rentwave_rentals_sync;
GRANT EXECUTE ON FUNCTION pg_replication_origin_session_setup(text) TO rentwave_cdc, rentwave_vehicles_sync, rentwave_rentals_sync;
GRANT EXECUTE ON FUNCTION pg_replication_origin_session_reset() TO rentwave_cdc, rentwave_vehicles_sync, rentwave_rentals_sync;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
