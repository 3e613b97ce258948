package org.parley.reading;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.checks.Characters;

/// A text to be read, with its provenance.
///
/// Characters forbidden in a case, such as control characters, are blank in its words. Soft hyphens
/// and byte order marks are left out. Lines of a text of fixed width are joined.
///
/// @param text the article's own words, paragraphs separated by line ends; cut at [#MAX_LENGTH]
/// @param published the day of publication, against which "Monday" and "next week" are resolved
/// @param title its headline
/// @param publisher the publisher
/// @param address its address
/// @param language its language as a BCP 47 tag
public record Article(
    String text,
    @Nullable LocalDate published,
    @Nullable String title,
    @Nullable String publisher,
    @Nullable String address,
    String language) {

  /// As much of a text as is read: some 50,000 words, a hundred times a news article.
  public static final int MAX_LENGTH = 300_000;

  /// Marks of where a word may or may not be broken. A space without width parts words of Khmer.
  private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u2060\\uFEFF]");

  public Article {
    if (text.length() > MAX_LENGTH) {
      int end =
          Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
      text = text.substring(0, end);
    }
    text = WrappedLines.joined(Characters.cleaned(INVISIBLE.matcher(text).replaceAll("")));
    title = title == null ? null : Characters.cleaned(title);
    publisher = publisher == null ? null : Characters.cleaned(publisher);
  }

  /// A text of which only the day of publication is known.
  public static Article of(String text, @Nullable LocalDate published) {
    return new Article(text, published, null, null, null, "en");
  }

  /// The same, published on another day.
  public Article withPublished(@Nullable LocalDate day) {
    return new Article(text, day, title, publisher, address, language);
  }

  /// The same, in another language.
  public Article withLanguage(String tag) {
    return new Article(text, published, title, publisher, address, tag);
  }

  /// The same, with another publisher.
  public Article withPublisher(@Nullable String name) {
    return new Article(text, published, title, name, address, language);
  }
}
