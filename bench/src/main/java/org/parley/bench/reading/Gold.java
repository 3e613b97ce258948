package org.parley.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.reading.TextSpan;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// One annotated text.
record Gold(
    String name,
    String text,
    LocalDate published,
    List<Claim> claims,
    List<Event> meetings,
    List<Event> steps,
    List<Event> documents) {

  record Claim(
      String speaker,
      String stance,
      @Nullable Double share,
      String subject,
      String attribution,
      @Nullable String saidOn,
      TextSpan at) {}

  record Event(
      @Nullable String when, @Nullable Boolean planned, @Nullable String status, TextSpan at) {}

  static Gold of(Path file) throws IOException {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    Map<?, ?> top = (Map<?, ?>) loaded;
    String text = String.valueOf(top.get("text"));
    Map<?, ?> gold = java.util.Objects.requireNonNull((Map<?, ?>) top.get("gold"), "gold");
    return new Gold(
        file.getFileName().toString().replace(".yaml", ""),
        text,
        LocalDate.parse(String.valueOf(top.get("published"))),
        list(gold, "claims").stream().map(each -> claim(text, each)).toList(),
        list(gold, "meetings").stream().map(each -> event(text, each)).toList(),
        list(gold, "next_steps").stream().map(each -> event(text, each)).toList(),
        list(gold, "documents").stream().map(each -> event(text, each)).toList());
  }

  private static List<Map<?, ?>> list(Map<?, ?> gold, String key) {
    Object value = gold.get(key);
    return value instanceof List<?> all
        ? all.stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList()
        : List.of();
  }

  private static Claim claim(String text, Map<?, ?> each) {
    Object share = each.get("share");
    return new Claim(
        word(each, "speaker"),
        word(each, "stance"),
        share instanceof Number number ? number.doubleValue() : null,
        word(each, "subject"),
        word(each, "attribution"),
        maybe(each, "said_on"),
        at(text, each));
  }

  private static Event event(String text, Map<?, ?> each) {
    return new Event(
        maybe(each, "when"),
        each.get("planned") instanceof Boolean planned ? planned : null,
        maybe(each, "status"),
        at(text, each));
  }

  private static TextSpan at(String text, Map<?, ?> each) {
    String quote = word(each, "quote");
    int start = text.indexOf(quote);
    if (start < 0) {
      throw new IllegalArgumentException("a gold quotation is not in its text: " + quote);
    }
    return new TextSpan(start, start + quote.length());
  }

  private static String word(Map<?, ?> each, String key) {
    return String.valueOf(each.get(key));
  }

  private static @Nullable String maybe(Map<?, ?> each, String key) {
    Object value = each.get(key);
    return value == null ? null : String.valueOf(value);
  }
}
