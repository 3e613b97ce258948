package org.parley.round.log;

import java.util.List;
import org.parley.round.RefusedAnswer;
import org.parley.round.SealedAnswer;
import org.parley.round.SealedAsk;

/// The sealed entries of a round, in the order of receipt.
///
/// @param answers the answers to its packages
/// @param asks the asks to see an improvement
/// @param refused the answers and asks that were not taken, as far as the log tells of them
public record SealedEntries(
    List<SealedAnswer> answers, List<SealedAsk> asks, List<RefusedAnswer> refused) {

  public SealedEntries {
    answers = List.copyOf(answers);
    asks = List.copyOf(asks);
    refused = List.copyOf(refused);
  }

  /// Entries of which none was refused.
  public SealedEntries(List<SealedAnswer> answers, List<SealedAsk> asks) {
    this(answers, asks, List.of());
  }
}
