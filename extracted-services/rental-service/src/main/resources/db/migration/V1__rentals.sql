-- Rentals as the service keeps them. Their rows are the same facts as the monolith's t_rnt, under other names and types. They
-- copy title, price and owner, so that a deleted thing never touches them.
CREATE TABLE rental (
    id               bigint      PRIMARY KEY,
    item_type        text        NOT NULL CHECK (item_type IN ('VEHICLE', 'BOOK', 'ROOM')),
    item_id          bigint      NOT NULL,
    title            text        NOT NULL,
    renter_id        bigint      NOT NULL,
    owner_id         bigint      NOT NULL,
    from_date        date        NOT NULL,
    to_date          date        NOT NULL,
    occupied_to      date        NOT NULL,
    price            bigint      NOT NULL CHECK (price >= 0),
    late_fee_per_day bigint      NOT NULL CHECK (late_fee_per_day >= 0),
    currency         text        NOT NULL,
    status           text        NOT NULL CHECK (status IN ('ACTIVE', 'RETURNED', 'CANCELLED')),
    late_days        integer     NOT NULL CHECK (late_days >= 0),
    late_fees        bigint      NOT NULL CHECK (late_fees >= 0),
    created_at       timestamptz NOT NULL,
    returned_at      timestamptz,
    cancelled_at     timestamptz,
    updated_at       timestamptz NOT NULL,
    CONSTRAINT rental_period CHECK (from_date < to_date AND occupied_to BETWEEN from_date AND to_date),
    CONSTRAINT rental_end CHECK (
        (status = 'RETURNED') = (returned_at IS NOT NULL) AND (status = 'CANCELLED') = (cancelled_at IS NOT NULL)),
    -- Never two rentals of one thing on one day.
    CONSTRAINT rental_once EXCLUDE USING gist
        (item_type WITH =, item_id WITH =, daterange(from_date, occupied_to) WITH &&)
);
COMMENT ON COLUMN rental.price IS 'whole minor units (cents) of currency, for the whole period';
COMMENT ON COLUMN rental.occupied_to IS 'the day from which the thing is free again: to_date, or earlier when it came back early';
COMMENT ON COLUMN rental.late_days IS 'days late that have been charged';

-- Even ids are made here, odd ones in the monolith: ids of the two sides never meet.
CREATE SEQUENCE rental_id START WITH 2 INCREMENT BY 2;

CREATE INDEX rental_of_renter ON rental (renter_id, created_at DESC, id DESC);
CREATE INDEX rental_of_owner ON rental (owner_id, created_at DESC, id DESC);
CREATE INDEX rental_due ON rental ((to_date + late_days), id) WHERE status = 'ACTIVE';

-- One row for each day late: no day is charged twice. No foreign key: an applier may bring the rows of one rental in any order.
CREATE TABLE rental_late (
    rental_id  bigint      NOT NULL,
    day        date        NOT NULL,
    fee        bigint      NOT NULL CHECK (fee >= 0),
    created_at timestamptz NOT NULL,
    PRIMARY KEY (rental_id, day)
);

-- What was answered to a request that carried an Idempotency-Key: part of the API's rows, written with the change itself.
CREATE TABLE rental_idempotency (
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
CREATE INDEX rental_idempotency_age ON rental_idempotency (created_at);

-- Nobody writes rentals here until a cutover hands them over.
INSERT INTO sync.ownership (api, owner, epoch) VALUES ('rentals', 'nobody', 0);
SELECT sync.guard_table('rentals', 'rental');
SELECT sync.guard_table('rentals', 'rental_late');
SELECT sync.guard_table('rentals', 'rental_idempotency');

ALTER TABLE rental REPLICA IDENTITY FULL;
ALTER TABLE rental_late REPLICA IDENTITY FULL;
ALTER TABLE rental_idempotency REPLICA IDENTITY FULL;

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

-- One publication for everything that is captured here: rows and events leave in one stream, in the order of their commits.
CREATE PUBLICATION rentwave FOR TABLE rental, rental_late, rental_idempotency, sync.ownership, outbox;

GRANT SELECT, INSERT, UPDATE, DELETE ON rental, rental_late, rental_idempotency, sync.apply_position, sync.applied_barrier
    TO rentwave_rentals_sync;
GRANT SELECT ON rental, rental_late, rental_idempotency TO rentwave_cdc, rentwave_coordinator;
GRANT SELECT, DELETE ON outbox TO rentwave_cdc;
