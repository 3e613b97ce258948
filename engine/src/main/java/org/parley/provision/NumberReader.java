package org.parley.provision;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.provision.ProvisionNumber.Numeral;

/// Reads the numbers that may open a line. "(i)" is a letter and a Roman numeral: which of the two
/// is decided by the series it continues.
final class NumberReader {

  /// The words of units, in lower case, in the languages of treaties.
  private static final Map<String, Unit> UNITS =
      Map.ofEntries(
          entry("annex", Unit.ANNEX),
          entry("appendix", Unit.ANNEX),
          entry("schedule", Unit.ANNEX),
          entry("annexe", Unit.ANNEX),
          entry("anexo", Unit.ANNEX),
          entry("anhang", Unit.ANNEX),
          entry("anlage", Unit.ANNEX),
          entry("приложение", Unit.ANNEX),
          entry("додаток", Unit.ANNEX),
          entry("ملحق", Unit.ANNEX),
          entry("part", Unit.PART),
          entry("partie", Unit.PART),
          entry("parte", Unit.PART),
          entry("teil", Unit.PART),
          entry("strand", Unit.PART),
          entry("часть", Unit.PART),
          entry("частина", Unit.PART),
          entry("title", Unit.TITLE),
          entry("titre", Unit.TITLE),
          entry("título", Unit.TITLE),
          entry("titulo", Unit.TITLE),
          entry("раздел", Unit.TITLE),
          entry("розділ", Unit.TITLE),
          entry("chapter", Unit.CHAPTER),
          entry("chapitre", Unit.CHAPTER),
          entry("capítulo", Unit.CHAPTER),
          entry("capitulo", Unit.CHAPTER),
          entry("kapitel", Unit.CHAPTER),
          entry("глава", Unit.CHAPTER),
          entry("فصل", Unit.CHAPTER),
          entry("الفصل", Unit.CHAPTER),
          entry("section", Unit.SECTION),
          entry("sección", Unit.SECTION),
          entry("seccion", Unit.SECTION),
          entry("abschnitt", Unit.SECTION),
          entry("секция", Unit.SECTION),
          entry("article", Unit.ARTICLE),
          entry("art.", Unit.ARTICLE),
          entry("artículo", Unit.ARTICLE),
          entry("articulo", Unit.ARTICLE),
          entry("artikel", Unit.ARTICLE),
          entry("artigo", Unit.ARTICLE),
          entry("clause", Unit.ARTICLE),
          entry("principle", Unit.ARTICLE),
          entry("rule", Unit.ARTICLE),
          entry("point", Unit.ARTICLE),
          entry("punto", Unit.ARTICLE),
          entry("статья", Unit.ARTICLE),
          entry("стаття", Unit.ARTICLE),
          entry("пункт", Unit.ARTICLE),
          entry("المادة", Unit.ARTICLE),
          entry("مادة", Unit.ARTICLE),
          entry("§", Unit.ARTICLE));

  private static final Map<String, Integer> IN_WORDS =
      Map.ofEntries(
          entry("one", 1),
          entry("first", 1),
          entry("premier", 1),
          entry("première", 1),
          entry("1er", 1),
          entry("1re", 1),
          entry("primero", 1),
          entry("primera", 1),
          entry("uno", 1),
          entry("первая", 1),
          entry("two", 2),
          entry("second", 2),
          entry("segundo", 2),
          entry("segunda", 2),
          entry("dos", 2),
          entry("three", 3),
          entry("third", 3),
          entry("tercero", 3),
          entry("tercera", 3),
          entry("tres", 3),
          entry("four", 4),
          entry("fourth", 4),
          entry("cuarto", 4),
          entry("five", 5),
          entry("fifth", 5),
          entry("quinto", 5),
          entry("six", 6),
          entry("sixth", 6),
          entry("seven", 7),
          entry("seventh", 7),
          entry("eight", 8),
          entry("eighth", 8),
          entry("nine", 9),
          entry("ninth", 9),
          entry("ten", 10),
          entry("tenth", 10),
          entry("eleven", 11),
          entry("twelve", 12));

