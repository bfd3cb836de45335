-- The fence for ever. Once the monolith's database has handed an API over, its row can be made to say retired; from then on
-- nobody changes that row, whatever privileges they have on its table: no late flip, no rollback, no hand.
-- Repeatable, so that databases made before this file get it too. Placeholder: ${side}, as in V0_1.
ALTER TABLE sync.ownership DROP CONSTRAINT IF EXISTS ownership_owner_check;
ALTER TABLE sync.ownership ADD CONSTRAINT ownership_owner_check
    CHECK (owner IN ('${side}', 'nobody') OR (owner = 'retired' AND '${side}' = 'legacy'));
COMMENT ON TABLE sync.ownership IS
    'owner = ''${side}'': this database may write the API''s rows. nobody: it may not (the other side owns them, or a cutover is in its fence). retired: it never may again. epoch never goes back.';

CREATE OR REPLACE FUNCTION sync.keep_retired() RETURNS trigger LANGUAGE plpgsql VOLATILE
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    kept text;
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        SELECT min(o.api) INTO kept FROM sync.ownership o WHERE o.owner = 'retired';
    ELSIF OLD.owner = 'retired' THEN
        kept := OLD.api;
    END IF;
    IF kept IS NOT NULL THEN
        RAISE EXCEPTION 'database % is retired from % for ever', current_database(), kept
            USING ERRCODE = 'RW002', HINT = 'Nothing was changed. The service owns the rows; there is no way back.';
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.owner = 'retired' AND (OLD.owner <> 'nobody' OR NEW.api <> OLD.api OR NEW.epoch <> OLD.epoch) THEN
        RAISE EXCEPTION 'database % owns %, so it cannot be retired from it', current_database(), OLD.api
            USING ERRCODE = 'RW002', HINT = 'Nothing was changed. Hand the rows over first.';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER rw_retired BEFORE UPDATE OR DELETE ON sync.ownership
    FOR EACH ROW EXECUTE FUNCTION sync.keep_retired();
CREATE OR REPLACE TRIGGER rw_retired_truncate BEFORE TRUNCATE ON sync.ownership
    FOR EACH STATEMENT EXECUTE FUNCTION sync.keep_retired();
ALTER TABLE sync.ownership ENABLE ALWAYS TRIGGER rw_retired;
ALTER TABLE sync.ownership ENABLE ALWAYS TRIGGER rw_retired_truncate;
