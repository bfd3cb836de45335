-- Vehicles as the service keeps them. Their rows are the same facts as the monolith's t_veh, under other names and types.
CREATE TABLE vehicle (
    id               bigint      PRIMARY KEY,
    owner_id         bigint      NOT NULL,
    make             text        NOT NULL,
    model            text        NOT NULL,
    model_year       integer     NOT NULL,
    size_class       text        NOT NULL,
    seats            integer     NOT NULL,
    boot_litres      integer     NOT NULL,
    transmission     text        NOT NULL,
    fuel             text        NOT NULL,
    drive            text        NOT NULL,
    attributes       jsonb       NOT NULL,
    price_per_day    bigint      NOT NULL,
    late_fee_per_day bigint      NOT NULL,
    currency         text        NOT NULL,
    min_days         integer     NOT NULL,
    max_days         integer     NOT NULL,
    available        boolean     NOT NULL,
    version          bigint      NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL
);
COMMENT ON COLUMN vehicle.price_per_day IS 'whole minor units (cents) of currency';
COMMENT ON COLUMN vehicle.version IS 'starts at 0, one more with every change; copied verbatim by an applier';

-- Even ids are made here, odd ones in the monolith: ids of the two sides never meet.
CREATE SEQUENCE vehicle_id START WITH 2 INCREMENT BY 2;

CREATE INDEX vehicle_newest ON vehicle (created_at DESC, id DESC);
CREATE INDEX vehicle_price ON vehicle (price_per_day, id);
CREATE INDEX vehicle_of_owner ON vehicle (owner_id);
CREATE INDEX vehicle_words ON vehicle USING gin ((make || ' ' || model) gin_trgm_ops);
CREATE INDEX vehicle_attributes ON vehicle USING gin (attributes jsonb_path_ops);

-- What was answered to a request that carried an Idempotency-Key: part of the API's rows, written with the change itself.
CREATE TABLE vehicle_idempotency (
    user_id      bigint      NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    status       integer     NOT NULL,
    body         text,
    etag         text,
    location     text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX vehicle_idempotency_age ON vehicle_idempotency (created_at);

-- Nobody writes vehicles here until a cutover hands them over.
INSERT INTO sync.ownership (api, owner, epoch) VALUES ('vehicles', 'nobody', 0);
SELECT sync.guard_table('vehicles', 'vehicle');
SELECT sync.guard_table('vehicles', 'vehicle_idempotency');

ALTER TABLE vehicle REPLICA IDENTITY FULL;
ALTER TABLE vehicle_idempotency REPLICA IDENTITY FULL;
CREATE PUBLICATION rentwave_vehicles FOR TABLE vehicle, vehicle_idempotency, sync.ownership WHERE (api = 'vehicles');

GRANT SELECT, INSERT, UPDATE, DELETE ON vehicle, vehicle_idempotency, sync.apply_position, sync.applied_barrier TO rentwave_vehicles_sync;
GRANT SELECT ON vehicle, vehicle_idempotency TO rentwave_cdc, rentwave_coordinator;
