package org.parley.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.model.PartyId;
import org.parley.model.text.Segment;

/// Reads the brackets of a negotiated text: `[shall][should]`, `[shall/should]`, `[FARC: in
/// phases]`, `[A, B: no text]`. Paragraphs that begin with `Option 1:`, `Option 2:` are one
/// bracket.
public final class BracketReader {

  /// The words for an alternative without words, without their spaces.
  private static final Set<String> NO_TEXT =
      Set.of("", "notext", "delete", "pasdetexte", "supprimer", "sintexto", "suprimir");

  private static final Set<String> EDITORIAL = Set.of("sic", "...", "…", "signed", "illegible");
  private static final int LONGEST_NAME = 60;

  /// `Option 1: ...`, `Alternative B (FARC). ...`, `Variante 2`.
  private static final Pattern OPTION =
      Pattern.compile(
          "\\[?\\h*(?:option|alt\\.?|alternative|alternativa|variante?|opción|вариант|варіант)"
              + "\\h+(?<number>\\d{1,2}|[a-z])\\h*(?:\\((?<holders>[^)]{1,60})\\)\\h*)?"
              + "(?:(?:[.:)–—-]+|(?<closed>]))\\h*(?<words>.*)|)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private final Function<String, Optional<PartyId>> parties;
  private final List<Segment> segments = new ArrayList<>();
  private final List<TextDoubt> doubts = new ArrayList<>();
  private final StringBuilder plain = new StringBuilder();

  BracketReader(Function<String, Optional<PartyId>> parties) {
    this.parties = parties;
  }

  /// Words with their brackets.
  public record BracketedWords(List<Segment> segments, List<TextDoubt> doubts) {
    public BracketedWords {
      segments = List.copyOf(segments);
      doubts = List.copyOf(doubts);
    }
  }

  /// The segments of some words.
  ///
  /// @param parties the party of a name, in any spelling of the text
  public static BracketedWords read(String words, Function<String, Optional<PartyId>> parties) {
    BracketReader reader = new BracketReader(parties);
    List<String> lines = List.of(words.split("\n", -1));
    int begun = 0;
    for (int i = 0; i < lines.size(); i++) {
      OptionList options = reader.options(lines, i);
      if (options.alternatives.size() > 1) {
        String before = String.join("\n", lines.subList(begun, i));
        reader.words(before.isEmpty() ? before : before + "\n");
        reader.flush();
        reader.segments.add(new Segment.Bracket(null, options.alternatives));
        reader.doubts.add(new TextDoubt.OptionsRead(clipped(lines.get(i))));
        reader.plain.append(options.end < lines.size() ? "\n" : "");
        begun = options.end;
        i = options.end - 1;
      }
    }
    reader.words(String.join("\n", lines.subList(begun, lines.size())));
    reader.flush();
    return new BracketedWords(reader.segments, reader.doubts);
  }

  /// Numbered options, one after the other.
  ///
  /// @param end the index of the line after the last
  private record OptionList(List<Segment.Alternative> alternatives, int end) {}

  /// The options that begin at a line; none for most lines. An option is a paragraph, which may
  /// stand below its number.
  private OptionList options(List<String> lines, int from) {
    List<Segment.Alternative> found = new ArrayList<>();
    int at = from;
    while (at < lines.size()) {
      Matcher option = OPTION.matcher(lines.get(at));
      if (!option.matches() || place(option.group("number")) != found.size() + 1) {
        break;
      }
      String words = option.group("words");
      boolean isBelow = words == null || words.isBlank();
      if (isBelow && (at + 1 == lines.size() || OPTION.matcher(lines.get(at + 1)).matches())) {
        break;
      }
      String said = isBelow ? lines.get(at + 1) : words;
      boolean isOuter = option.group("closed") == null;
      found.add(
          alternative(holders(option), isOuter ? withoutOuterBracket(lines.get(at), said) : said));
      at += isBelow ? 2 : 1;
    }
    return new OptionList(List.copyOf(found), at);
  }

  /// The parties in round brackets after the number of an option; none if one is not on record.
  private List<PartyId> holders(Matcher option) {
    String names = option.group("holders");
    return names == null ? List.of() : holders(names).orElse(List.of());
  }

  private static int place(String number) {
    char first = Character.toLowerCase(number.charAt(0));
    return Character.isDigit(first) ? Integer.parseInt(number) : first - 'a' + 1;
  }

  private static String withoutOuterBracket(String line, String words) {
    String said = words.strip();
    return line.startsWith("[") && said.endsWith("]")
        ? said.substring(0, said.length() - 1).strip()
        : said;
  }

  private void words(String words) {
    int at = 0;
    while (at < words.length()) {
      int opened = words.indexOf('[', at);
      int close = opened < 0 ? -1 : closing(words, opened);
      if (close < 0) {
        String rest = words.substring(at);
        if (opened >= 0 || rest.indexOf(']') >= 0) {
          doubts.add(new TextDoubt.UnpairedBracket(clipped(rest)));
        }
        plain.append(rest);
        break;
      }
      plain.append(words, at, opened);
      List<String> group = new ArrayList<>();
      int next = opened;
      while (next >= 0) {
        close = closing(words, next);
        if (close < 0) {
          break;
        }
        group.add(words.substring(next + 1, close));
        at = close + 1;
        next = adjacent(words, at);
      }
      bracket(group);
    }
  }

  /// The bracket that closes the one opened here; -1 for none.
  private static int closing(String words, int opened) {
    int depth = 0;
    for (int i = opened; i < words.length(); i++) {
      if (words.charAt(i) == '[') {
        depth++;
      } else if (words.charAt(i) == ']') {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /// The bracket that opens right here, or after one space or "/"; -1 for none.
  private static int adjacent(String words, int at) {
    int i = at;
    while (i < words.length() && i <= at + 2 && " /".indexOf(words.charAt(i)) >= 0) {
      i++;
    }
    return i < words.length() && words.charAt(i) == '[' ? i : -1;
  }

  private void bracket(List<String> group) {
    if (group.size() == 1
        && EDITORIAL.contains(group.getFirst().strip().toLowerCase(Locale.ROOT))) {
      plain.append('[').append(group.getFirst()).append(']');
      return;
    }
    List<Segment.Alternative> alternatives = new ArrayList<>();
    for (String each : group) {
      if (each.indexOf('[') >= 0) {
        doubts.add(new TextDoubt.NestedBracket(clipped(each)));
      }
      alternatives.addAll(alternatives(each, group.size() == 1));
    }
    if (alternatives.size() == 1 && alternatives.getFirst().holders().isEmpty()) {
      doubts.add(new TextDoubt.LoneBracket(clipped(group.getFirst())));
    }
    flush();
    segments.add(new Segment.Bracket(null, alternatives));
  }

  private List<Segment.Alternative> alternatives(String words, boolean isAlone) {
    int colon = words.indexOf(':');
    List<PartyId> holders = List.of();
    String said = words.strip();
    Matcher option = OPTION.matcher(words);
    if (option.matches() && option.group("words") != null) {
      holders = holders(option);
      said = option.group("words").strip();
    } else if (colon > 0 && colon <= LONGEST_NAME) {
      Optional<List<PartyId>> named = holders(words.substring(0, colon));
      if (named.isPresent()) {
        holders = named.get();
        said = words.substring(colon + 1).strip();
      }
    }
    if (isAlone && holders.isEmpty() && said.matches("[^/\\[\\]]+(/[^/\\[\\]]+)+")) {
      List<Segment.Alternative> several = new ArrayList<>();
      for (String each : said.split("/", -1)) {
        several.add(alternative(List.of(), each.strip()));
      }
      return several;
    }
    return List.of(alternative(holders, said));
  }

  private static Segment.Alternative alternative(List<PartyId> holders, String words) {
    boolean isNone = NO_TEXT.contains(words.toLowerCase(Locale.ROOT).replace(" ", ""));
    return new Segment.Alternative(holders, isNone ? null : words, isNone);
  }

  /// The parties before a colon; none if a name is no party on record.
  Optional<List<PartyId>> holders(String names) {
    List<PartyId> holders = new ArrayList<>();
    String unknown = "";
    for (String each : names.split("\\s*[,/;&+]\\s*|\\s+(?:and|et|y|и|та)\\s+", -1)) {
      Optional<PartyId> party = parties.apply(each.strip());
      if (party.isPresent()) {
        holders.add(party.get());
      } else {
        unknown = each.strip();
      }
    }
    if (unknown.isEmpty()) {
      return Optional.of(holders.stream().distinct().toList());
    }
    doubts.add(new TextDoubt.UnknownHolder(unknown));
    return Optional.empty();
  }

  private void flush() {
    if (!plain.isEmpty()) {
      segments.add(new Segment.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  static String clipped(String words) {
    return words.length() <= LONGEST_NAME
        ? words.strip()
        : words
                .substring(
                    0,
                    words.offsetByCodePoints(
                        0, Math.min(LONGEST_NAME, words.codePointCount(0, words.length()))))
                .strip()
            + "…";
  }
}
