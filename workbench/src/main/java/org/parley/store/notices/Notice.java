package org.parley.store.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A notice in the outbox. It has no content but its recipient: every notice says the same.
///
/// @param id its id, random
/// @param account the account it is for; null for the webhook
/// @param address the mail address; empty for the webhook
/// @param made when it was made
/// @param attempts how often it was tried, this time included
public record Notice(
    String id, @Nullable String account, String address, Instant made, int attempts) {}
