-- What is sent next is read in the order of sending: a morning's thousands are not sorted again for every few that leave.
CREATE INDEX outbox_in_order ON outbox (lane, not_before, id) WHERE state = 'queued';
