-- How reads that both sides were asked compared, summed up by the minute.
CREATE TABLE shadow_tally (
    api        text        NOT NULL,
    minute     timestamptz NOT NULL,
    matched    bigint      NOT NULL,
    mismatched bigint      NOT NULL,
    unstable   bigint      NOT NULL,
    behind     bigint      NOT NULL,
    unanswered bigint      NOT NULL,
    dropped    bigint      NOT NULL,
    PRIMARY KEY (api, minute)
);
COMMENT ON COLUMN shadow_tally.dropped IS 'not compared, because too many waited';

-- What differed, grouped by its cause. Bounded in causes and in examples of each; no personal data.
CREATE TABLE shadow_cause (
    api      text        NOT NULL,
    cause    text        NOT NULL,
    seen     bigint      NOT NULL,
    first_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    last_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (api, cause)
);
CREATE TABLE shadow_example (
    id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    api   text        NOT NULL,
    cause text        NOT NULL,
    at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    path  text        NOT NULL,
    lines jsonb       NOT NULL,
    FOREIGN KEY (api, cause) REFERENCES shadow_cause ON DELETE CASCADE
);
CREATE INDEX shadow_example_of_cause ON shadow_example (api, cause, id DESC);
