-- Roles and databases of RentWave. Run once as a superuser, in database postgres, each statement on its own
-- (CREATE DATABASE does not run in a transaction). Passwords are set separately, with ALTER ROLE, and never stored here.
CREATE ROLE rentwave_legacy LOGIN;
CREATE ROLE rentwave_vehicles LOGIN;
CREATE ROLE rentwave_vehicles_sync LOGIN;
CREATE ROLE rentwave_rentals LOGIN;
CREATE ROLE rentwave_rentals_sync LOGIN;
CREATE ROLE rentwave_cdc LOGIN REPLICATION;
CREATE ROLE rentwave_coordinator LOGIN;
GRANT pg_monitor TO rentwave_coordinator;
GRANT pg_monitor TO rentwave_cdc;
CREATE DATABASE legacy OWNER rentwave_legacy;
CREATE DATABASE vehicle_service OWNER rentwave_vehicles;
CREATE DATABASE rental_service OWNER rentwave_rentals;
CREATE DATABASE migration OWNER rentwave_coordinator;
