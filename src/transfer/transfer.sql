-- name:  transfer_chain_end -> one transfer_chain_end_row
-- about: The end of the access log's chain, to be written down outside of the store.
-- may:   access_log_read
SELECT length, hash FROM chain WHERE name = 'access';
