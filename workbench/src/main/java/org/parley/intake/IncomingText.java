package org.parley.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.parley.reading.source.Articles;

/// The article in a file that somebody brings: text, page, PDF, DOCX, ODT or mail.
public final class IncomingText {

  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})");

  private IncomingText() {}

  /// The article in some bytes, by content sniffing.
  ///
  /// @param type the declared media type
  /// @throws IOException if there is no text in them, or too much
  public static Article of(byte[] bytes, @Nullable String type, String language)
      throws IOException {
    return MailArticle.is(bytes)
        ? MailArticle.of(bytes, language)
        : Articles.of(bytes, type, null, language);
  }

  /// The article with the day that its file is named after, if it tells none itself.
  public static Article named(Article article, String name) {
    Matcher day = DAY.matcher(name);
    if (article.published() != null || !day.find()) {
      return article;
    }
    try {
      return article.withPublished(LocalDate.parse(day.group(1)));
    } catch (DateTimeException _) {
      return article;
    }
  }

  /// The article in a file.
  public static Article ofFile(Path file, String language) throws IOException {
    return isMail(file) && Files.size(file) <= Articles.MAX_BYTES
        ? of(Files.readAllBytes(file), null, language)
        : Articles.ofFile(file, language);
  }

  private static boolean isMail(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".eml");
  }
}