  private static final List<String> INSERTED =
      List.of("", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies");

  private static final String SUFFIX =
      "(?:[  ]?(?<suffix>bis|ter|quater|quinquies|sexies|septies|octies)\\b)?";
  private static final Pattern WORD =
      Pattern.compile("^(?<word>§|[\\p{L}]+\\.?)[  ]*(?<rest>.*)$", Pattern.DOTALL);
  private static final Pattern AFTER_WORD =
      Pattern.compile(
          "^(?:n[o°º]\\.?[  ]*)?(?<number>\\d{1,3}(?:\\.\\d{1,3})*|[٠-٩]{1,3}|[\\p{L}]+|1er|1re)(?<letter>(?<=\\d)[a-z]\\b)?[°º]?"
              + SUFFIX
              + "(?<rest>$|[  ]*[.:)–—-].*|[  ].*)$",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern DECIMAL =
      Pattern.compile(
          "^(?<number>\\d{1,3}(?:\\.\\d{1,3})+)(?<mark>\\.?\\)?)(?:[  \\t]+(?<rest>.*)|$)",
          Pattern.DOTALL);
  private static final Pattern BARE =
      Pattern.compile(
          "^(?<open>\\(?)(?<number>\\d{1,3}|[a-zA-Zа-яА-Я]|[ivxlcIVXLC]{2,7})"
              + SUFFIX
              + "(?<mark>[.)]|\\.\\))(?:(?<=\\d[.)])(?!\\d)|(?=[  \\t]|$)|(?<=[a-z]\\)))"
              + "[  \\t]*(?<rest>.*)$",
          Pattern.DOTALL);
  private static final Pattern ROMAN = Pattern.compile("(?i)(x{0,3}|xl|l|lx{1,3})(ix|iv|v?i{0,3})");
  private static final String CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя";

  private NumberReader() {}

  /// A number, and what stands in the line after it.
  record Numbered(ProvisionNumber number, String rest) {}

  /// The numbers that a line may open with, the likeliest first; none for most lines.
  static List<Numbered> read(String line) {
    List<Numbered> found = new ArrayList<>();
    word(line, found);
    if (found.isEmpty()) {
      decimal(line, found);
      bare(line, found);
    }
    return found;
  }

  private static void word(String line, List<Numbered> found) {
    Matcher word = WORD.matcher(line);
    if (!word.matches()) {
      return;
    }
    String name = word.group("word");
    Unit unit = UNITS.get(name.toLowerCase(Locale.ROOT));
    if (unit == null) {
      return;
    }
    String after = word.group("rest");
    if (unit == Unit.ANNEX && after.isBlank()) {
      found.add(
          new Numbered(new ProvisionNumber(unit, Numeral.OTHER, "#", List.of(1), 0, "", name), ""));
      return;
    }
    Matcher number = AFTER_WORD.matcher(after);
    if (!number.matches() || goesOn(number.group("rest"))) {
      return;
    }
    String digits = number.group("number");
    String inserted = number.group("suffix");
    String letter = number.group("letter");
    int suffix = letter == null ? place(inserted) : letter.charAt(0) - 'a' + 1;
    String label =
        digits + (letter == null ? "" : letter) + (inserted == null ? "" : " " + inserted);
    for (Value each : values(digits)) {
      found.add(
          new Numbered(
              new ProvisionNumber(
                  unit,
                  each.numeral,
                  "#",
                  each.path,
                  suffix,
                  each.numeral == Numeral.OTHER ? Integer.toString(each.path.getLast()) : label,
                  name),
              rest(number.group("rest"))));
    }
  }

  /// Whether the words after a number carry a sentence on: "Article 5 of the Treaty".
  private static boolean goesOn(String rest) {
    String words = rest.strip();
    return !words.isEmpty()
        && (Character.isLowerCase(words.codePointAt(0))
            || words.startsWith(",")
            || words.startsWith(";"));
  }

  private record Value(Numeral numeral, List<Integer> path) {}

  private static List<Value> values(String written) {
    List<Value> values = new ArrayList<>();
    String lower = written.toLowerCase(Locale.ROOT);
    Integer inWords = IN_WORDS.get(lower);
    if (inWords != null) {
      values.add(new Value(Numeral.OTHER, List.of(inWords)));
    } else if (lower.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
      List<Integer> path = new ArrayList<>();
      for (String each : lower.split("\\.", -1)) {
        path.add(Integer.parseInt(each));
      }
      values.add(new Value(path.size() > 1 ? Numeral.DECIMAL : Numeral.ARABIC, path));
    } else {
      boolean isUpper = written.equals(written.toUpperCase(Locale.ROOT));
      boolean isLower = written.equals(lower);
      OptionalInt roman = roman(lower);
      if (roman.isPresent() && (isUpper || isLower)) {
        values.add(
            new Value(isUpper ? Numeral.UPPER_ROMAN : Numeral.ROMAN, List.of(roman.getAsInt())));
      }
      int letter = letter(lower);
      if (letter > 0) {
        values.add(new Value(isUpper ? Numeral.UPPER_LETTER : Numeral.LETTER, List.of(letter)));
      }
    }
    return values;
  }

  private static int letter(String lower) {
    if (lower.length() != 1) {
      return 0;
    }
    char letter = lower.charAt(0);
    return letter >= 'a' && letter <= 'z' ? letter - 'a' + 1 : CYRILLIC.indexOf(letter) + 1;
  }

  /// The value of a Roman numeral up to 89, as parts of a text have them.
  private static OptionalInt roman(String lower) {
    if (lower.isEmpty() || !ROMAN.matcher(lower).matches()) {
      return OptionalInt.empty();
    }
    int value = 0;
    for (int i = 0; i < lower.length(); i++) {
      int here = digit(lower.charAt(i));
      int next = i + 1 < lower.length() ? digit(lower.charAt(i + 1)) : 0;
      value += here < next ? -here : here;
    }
    return OptionalInt.of(value);
  }

  private static int digit(char roman) {
    return switch (roman) {
      case 'i' -> 1;
      case 'v' -> 5;
      case 'x' -> 10;
      default -> 50;
    };
  }

  private static void decimal(String line, List<Numbered> found) {
    Matcher decimal = DECIMAL.matcher(line);
    if (decimal.matches()) {
      String number = decimal.group("number");
      values(number)
          .forEach(
              each ->
                  found.add(
                      new Numbered(
                          new ProvisionNumber(
                              Unit.ITEM, each.numeral, "#", each.path, 0, number, null),
                          rest(decimal.group("rest")))));
    }
  }

  private static void bare(String line, List<Numbered> found) {
    Matcher bare = BARE.matcher(line);
    if (!bare.matches()) {
      return;
    }
    String open = bare.group("open");
    String close = bare.group("mark");
    if (!open.isEmpty() && close.equals(".")) {
      return;
    }
    String number = bare.group("number");
    String inserted = bare.group("suffix");
    for (Value each : values(number)) {
      found.add(
          new Numbered(
              new ProvisionNumber(
                  Unit.ITEM,
                  each.numeral,
                  open + "#" + close,
                  each.path,
                  place(inserted),
                  inserted == null ? number : number + " " + inserted,
                  null),
              rest(bare.group("rest"))));
    }
  }

  private static int place(@Nullable String inserted) {
    return inserted == null ? 0 : INSERTED.indexOf(inserted.toLowerCase(Locale.ROOT));
  }

  private static String rest(@Nullable String words) {
    return Objects.requireNonNullElse(words, "").replaceFirst("^[\\s.:)–—-]+", "").strip();
  }
}
