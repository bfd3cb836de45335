-- Why reads were not copied; the rest of the dropped was for want of a place.
ALTER TABLE shadow_tally
    ADD over_rate bigint NOT NULL DEFAULT 0,
    ADD overload  bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN shadow_tally.dropped IS 'not copied, so that nobody is slowed down, in all';
COMMENT ON COLUMN shadow_tally.over_rate IS 'those of the dropped that were more than may be copied in a second';
COMMENT ON COLUMN shadow_tally.overload IS 'those of the dropped that the facade was too busy for';
