package org.parley.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;

/// Metadata of a text given by a person. They override those in the text itself.
///
/// @param publisher the publisher
/// @param title its headline
/// @param address its address
/// @param published the day of publication
public record ArticleDetails(
    @Nullable String publisher,
    @Nullable String title,
    @Nullable String address,
    @Nullable LocalDate published) {

  /// The article with these metadata.
  public Article over(Article article) {
    return new Article(
        article.text(),
        published != null ? published : article.published(),
        title != null ? title : article.title(),
        publisher != null ? publisher : article.publisher(),
        address != null ? address : article.address(),
        article.language());
  }
}
