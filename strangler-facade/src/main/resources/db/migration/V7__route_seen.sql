-- Which version of a route each facade uses, told again every second: one that is gone stops telling.
CREATE TABLE route_seen (
    facade  text        NOT NULL,
    api     text        NOT NULL,
    version bigint      NOT NULL,
    at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (facade, api)
);
