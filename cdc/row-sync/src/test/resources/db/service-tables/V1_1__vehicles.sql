-- The tables of the vehicles API as the service has them.
CREATE TABLE vehicle (
    id bigint PRIMARY KEY, owner_id bigint NOT NULL, make text NOT NULL, model text NOT NULL, model_year integer NOT NULL,
    size_class text NOT NULL, seats integer NOT NULL, boot_litres integer NOT NULL, transmission text NOT NULL,
    fuel text NOT NULL, drive text NOT NULL, attributes jsonb NOT NULL, price_per_day bigint NOT NULL,
    late_fee_per_day bigint NOT NULL, currency text NOT NULL, min_days integer NOT NULL, max_days integer NOT NULL,
    available boolean NOT NULL, version bigint NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
CREATE TABLE vehicle_idempotency (
    user_id bigint NOT NULL, key text NOT NULL, request_hash text NOT NULL, status integer NOT NULL, body text, etag text,
    location text, created_at timestamptz NOT NULL, PRIMARY KEY (user_id, key));
INSERT INTO sync.ownership VALUES ('vehicles', 'nobody', 0);
SELECT sync.guard_table('vehicles', 'vehicle');
SELECT sync.guard_table('vehicles', 'vehicle_idempotency');
ALTER TABLE vehicle REPLICA IDENTITY FULL;
ALTER TABLE vehicle_idempotency REPLICA IDENTITY FULL;
CREATE PUBLICATION rentwave_vehicles FOR TABLE vehicle, vehicle_idempotency, sync.ownership WHERE (api = 'vehicles');
GRANT SELECT, INSERT, UPDATE, DELETE ON vehicle, vehicle_idempotency, sync.apply_position, sync.applied_barrier
    TO rentwave_vehicles_sync;
