package org.parley.reading;

import java.util.List;
import java.util.Map;

/// The result of reading an article.
///
/// @param article the article
/// @param proposals the proposals that passed the filter, in the order of the text
/// @param dropped the number of rejected proposals, by reason
public record ArticleReading(
    Article article, List<Proposal> proposals, Map<QuotationFilter.Reason, Integer> dropped) {

  public ArticleReading {
    proposals = List.copyOf(proposals);
    dropped = Map.copyOf(dropped);
  }

  /// The proposals of `reader` that pass the filter.
  public static ArticleReading of(Article article, Reader reader)
      throws ReaderUnavailableException {
    QuotationFilter.Admitted admitted = QuotationFilter.admit(article, reader.propose(article));
    return new ArticleReading(article, admitted.passed(), admitted.dropped());
  }
}
