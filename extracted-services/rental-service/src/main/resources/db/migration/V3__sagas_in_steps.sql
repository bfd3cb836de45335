-- No transaction is open while the wallet is asked. So a saga that has just begun says what it is about to rent, and from when to
-- when, which keeps others away from it; and that money is let go is decided and stored before the wallet is told.
ALTER TABLE saga DROP CONSTRAINT saga_status_check;
ALTER TABLE saga ADD CONSTRAINT saga_status_check CHECK (
    status IN ('STARTED', 'RELEASING', 'CONFIRMING', 'REFUNDING', 'CHARGING', 'DONE', 'COMPENSATED'));
ALTER TABLE saga ADD COLUMN from_date date, ADD COLUMN to_date date;
COMMENT ON COLUMN saga.from_date IS 'of a renting: with to_date, the days that nobody else begins to rent while it is STARTED';

DROP INDEX saga_due;
DROP INDEX saga_open_of_rental;
CREATE INDEX saga_due ON saga (next_attempt_at)
    WHERE status IN ('STARTED', 'RELEASING', 'CONFIRMING', 'REFUNDING', 'CHARGING');
CREATE INDEX saga_open_of_rental ON saga (rental_id, number)
    WHERE status IN ('STARTED', 'RELEASING', 'CONFIRMING', 'REFUNDING', 'CHARGING');
CREATE INDEX saga_of_renter ON saga (renter_id) WHERE status IN ('STARTED', 'RELEASING');
CREATE INDEX saga_of_item ON saga (item) WHERE status = 'STARTED';
CREATE INDEX saga_ended ON saga (updated_at) WHERE status IN ('DONE', 'COMPENSATED');
COMMENT ON TABLE saga IS 'What is still to be done in the wallet. Those that have ended are removed after a while.';
