-- What has to happen in the monolith's wallet because of what happened to a rental. Not guarded and never copied: whoever owns
-- rentals, the side that began a saga finishes it. Finished ones are kept: they say when money and rental came to agree.
CREATE TABLE saga (
    id              uuid        PRIMARY KEY,
    number          bigint      NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind            text        NOT NULL CHECK (kind IN ('RENT', 'CANCEL', 'LATE')),
    status          text        NOT NULL
        CHECK (status IN ('STARTED', 'CONFIRMING', 'REFUNDING', 'CHARGING', 'DONE', 'COMPENSATED')),
    rental_id       bigint      NOT NULL,
    renter_id       bigint      NOT NULL,
    owner_id        bigint      NOT NULL,
    amount          bigint      NOT NULL CHECK (amount >= 0),
    currency        text        NOT NULL,
    item            text        NOT NULL,
    request_key     text,
    late_key        text,
    trace           text,
    attempts        integer     NOT NULL DEFAULT 0,
    last_error      text,
    next_attempt_at timestamptz NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT saga_late_key CHECK ((kind = 'LATE') = (late_key IS NOT NULL))
);
COMMENT ON COLUMN saga.request_key IS 'Idempotency-Key of the request that rents; whoever repeats it clears up first';
COMMENT ON COLUMN saga.next_attempt_at IS 'not before then is it resumed; until then it is in the hands of whoever began it';

CREATE INDEX saga_due ON saga (next_attempt_at) WHERE status IN ('STARTED', 'CONFIRMING', 'REFUNDING', 'CHARGING');
CREATE INDEX saga_open_of_rental ON saga (rental_id, number)
    WHERE status IN ('STARTED', 'CONFIRMING', 'REFUNDING', 'CHARGING');
CREATE UNIQUE INDEX saga_late ON saga (late_key);
GRANT SELECT ON saga TO rentwave_coordinator;

-- How far the business clock is ahead of the real one. One row; only where the clock may be moved is it looked at.
CREATE TABLE clock_offset (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    seconds bigint  NOT NULL
);
INSERT INTO clock_offset (seconds) VALUES (0);
