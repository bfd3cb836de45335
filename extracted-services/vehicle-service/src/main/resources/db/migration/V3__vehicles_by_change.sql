-- A cutover compares what changed a moment ago while writes stand still: it must not look at all vehicles for it.
CREATE INDEX vehicle_changed ON vehicle (updated_at);
