package org.parley.round;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackageId;

/// An answer, or an ask to see an improvement, that was not taken. Its words are not kept.
///
/// @param to the package
/// @param at the moment of receipt
/// @param who the account that sent it
/// @param from the party whose delegation sent it; null for everyone else
/// @param by the party in whose name it was sent; null for none
/// @param isAsk whether it was an ask
/// @param why the reason
public record RefusedAnswer(
    TabledPackageId to,
    Instant at,
    String who,
    @Nullable PartyId from,
    @Nullable PartyId by,
    boolean isAsk,
    AnswerFault why) {}
