package org.parley.reading;

import java.util.List;
import java.util.Map;

/// The result of reading an article.
///
/// @param article the article
/// @param proposals the proposals that passed the filter, in the order of the text
/// @param dropped the number of rejected proposals, by reason
/// @param isInPart whether it was read for shares, meetings, dates, documents and names only
public record ArticleReading(
    Article article,
    List<Proposal> proposals,
    Map<QuotationFilter.Reason, Integer> dropped,
    boolean isInPart) {

  public ArticleReading {
    proposals = List.copyOf(proposals);
    dropped = Map.copyOf(dropped);
  }

  /// The result of a reader that reads all it can tell.
  public ArticleReading(
      Article article, List<Proposal> proposals, Map<QuotationFilter.Reason, Integer> dropped) {
    this(article, proposals, dropped, false);
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
    return new ArticleReading(
        known, admitted.passed(), admitted.dropped(), reader.isInPart(known.language()));
  }

  /// The language in which it was read.
  public TextLanguage language() {
    return TextLanguage.of(article.text(), article.language());
  }
}
