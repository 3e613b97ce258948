package org.parley.round;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackageId;

/// One entry of the sealed answers: an answer, its correction, or its withdrawal.
///
/// @param to the package answered
/// @param by the party that answers
/// @param at the moment of its receipt
/// @param basis the digest of the words and the rule answered to, as in [TabledSheet#basis()]
/// @param sheet the answer; null for a withdrawal
public record SealedAnswer(
    TabledPackageId to, PartyId by, Instant at, String basis, @Nullable AnswerSheet sheet) {}
