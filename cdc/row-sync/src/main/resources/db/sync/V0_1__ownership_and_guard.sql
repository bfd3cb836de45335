-- Who may write an API's rows is decided here, in each database, and nowhere else.
-- Placeholder: ${side} is the side this database stands for, 'legacy' or 'service'.
CREATE SCHEMA sync;

CREATE TABLE sync.ownership (
    api   text   PRIMARY KEY,
    owner text   NOT NULL CHECK (owner IN ('${side}', 'nobody')),
    epoch bigint NOT NULL CHECK (epoch >= 0)
);
COMMENT ON TABLE sync.ownership IS
    'owner = ''${side}'': this database may write the API''s rows. nobody: it may not (the other side owns them, or a cutover is in its fence). epoch never goes back.';

-- How far this database has applied the other side's rows.
CREATE TABLE sync.apply_position (
    stream           text        PRIMARY KEY,
    next_offset      bigint      NOT NULL,
    source_system_id text        NOT NULL,
    source_timeline  integer     NOT NULL,
    source_epoch     bigint      NOT NULL,
    applied_lsn      pg_lsn      NOT NULL,
    applied_at       timestamptz NOT NULL
);
COMMENT ON COLUMN sync.apply_position.next_offset IS 'Kafka offset of the first record that is not applied yet';
COMMENT ON COLUMN sync.apply_position.applied_lsn IS 'every transaction the source committed at or before this position is applied';

CREATE TABLE sync.applied_barrier (
    stream     text        NOT NULL,
    barrier    text        NOT NULL,
    applied_at timestamptz NOT NULL,
    PRIMARY KEY (stream, barrier)
);

CREATE FUNCTION sync.side() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '${side}'::text;

-- The advisory lock of an API: writers and appliers share it, the fence takes it alone.
CREATE FUNCTION sync.lock_key(api text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN hashtextextended('rentwave.ownership.' || api, 0);

-- Refuses with SQLSTATE RW001 unless this database owns the API. Locking and reading are two statements of a VOLATILE
-- function, so that the read has a snapshot taken after the lock. Under REPEATABLE READ and SERIALIZABLE the snapshot
-- is older than the lock: FOR SHARE then fails with 40001 when the row has changed since.
CREATE FUNCTION sync.assert_owner(wanted text) RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_owner text;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(sync.lock_key(wanted));
    IF current_setting('transaction_isolation') = 'read committed' THEN
        SELECT o.owner INTO found_owner FROM sync.ownership o WHERE o.api = wanted;
    ELSE
        SELECT o.owner INTO found_owner FROM sync.ownership o WHERE o.api = wanted FOR SHARE;
    END IF;
    IF found_owner IS DISTINCT FROM sync.side() THEN
        RAISE EXCEPTION 'database % does not own % (owner: %)', current_database(), wanted, coalesce(found_owner, 'unknown')
            USING ERRCODE = 'RW001', HINT = 'Nothing was written. Send the request to the owner.';
    END IF;
END
$$;

CREATE FUNCTION sync.guard() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF NOT pg_replication_origin_session_is_setup() THEN
        PERFORM sync.assert_owner(TG_ARGV[0]);
    END IF;
    RETURN NULL;
END
$$;

-- Puts the guard on a table, and on each of its partitions.
CREATE FUNCTION sync.guard_table(api text, guarded regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    part regclass;
BEGIN
    FOR part IN SELECT relid FROM pg_partition_tree(guarded) UNION SELECT guarded LOOP
        EXECUTE format('CREATE TRIGGER rw_guard BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH STATEMENT EXECUTE FUNCTION sync.guard(%L)', part, api);
        EXECUTE format('CREATE TRIGGER rw_guard_truncate BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION sync.guard(%L)', part, api);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER rw_guard', part);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER rw_guard_truncate', part);
    END LOOP;
    INSERT INTO sync.guarded_table (api, name) VALUES (guard_table.api, guarded::text);
END
$$;

-- The tables that belong to an API, for the gate that checks the guard's coverage.
CREATE TABLE sync.guarded_table (
    api  text NOT NULL REFERENCES sync.ownership (api),
    name text NOT NULL,
    PRIMARY KEY (api, name)
);

-- Guarded relations (partitions included) whose guard is missing, switched off, or not ENABLE ALWAYS.
CREATE FUNCTION sync.unguarded(wanted text) RETURNS TABLE (relation text, missing text) LANGUAGE sql STABLE AS $$
    SELECT p.relid::text, t.name
    FROM sync.guarded_table g
    CROSS JOIN LATERAL (SELECT relid FROM pg_partition_tree(to_regclass(g.name)) UNION SELECT to_regclass(g.name)) p
    CROSS JOIN (VALUES ('rw_guard'), ('rw_guard_truncate')) AS t (name)
    WHERE g.api = wanted
      AND NOT EXISTS (
          SELECT FROM pg_trigger x
          WHERE x.tgrelid = p.relid AND x.tgname = t.name AND x.tgenabled = 'A' AND x.tgfoid = 'sync.guard'::regproc)
$$;

GRANT USAGE ON SCHEMA sync TO PUBLIC;
GRANT SELECT ON ALL TABLES IN SCHEMA sync TO PUBLIC;
GRANT UPDATE ON sync.ownership TO rentwave_coordinator;
