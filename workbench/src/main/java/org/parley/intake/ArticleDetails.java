package org.parley.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;

/// What a person tells of a text besides its words. It counts before what the text itself shows.
///
/// @param publisher who published it
/// @param title its headline
/// @param address where it was found
/// @param published the day of publication
public record ArticleDetails(
    @Nullable String publisher,
    @Nullable String title,
    @Nullable String address,
    @Nullable LocalDate published) {

  /// The article with all that was told of it.
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
