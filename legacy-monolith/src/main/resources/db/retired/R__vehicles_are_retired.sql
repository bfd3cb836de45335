-- For a monolith without a component for vehicles, then moved to db/migration: their service owns them, for ever. A new
-- installation begins that way, and where vehicles were retired before nothing is left to do. Anywhere else this monolith
-- does not start, and nothing is changed.
DO $$
DECLARE
    found record;
BEGIN
    SELECT o.owner, o.epoch INTO found FROM sync.ownership o WHERE o.api = 'vehicles' FOR UPDATE;
    IF found.owner = 'retired' THEN
        RETURN;
    END IF;
    IF found.owner <> 'legacy' OR found.epoch > 0 OR EXISTS (SELECT FROM t_veh) THEN
        RAISE EXCEPTION 'vehicles are not retired in this database (owner %, epoch %), and this monolith has no component for them',
            found.owner, found.epoch
            USING HINT = 'Nothing was changed. Start the build before this one again, and retire them there: ./rentwave migrate vehicles --to RETIRED --yes-no-way-back';
    END IF;
    UPDATE sync.ownership SET owner = 'nobody', epoch = 1 WHERE api = 'vehicles';
    UPDATE sync.ownership SET owner = 'retired' WHERE api = 'vehicles';
END
$$;
