-- Which side answers an API's reads and takes its writes. One row per API; every change raises version and is kept.
CREATE TABLE route (
    api            text        PRIMARY KEY,
    phase          text        NOT NULL CHECK (phase IN ('LEGACY', 'SYNCED', 'SHADOW', 'CANARY', 'READS', 'OWNED', 'RETIRED')),
    canary_percent integer     NOT NULL CHECK (canary_percent BETWEEN 0 AND 100),
    owner          text        NOT NULL CHECK (owner IN ('legacy', 'service', 'nobody')),
    epoch          bigint      NOT NULL CHECK (epoch >= 0),
    version        bigint      NOT NULL CHECK (version >= 0),
    changed_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN route.owner IS 'where writes go. The databases decide (sync.ownership); this is only the signpost, and may be late.';
COMMENT ON COLUMN route.epoch IS 'the epoch of that owner; never goes back';

CREATE TABLE route_history (
    api            text        NOT NULL REFERENCES route (api),
    version        bigint      NOT NULL,
    phase          text        NOT NULL,
    canary_percent integer     NOT NULL,
    owner          text        NOT NULL,
    epoch          bigint      NOT NULL,
    changed_at     timestamptz NOT NULL,
    PRIMARY KEY (api, version)
);

CREATE FUNCTION route_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.version <= OLD.version OR NEW.epoch < OLD.epoch) THEN
        RAISE EXCEPTION 'the route of % may not go back from version % epoch % to version % epoch %',
            NEW.api, OLD.version, OLD.epoch, NEW.version, NEW.epoch;
    END IF;
    INSERT INTO route_history (api, version, phase, canary_percent, owner, epoch, changed_at)
    VALUES (NEW.api, NEW.version, NEW.phase, NEW.canary_percent, NEW.owner, NEW.epoch, NEW.changed_at);
    PERFORM pg_notify('rentwave_route', NEW.api);
    RETURN NULL;
END
$$;
CREATE TRIGGER route_changed AFTER INSERT OR UPDATE ON route FOR EACH ROW EXECUTE FUNCTION route_changed();

INSERT INTO route (api, phase, canary_percent, owner, epoch, version) VALUES ('vehicles', 'LEGACY', 0, 'legacy', 0, 0);
