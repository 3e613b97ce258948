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

  /// The proposals of `reader` that pass the filter, of the article in its detected language.
  ///
  /// @throws ForeignTextException if the reader does not understand that language
  public static ArticleReading of(Article article, Reader reader)
      throws ReaderUnavailableException {
    TextLanguage language = TextLanguage.of(article.text(), article.language());
    if (!reader.understands(language.tag())) {
      throw new ForeignTextException(language.written(), language.tag());
    }
    Article known = article.withLanguage(language.tag());
    QuotationFilter.Admitted admitted = QuotationFilter.admit(known, reader.propose(known));
    return new ArticleReading(known, admitted.passed(), admitted.dropped());
  }

  /// The language in which it was read.
  public TextLanguage language() {
    return TextLanguage.of(article.text(), article.language());
  }
}
