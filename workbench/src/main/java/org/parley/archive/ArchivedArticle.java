package org.parley.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.parley.reading.TextLanguage;
import org.parley.reading.rules.RuleReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An article of an archive: an object with `text`, and perhaps `url`, `title`, `outlet`,
/// `published` and `language`. Other fields are not looked at.
///
/// @param published the day; of a moment, its day as written
/// @param language as a BCP 47 tag
public record ArchivedArticle(
    @Nullable String url,
    @Nullable String title,
    @Nullable String outlet,
    @Nullable LocalDate published,
    String language,
    String text) {

  /// The longest line or page: four times as much text as is read of an article.
  public static final int MOST_BYTES = 4 << 20;

  private static final int DAY_LENGTH = 10;

  /// Reads an object.
  ///
  /// @param language that of articles without one
  /// @throws BadArticleException if it is none, or is in a language that is not read offline
  public static ArchivedArticle of(String line, String language) throws BadArticleException {
    JsonNode json = object(line);
    String text = field(json, "text");
    if (text == null || text.isBlank()) {
      throw new BadArticleException(ArticleFault.MISSING, "text", "");
    }
    String tag = field(json, "language");
    ArchivedArticle article =
        new ArchivedArticle(
            field(json, "url"),
            field(json, "title"),
            field(json, "outlet"),
            day(field(json, "published")),
            tag == null ? language : tag,
            text);
    article.refuseForeign();
    return article;
  }

  private static JsonNode object(String line) throws BadArticleException {
    try {
      JsonNode json = JsonMapper.shared().readTree(line);
      if (json.isObject()) {
        return json;
      }
    } catch (JacksonException _) {
      // said below
    }
    throw new BadArticleException(ArticleFault.NOT_AN_OBJECT, "", line);
  }

  private static @Nullable String field(JsonNode json, String name) throws BadArticleException {
    JsonNode value = json.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new BadArticleException(ArticleFault.NOT_A_TEXT, name, value.toString());
    }
    return value.stringValue();
  }

  private static @Nullable LocalDate day(@Nullable String written) throws BadArticleException {
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(written.substring(0, Math.min(DAY_LENGTH, written.length())));
    } catch (DateTimeException _) {
      throw new BadArticleException(ArticleFault.NOT_A_DAY, "published", written);
    }
  }

  private void refuseForeign() throws BadArticleException {
    String tag = TextLanguage.of(text, language).tag();
    if (!new RuleReader().understands(tag)) {
      throw new BadArticleException(ArticleFault.NOT_READ_OFFLINE, "language", tag);
    }
  }

  /// The object, with its fields in one order; read back by [#of].
  public String json() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("url", url);
    json.put("title", title);
    json.put("outlet", outlet);
    json.put("published", published == null ? null : published.toString());
    json.put("language", language);
    json.put("text", text);
    return json.toString();
  }

  /// The SHA-256 of its content, in hexadecimal.
  public String hash() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(json().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  Article article() {
    return new Article(text, published, title, outlet, url, language);
  }
}
