package org.parley.reading;

import java.util.List;
import java.util.Map;

/// What was read in an article.
///
/// @param article the article
/// @param proposals what passed the gate, in the order of the text
/// @param dropped how many proposals did not, by reason
public record ArticleReading(
    Article article, List<Proposal> proposals, Map<QuotationFilter.Reason, Integer> dropped) {

  public ArticleReading {
    proposals = List.copyOf(proposals);
    dropped = Map.copyOf(dropped);
  }

  /// What `reader` proposes and the gate lets through.
  public static ArticleReading of(Article article, Reader reader)
      throws ReaderUnavailableException {
    QuotationFilter.Admitted admitted = QuotationFilter.admit(article, reader.propose(article));
    return new ArticleReading(article, admitted.passed(), admitted.dropped());
  }
}
