-- Domain events, written with the change they tell of and read from the write-ahead log. Not guarded, never copied to
-- another side; whoever captures the log deletes rows that have been published for a while.
CREATE TABLE outbox (
    id             uuid        PRIMARY KEY,
    aggregate_type text        NOT NULL,
    aggregate_id   text        NOT NULL,
    type           text        NOT NULL,
    actor          bigint,
    trace          text,
    created_at     timestamptz NOT NULL,
    data           jsonb       NOT NULL CHECK (jsonb_typeof(data) = 'object')
);
COMMENT ON COLUMN outbox.actor IS 'who did it; null when a timer did';
CREATE INDEX outbox_age ON outbox (created_at);
GRANT SELECT, DELETE ON outbox TO rentwave_cdc;

-- One publication for everything that is captured here: rows and events leave in one stream, in the order of their commits.
CREATE PUBLICATION rentwave FOR TABLE vehicle, vehicle_idempotency, sync.ownership, outbox;
DROP PUBLICATION rentwave_vehicles;
