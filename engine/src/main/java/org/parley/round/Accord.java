package org.parley.round;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.date.ZonedMoment;
import org.parley.model.round.Round;
import org.parley.round.AnswerState.ClosingCause;

/// A package that all parties of its round accepted, as one text that proves itself unchanged.
///
/// The text has the canonical words of rule and package, the digest of these, the parties that
/// accepted, and the moment the rule applied. It is a function of what the rule reveals, so that
/// every delegation can compute it.
///
/// @param text the canonical text of the accord, one fact a line
/// @param basis the digest of rule and package, as in [TabledSheet#basis()]
/// @param applied the moment the rule applied
/// @param cause the event that closed the answers
/// @param accepted the parties that accepted, in the order of their ids
/// @param round the title of the round
/// @param closes the closing hour; null for none
/// @param title the title of the package
/// @param version its version
/// @param author the id of the party that tabled it; null for the mediator
/// @param provisions the terms of the package, by point
public record Accord(
    String text,
    String basis,
    Instant applied,
    ClosingCause cause,
    List<Signatory> accepted,
    LocalizedText round,
    @Nullable ZonedMoment closes,
    LocalizedText title,
    String version,
    @Nullable PartyId author,
    List<AccordProvision> provisions) {

  private static final String FORMAT = "parley-accord/1";

  /// A party that accepted.
  ///
  /// @param name its name; the id where the text has none
  public record Signatory(PartyId party, LocalizedText name) {}

  /// The terms on one point.
  ///
  /// @param option the title of the option chosen; null for none
  /// @param value the value of its quantity; null for none
  /// @param unit the unit of the value; null for none
  /// @param words the words of the text; null for none
  public record AccordProvision(
      String number,
      LocalizedText title,
      @Nullable LocalizedText option,
      @Nullable String value,
      @Nullable LocalizedText unit,
      @Nullable String words) {}

  public Accord {
    accepted = List.copyOf(accepted);
    provisions = List.copyOf(provisions);
  }

  /// The accord on a package; empty unless the rule has revealed that all accept.
  public static Optional<Accord> of(TabledSheet sheet, Revelation revealed) {
    if (!revealed.allAccept().orElse(false)
        || !(revealed.state() instanceof AnswerState.Revealed(Instant at, ClosingCause cause))) {
      return Optional.empty();
    }
    Stream<String> head =
        Stream.of(FORMAT, "basis " + sheet.basis(), "applied " + at, "cause " + cause.name());
    Stream<String> parties = sheet.parties().stream().sorted().map(each -> "accepted " + each);
    String text =
        Stream.of(head, parties, Stream.of(""))
            .flatMap(each -> each)
            .map(each -> each + "\n")
            .collect(Collectors.joining("", "", sheet.text()));
    try {
      return Optional.of(parse(text));
    } catch (AccordException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether a text begins as an accord does.
  public static boolean isOne(@Nullable String text) {
    return text != null && text.startsWith(FORMAT + "\n");
  }

  /// The SHA-256 digest of [#text()], in hexadecimal: its permanent name.
  public String digest() {
    return TabledSheet.digest(text);
  }

  /// Reads an accord. Checks the digest of its words, the parties, and the moment the rule applied.
  ///
  /// @param sent the text; line ends of any system, and none or several at its end
  /// @throws AccordException if it is none, or does not hold
  public static Accord parse(String sent) throws AccordException {
    String text = sent.replace("\r\n", "\n").replaceAll("\n+$", "");
    int gap = text.indexOf("\n\n");
    if (!isOne(text) || gap < 0) {
      throw new AccordException(AccordFault.NOT_AN_ACCORD, firstLine(text));
    }
    String words = text.substring(gap + 2) + "\n";
    try {
      Lines head = new Lines(text.substring(text.indexOf('\n') + 1, gap + 1));
      String basis = head.take("basis");
      Instant applied = Instant.parse(head.take("applied"));
      ClosingCause cause = ClosingCause.valueOf(head.take("cause"));
      List<PartyId> accepted = new ArrayList<>();
      while (head.isAt("accepted")) {
        accepted.add(new PartyId(head.take("accepted")));
      }
      head.end();
      if (!TabledSheet.digest(words).equals(basis)) {
        throw new AccordException(AccordFault.ACCORD_TEXT_CHANGED, basis);
      }
      return read(text, words, basis, applied, cause, accepted);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new AccordException(AccordFault.NOT_AN_ACCORD, String.valueOf(e.getMessage()));
    }
  }

  private static String firstLine(String text) {
    return text.lines()
        .findFirst()
        .map(each -> each.substring(0, Math.min(each.length(), 60)))
        .orElse("");
  }

  private static Accord read(
      String text,
      String words,
      String basis,
      Instant applied,
      ClosingCause cause,
      List<PartyId> accepted)
      throws AccordException {
    int first = words.indexOf('\n');
    if (first < 0 || !words.substring(0, first).equals(TabledSheet.FORMAT)) {
      throw new AccordException(AccordFault.NOT_AN_ACCORD, firstLine(words));
    }
    Lines lines = new Lines(words.substring(first + 1));
    lines.take("round");
    LocalizedText round = lines.words("title");
    Map<PartyId, LocalizedText> parties = new LinkedHashMap<>();
    while (lines.isAt("party")) {
      PartyId party = new PartyId(lines.take("party"));
      parties.put(
          party, lines.isAt("name") ? lines.words("name") : LocalizedText.of(party.value()));
    }
    ZonedMoment opens = new ZonedMoment(lines.take("opens"));
    String closing = lines.take("closes");
    ZonedMoment closes = closing.equals(TabledSheet.NONE) ? null : new ZonedMoment(closing);
    Round.Revealing when = Round.Revealing.valueOf(lines.take("reveal"));
    while (lines.isAt("reveals")) {
      lines.take("reveals");
    }
    if (lines.isAt(TabledSheet.IMPROVES)) {
      String rule = lines.take(TabledSheet.IMPROVES);
      if (Arrays.stream(Round.Improving.values()).noneMatch(each -> each.name().equals(rule))) {
        throw new AccordException(AccordFault.NOT_AN_ACCORD, rule);
      }
    }
    lines.take("package");
    LocalizedText title = lines.words("title");
    String version = lines.take("version");
    String author = lines.take("author");
    List<AccordProvision> provisions = new ArrayList<>();
    while (lines.isAt("point")) {
      provisions.add(provision(lines));
    }
    lines.end();
    if (!new TreeSet<>(accepted).equals(new TreeSet<>(parties.keySet()))
        || accepted.size() != parties.size()) {
      throw new AccordException(
          AccordFault.ACCORD_SIGNATORIES_DIFFER,
          accepted.stream().map(PartyId::value).collect(Collectors.joining(", ")));
    }
    if (!couldApply(applied, cause, opens, closes, when)) {
      throw new AccordException(AccordFault.ACCORD_OUTSIDE_RULE, applied.toString());
    }
    return new Accord(
        text,
        basis,
        applied,
        cause,
        parties.entrySet().stream()
            .map(each -> new Signatory(each.getKey(), each.getValue()))
            .toList(),
        round,
        closes,
        title,
        version,
        author.equals(TabledSheet.NONE) ? null : new PartyId(author),
        provisions);
  }

  private static boolean couldApply(
      Instant applied,
      ClosingCause cause,
      ZonedMoment opens,
      @Nullable ZonedMoment closes,
      Round.Revealing when) {
    return switch (cause) {
      case CLOSING_HOUR -> closes != null && applied.equals(closes.instant());
      case ALL_ANSWERED ->
          when == Round.Revealing.ALL_ANSWERED
              && !applied.isBefore(opens.instant())
              && (closes == null || applied.isBefore(closes.instant()));
    };
  }

  private static AccordProvision provision(Lines lines) throws AccordException {
    lines.take("point");
    String number = lines.take("number");
    LocalizedText title = lines.words("title");
    LocalizedText option = null;
    if (lines.isAt("option")) {
      String id = lines.take("option");
      option = lines.isAt("title") ? lines.words("title") : LocalizedText.of(id);
    }
    String value = lines.isAt("value") ? lines.take("value") : null;
    LocalizedText unit = lines.isAt("unit") ? lines.words("unit") : null;
    String words = lines.isAt("text") ? lines.take("text") : null;
    return new AccordProvision(number, title, option, value, unit, words);
  }

  /// Lines of a key and a value, read in order.
  private static final class Lines {
    private final List<String> lines;
    private int at;

    Lines(String text) {
      lines = text.lines().toList();
    }

    boolean isAt(String key) {
      return at < lines.size() && lines.get(at).startsWith(key + " ");
    }

    String take(String key) throws AccordException {
      if (!isAt(key)) {
        throw new AccordException(
            AccordFault.NOT_AN_ACCORD, at < lines.size() ? lines.get(at) : "");
      }
      return unescaped(lines.get(at++).substring(key.length() + 1));
    }

    LocalizedText words(String key) throws AccordException {
      Map<String, String> all = new LinkedHashMap<>();
      do {
        String said = take(key);
        int space = said.indexOf(' ');
        if (space < 0) {
          throw new AccordException(AccordFault.NOT_AN_ACCORD, said);
        }
        all.put(said.substring(0, space), said.substring(space + 1));
      } while (isAt(key));
      String plain = all.get(TabledSheet.NONE);
      return plain != null ? LocalizedText.of(plain) : LocalizedText.of(all);
    }

    void end() throws AccordException {
      if (at < lines.size()) {
        throw new AccordException(AccordFault.NOT_AN_ACCORD, lines.get(at));
      }
    }

    private static String unescaped(String text) {
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char each = text.charAt(i);
        if (each == '\\' && i + 1 < text.length()) {
          char escaped = text.charAt(++i);
          plain.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
        } else {
          plain.append(each);
        }
      }
      return plain.toString();
    }
  }
}
