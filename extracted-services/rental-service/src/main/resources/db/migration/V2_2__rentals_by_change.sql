-- A cutover compares what changed a moment ago while writes stand still: it must not look at all rentals for it.
CREATE INDEX rental_changed ON rental (updated_at);
CREATE INDEX rental_late_age ON rental_late (created_at);
