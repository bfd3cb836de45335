-- Where what a notification is about can be read: the positions of all APIs when the event was received. None for those from
-- before.
ALTER TABLE t_ntf ADD COLUMN pos_tx varchar(500);
