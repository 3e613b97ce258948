package org.parley.board;

import java.util.Optional;
import org.parley.model.claim.ClaimId;

/// A share of completeness somebody quoted, beside what the record says.
///
/// @param claim the claim that quotes it
/// @param computed how complete the same thing is among the same parties; empty where it has no
///   points
/// @param explanation the difference in one sentence
public record QuotedShare(ClaimId claim, Optional<Agreement> computed, String explanation) {}
