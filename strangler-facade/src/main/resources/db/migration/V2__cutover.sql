-- A move of one API from one phase to another, and where it stands. (attempt, phase, step) names the operation that is
-- carried out next; it only changes by compare-and-set. Storing the step SWITCH is the decision of a flip.
CREATE TABLE cutover (
    id                  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    api                 text        NOT NULL,
    from_phase          text        NOT NULL,
    to_phase            text        NOT NULL,
    state               text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'REFUSED', 'ABORTED')),
    attempt             integer     NOT NULL CHECK (attempt >= 1),
    phase               text        NOT NULL,
    step                text        NOT NULL,
    step_since          timestamptz NOT NULL DEFAULT clock_timestamp(),
    epoch               bigint      CHECK (epoch >= 1),
    reason              text,
    reasons             jsonb       NOT NULL DEFAULT '[]',
    held                integer     NOT NULL DEFAULT 0,
    longest_hold_millis bigint      NOT NULL DEFAULT 0,
    lease_holder        text,
    lease_until         timestamptz,
    started_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at            timestamptz,
    CHECK ((state = 'RUNNING') = (ended_at IS NULL))
);
COMMENT ON COLUMN cutover.phase IS 'the phase that is being entered, or was entered last';
COMMENT ON COLUMN cutover.epoch IS 'the absolute ownership epoch of this attempt to flip; empty before the first flip';
COMMENT ON COLUMN cutover.lease_until IS 'until then no other coordinator takes the move over; by the clock of this database';

-- Moves are serialised: two flips at once could wait for each other for ever.
CREATE UNIQUE INDEX cutover_one_runs ON cutover ((true)) WHERE state = 'RUNNING';
CREATE INDEX cutover_of_api ON cutover (api, id DESC);

CREATE TABLE cutover_step (
    number     bigint      GENERATED ALWAYS AS IDENTITY,
    cutover_id bigint      NOT NULL REFERENCES cutover (id),
    attempt    integer     NOT NULL,
    phase      text        NOT NULL,
    step       text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at   timestamptz,
    detail     text,
    PRIMARY KEY (cutover_id, attempt, phase, step)
);

-- What can be shown of a flip later: who, when, the gates with their evidence, the times, the rows compared.
CREATE TABLE flip_certificate (
    cutover_id bigint      NOT NULL REFERENCES cutover (id),
    epoch      bigint      NOT NULL,
    issued_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    body       jsonb       NOT NULL,
    PRIMARY KEY (cutover_id, epoch)
);
