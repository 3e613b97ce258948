package org.parley.round;

import java.time.Instant;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackageId;

/// One entry of the sealed asks: a party asks to see an improvement of a package if all ask, or
/// takes that back.
///
/// @param to the package
/// @param by the party that asks
/// @param at the moment of its receipt
/// @param basis the digest of the words and the rule, as in [TabledSheet#basis()]
/// @param asks whether it asks, as opposed to taking the ask back
public record SealedAsk(TabledPackageId to, PartyId by, Instant at, String basis, boolean asks) {}
