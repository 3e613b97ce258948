package org.parley.reading.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.model.date.Edtf;
import org.parley.reading.Article;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.SaidStance;
import org.parley.reading.Speaker;
import org.parley.reading.TextSpan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Converts a model's answers to proposals. An answer outside the schema becomes a proposal that
/// the filter drops, so that it is counted.
final class AnswerReader {

  private static final int CONFIDENCE = 60;
  private static final Pattern FENCED =
      Pattern.compile("(?s)\\s*```(?:json)?\\s*(\\{.*})\\s*```\\s*");

  private final Article article;

  AnswerReader(Article article) {
    this.article = article;
  }

  List<Proposal> read(String content) throws ReaderUnavailableException {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(withoutFence(content));
    } catch (JacksonException e) {
      throw new ReaderUnavailableException(
          "the model answered what is not JSON. Maybe choose one that follows a schema, or unset"
              + " PARLEY_READER_ADDRESS to read with the rules",
          e);
    }
    if (!root.isObject()) {
      throw new ReaderUnavailableException(
          "the model answered no object. Maybe choose one that follows a schema");
    }
    List<Proposal> all = new ArrayList<>();
    root.path("claims").forEach(each -> all.add(claim(each)));
    root.path("meetings").forEach(each -> all.add(meeting(each)));
    root.path("next_steps")
        .forEach(
            each ->
                all.add(
                    new Proposal.OfStep(
                        quotation(each), words(each, "what"), date(each, "when"), CONFIDENCE)));
    root.path("documents").forEach(each -> document(each).ifPresent(all::add));
    return all;
  }

  /// Models that know no schema like to put JSON into a fence of Markdown.
  private static String withoutFence(String content) {
    Matcher fenced = FENCED.matcher(content);
    return fenced.matches() ? fenced.group(1) : content;
  }

  private Proposal claim(JsonNode each) {
    String name = words(each, "speaker");
    Optional<SaidStance> stance = value(SaidStance.class, words(each, "stance"));
    Optional<Attribution> attribution = value(Attribution.class, words(each, "attribution"));
    boolean isNewsroom = attribution.filter(Attribution.NEWSROOM::equals).isPresent();
    Proposal.Quotation quotation = quotation(each);
    boolean isNamed = !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
    return new Proposal.OfClaim(
        quotation,
        isNewsroom
            ? Speaker.newsroom(quotation.at())
            : new Speaker(name, maybe(each, "office"), where(name), isNamed),
        maybe(each, "relayed_from"),
        date(each, "said_on"),
        stance.isPresent() ? words(each, "subject") : "",
        stance.orElse(SaidStance.OPEN),
        maybe(each, "share"),
        list(each, "between"),
        maybe(each, "condition"),
        attribution.orElse(Attribution.REPORTED_SPEECH),
        CONFIDENCE);
  }

  private Proposal meeting(JsonNode each) {
    return new Proposal.OfMeeting(
        quotation(each),
        maybe(each, "place"),
        date(each, "when"),
        list(each, "participants"),
        each.path("planned").asBoolean(false),
        CONFIDENCE);
  }

  private Optional<Proposal> document(JsonNode each) {
    Optional<Proposal.ReportedState> state =
        value(Proposal.ReportedState.class, words(each, "status"));
    return Optional.of(
        new Proposal.OfInstrument(
            quotation(each),
            state.isPresent() ? words(each, "name") : "",
            state.orElse(Proposal.ReportedState.DRAFT),
            null,
            date(each, "when"),
            CONFIDENCE));
  }

  /// The quotation at its position; a span with other words if it is not in the text.
  private Proposal.Quotation quotation(JsonNode each) {
    String words = words(each, "quote");
    int at = words.isBlank() ? -1 : article.text().indexOf(words);
    return at < 0
        ? new Proposal.Quotation(words, new TextSpan(0, 0))
        : new Proposal.Quotation(words, new TextSpan(at, at + words.length()));
  }

  private TextSpan where(String name) {
    String lower = article.text().toLowerCase(Locale.ROOT);
    for (String word : name.toLowerCase(Locale.ROOT).split("\\s+")) {
      int at = word.length() > 2 ? lower.indexOf(word) : -1;
      if (at >= 0) {
        return new TextSpan(at, at + word.length());
      }
    }
    return new TextSpan(0, 0);
  }

  private static String words(JsonNode each, String key) {
    JsonNode value = each.path(key);
    return value.isString() ? value.asString() : "";
  }

  private static @Nullable String maybe(JsonNode each, String key) {
    String words = words(each, key);
    return words.isBlank() ? null : words;
  }

  private static List<String> list(JsonNode each, String key) {
    List<String> found = new ArrayList<>();
    each.path(key)
        .forEach(
            one -> {
              if (one.isString() && !one.asString().isBlank()) {
                found.add(one.asString());
              }
            });
    return found;
  }

  private static @Nullable Edtf date(JsonNode each, String key) {
    String words = maybe(each, key);
    try {
      return words == null ? null : Edtf.of(words);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static <T extends Enum<T>> Optional<T> value(Class<T> kind, String word) {
    for (T each : kind.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
