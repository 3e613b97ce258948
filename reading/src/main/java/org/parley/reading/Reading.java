package org.parley.reading;

import java.util.List;
import java.util.Map;

/// What was read in an article.
///
/// @param article the article
/// @param proposals what passed the gate, in the order of the text
/// @param dropped how many proposals did not, by reason
public record Reading(
    Article article, List<Proposal> proposals, Map<Gate.Reason, Integer> dropped) {

  public Reading {
    proposals = List.copyOf(proposals);
    dropped = Map.copyOf(dropped);
  }

  /// What `reader` proposes and the gate lets through.
  public static Reading of(Article article, Reader reader) throws ReaderUnavailableException {
    Gate.Admitted admitted = Gate.admit(article, reader.propose(article));
    return new Reading(article, admitted.passed(), admitted.dropped());
  }
}
