package org.parley.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.provision.ProvisionNumber.Numeral;

/// Reads the numbers that may open a line. "(i)" is a letter and a Roman numeral: which of the two
/// is decided by the series it continues.
final class NumberReader {

  private static final String CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя";
  private static final String ARABIC_LETTERS = "أبجدهوزحطيكلمنسعفصقرشت";
  private static final String ARABIC = "[ا" + ARABIC_LETTERS + "]ـ?";

  /// Letters that some lists have after another letter, and others leave out. For each, the letter
  /// before it and the places it may have after that.
  private static final Map<String, String> EXTRA_LETTERS =
      Map.of("ñ", "n1", "ґ", "г1", "є", "е1", "ё", "е1", "і", "и1", "ї", "и2", "й", "и13");

  private static final String SMALL_LETTER = "a-zа-яñґєёії";
  private static final List<String> INSERTED =
      List.of("", "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies");

  private static final String SUFFIX =
      "(?:[  -]?\\(?(?<suffix>bis|ter|quater|quinquies|sexies|septies|octies)\\b\\)?)?";
  private static final Pattern WORD =
      Pattern.compile("^(?<word>§|[\\p{L}\\p{M}]+\\.?)[  ]*(?<rest>.*)$", Pattern.DOTALL);
  private static final Pattern AFTER_WORD =
      Pattern.compile(
          "^(?:n[o°º]\\.?[  ]*|№[  ]*|(?<sort>(?:transitori[oa]|adicional|final|derogatoria)s?)[  ]+|\\((?=[\\d٠-٩۰-۹]|\\p{L}ـ?\\)))?(?<number>\\d{1,3}(?:\\.\\d{1,3})*(?!\\.?\\d)|[٠-٩۰-۹]{1,3}|1er|1re|1ère|(?:\\p{L}+-(?=\\p{L}{2}))?[\\p{L}\\p{M}]+(?:[  ]عشرة?)?)(?:\\.?[°ºª])?(?<letter>(?<=\\d)[a-z]\\b|-(?:[a-z]|\\d{1,2})\\b|[⁰¹²³⁴-⁹]{1,2})?[°º]?"
              + SUFFIX
              + "(?<rest>$|[  ]*[.:)–—-].*|\\*(?:[  \\t].*)?|[  \\t].*)$",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern DECIMAL =
      Pattern.compile(
          "^(?<number>\\d{1,3}(?:\\.\\d{1,3})+)(?<mark>\\.?\\)?)(?:[  \\t]+(?<rest>.*)|$)",
          Pattern.DOTALL);

  /// `I.1.`, a part of `I`, and `B.1`, a part of `B`.
  private static final Pattern LETTERED_DECIMAL =
      Pattern.compile(
          "^(?<number>(?:[IVXL]{1,6}|\\p{Lu})(?:\\.\\d{1,3})+)(?<mark>\\.?\\)?)[  \\t]+(?<rest>[\\p{Lu}\\[“\"‘«].*)$",
          Pattern.DOTALL);

  /// `2.1.a`, a part of `2.1`.
  private static final Pattern LETTER_OF_DECIMAL =
      Pattern.compile(
          "^(?<above>\\d{1,3}(?:\\.\\d{1,3})+\\.)(?<number>[a-z])(?<mark>[.)]?)[  \\t]+(?<rest>.+)$",
          Pattern.DOTALL);

  /// `1.0` numbers what `1.1` is part of.
  private static final Pattern ROUND =
      Pattern.compile(
          "^(?<number>\\d{1,3}\\.0)(?<mark>)[  \\t]+(?<rest>\\p{L}.*)$", Pattern.DOTALL);

  /// `1- `, `1.- `, `1 – `, `1: ` and `1/ `, the same with a letter, and `I – `.
  private static final Pattern DASHED =
      Pattern.compile(
          "^(?<number>\\d{1,3}|[٠-٩۰-۹]{1,3}|[SMALL]|[IVXLІХ]{1,6}(?= ?[–—-])|LETTERS)(?<mark>\\.?[  ]?[–—-]|[:/])[  \\t]+(?<rest>[^\\d\\s٠-٩۰-۹].*)$"
              .replace("LETTERS", ARABIC)
              .replace("SMALL", SMALL_LETTER),
          Pattern.DOTALL);

  /// `1 The Parties`.
  private static final Pattern UNMARKED =
      Pattern.compile(
          "^(?<number>\\d{1,3})(?<mark>[  \\t])[  \\t]*(?<rest>\\p{Lu}.*)$", Pattern.DOTALL);

  /// `1º Los`, `1° « Zone »` and `2° le retrait`.
  private static final Pattern DEGREE =
      Pattern.compile(
          "^(?<number>\\d{1,3})(?<mark>[°º][  \\t])[  \\t]*(?<rest>[^\\d\\s].*)$", Pattern.DOTALL);

  /// `Zweiter Teil`, `1. Abschnitt: Ziele`, `Première partie`.
  private static final Pattern BEFORE_UNIT =
      Pattern.compile(
          "^(?<number>\\p{L}+|\\d{1,2}\\.)[  ]+(?<word>(?iu:teil|abschnitt|kapitel|titel|hauptstück|partie|parte|часть|частина|раздел|розділ|глава))(?<rest>$|[  ]*[.:–—-].*)$",
          Pattern.DOTALL);

  /// `Parágrafo único.`, `Parágrafo:`.
  private static final Pattern ONLY_PARAGRAPH =
      Pattern.compile(
          "^(?<label>(?iu:par[áa]grafo(?:[  ]+(?:único|transitorio|transitório))?))(?<rest>$|[.:][  –—-].*|\\t.*)$",
          Pattern.DOTALL | Pattern.UNICODE_CASE);

  private static final Pattern ORDINAL =
      Pattern.compile(
          "^(?<number>[\\p{L}\\p{M}']+)(?<mark>[.:)]-?|[  ]?[–—-])[  \\t]+(?<rest>.+)$",
          Pattern.DOTALL);
  private static final Pattern CHINESE_UNIT =
      Pattern.compile(
          "^(?<open>第|附件)(?<number>[〇零一二三四五六七八九十百]{1,5}|\\d{1,3})(?<unit>条|條|章|部分|节|節|编|編|)(?![第的所和、款项])(?<rest>.*)$",
          Pattern.DOTALL);
  private static final Pattern CHINESE_ITEM =
      Pattern.compile(
          "^(?<open>[（(]?)(?<number>[一二三四五六七八九十]{1,3})(?<mark>[、.．]|[）)])(?<rest>.*)$",
          Pattern.DOTALL);
  private static final Pattern BARE =
      Pattern.compile(
          "^(?<open>\\(?)(?<number>\\d{1,3}|[٠-٩۰-۹]{1,3}|["
              + SMALL_LETTER
              + "A-ZА-Я]|[ivxlcіхIVXLCІХ]{2,7}|"
              + ARABIC
              + ")"
              + SUFFIX
              + "(?<mark>[°ºª]?[.)]|\\.\\))(?:(?<=\\d[.)])(?!\\d)|(?=[  \\t]|$)|(?<=[a-z]\\)))"
              + "[  \\t]*(?<rest>.*)$",
          Pattern.DOTALL);
  private static final Pattern ROMAN = Pattern.compile("(?i)(x{0,3}|xl|l|lx{1,3})(ix|iv|v?i{0,3})");

  /// Letters of Cyrillic that look like those of Roman numerals, and are typed for them.
  private static final String LOOK_ALIKES = "ІіХх";

  private static final String LOOKED_LIKE = "IiXx";

  /// `1er`, `1re`, as French begins to count.
  private static final Pattern FRENCH_FIRST = Pattern.compile("(?i)1(?:er|re|ère)");

  /// `Separate Article`, `Artículo transitorio.`: an article with a name instead of a number.
  private static final Pattern NAMED_ARTICLE =
      Pattern.compile(
          "^(?<label>(?iu:(?:separate|additional|sole|single|supplementary|secret|transitional"
              + "|final)\\h+article"
              + "|article\\h+(?:additionnel|séparé|secret|transitoire|final)"
              + "|art[íi]culo\\h+(?:adicional|transitorio|final|secreto|separado)"
              + "|artigo\\h+(?:adicional|transitório|final|secreto)"
              + "|(?:zusatz|schluss|geheim)artikel|einziger\\h+artikel"
              + "|(?:отдельная|единственная|дополнительная|секретная)\\h+статья"
              + "|(?:окрема|єдина|додаткова)\\h+стаття))"
              + "(?<rest>$|[.:][  –—-].*|\\h*[–—-]\\h.*|\\t.*)$",
          Pattern.DOTALL | Pattern.UNICODE_CASE);

  /// `to the Agreement` after the number of an annex names the text that it is part of.
  private static final Pattern PART_OF_TEXT =
      Pattern.compile(
          "^(?iu:to|à|au|aux|al?|zu|zum|zur|к|до)\\h+(?:(?iu:the|this|la|le|el|los?|dem|der|den"
              + "|diese[mnr]|настоящему|этому|цієї|даної)\\h+|(?iu:l)[’'])?\\p{Lu}[^.;:,]{0,80}$");

  /// `Ier`, `Ire` and `IIe`, as French counts chapters.
  private static final Pattern ROMAN_ORDINAL =
      Pattern.compile("(?<number>I(?=er|re|ère)|[IVXL]{2,6}(?=e)|[VXL](?=e))(?:er|re|ère|e|ème)");

  /// A part of an article, named after it.
  private static final Pattern NAMES_PART =
      Pattern.compile(
          "^(?iu:abs\\.|absatz|nr\\.|satz|lit\\.|ziff\\.|ziffer|paragraphs?|para\\.|§|apartado|párrafo|inciso|numeral|literal|parágrafo|alínea|alinéa|пункт|частина|часть)[  ]?\\(?(?:\\d|\\p{L}\\)).*[  ]\\p{Ll}");

  private static final int LONGEST_NAME = 90;
  private static final Pattern HEADED =
      Pattern.compile("^\\p{L}+(?:\\.\\h+|\\h*[:–—-]\\h+)\\p{Lu}\\p{L}[^.;]*$");
  private static final Pattern ABOUT =
      Pattern.compile("^\\p{L}+\\h+(?:ON|SUR|SOBRE|ÜBER|О|ОБ|ПРО)\\h+\\p{Lu}");

  /// The names before a number in a bracket.
  private static final Pattern HELD =
      Pattern.compile("^(?<holders>\\p{L}[^\\[\\]:;.]{0,59}:)[  ]+[(\\d\\p{L}].*");

  /// The mark of a paragraph that is the only one of its kind.
  private static final String ONLY = " #";

  private static final Map<String, Unit> CHINESE_UNITS =
      Map.of(
          "条",
          Unit.ARTICLE,
          "條",
          Unit.ARTICLE,
          "章",
          Unit.CHAPTER,
          "部分",
          Unit.PART,
          "节",
          Unit.SECTION,
          "節",
          Unit.SECTION,
          "编",
          Unit.TITLE,
          "編",
          Unit.TITLE);

  private NumberReader() {}

  /// A number, and what stands in the line after it.
  record Numbered(ProvisionNumber number, String rest) {}

  /// The numbers that a line may open with, the likeliest first; none for most lines.
  static List<Numbered> read(String line) {
    return line.startsWith("[") ? inBracket(line.substring(1).strip()) : plain(line);
  }

  /// `[1. The Parties meet.]`: the words keep the bracket, and the holders before the number.
  /// `[1.]` is no number but words.
  private static List<Numbered> inBracket(String line) {
    Matcher held = HELD.matcher(line);
    String holders = held.matches() ? held.group("holders") : "";
    return plain(line.substring(holders.length()).strip()).stream()
        .filter(it -> !isUnmarked(it.number()) && !it.rest().startsWith("]"))
        .map(it -> new Numbered(it.number(), "[" + spaced(holders) + it.rest()))
        .toList();
  }

  private static String spaced(String holders) {
    return holders.isEmpty() ? "" : holders + " ";
  }

  /// Spaces that do not break count as spaces, and stay in the words after the number.
  private static List<Numbered> plain(String line) {
    String spaced = line.replaceAll("[\\x{A0}\\x{202F}\\x{2007}]", " ");
    return spaced.equals(line)
        ? numbers(line)
        : numbers(spaced).stream()
            .map(
                it ->
                    spaced.endsWith(it.rest())
                        ? new Numbered(
                            it.number(), line.substring(line.length() - it.rest().length()))
                        : it)
            .toList();
  }

  private static List<Numbered> numbers(String line) {
    List<Numbered> found = new ArrayList<>();
    namedArticle(line, found);
    if (found.isEmpty()) {
      word(line, found);
    }
    beforeUnit(line, found);
    if (found.isEmpty()) {
      chinese(line, found);
      decimal(line, found);
      bare(line, found);
      marked(ROUND, line, Numeral.ARABIC, NumberReader::whole, found);
      dashed(line, found);
      marked(ORDINAL, line, Numeral.OTHER, NumberWords::ordinal, found);
      marked(DEGREE, line, Numeral.ARABIC, NumberReader::whole, found);
      marked(UNMARKED, line, Numeral.ARABIC, NumberReader::whole, found);
    }
    return found;
  }

  /// Whether a number has neither word nor mark, so that it may begin a sentence.
  static boolean isUnmarked(ProvisionNumber number) {
    return number.unit() == Unit.ITEM && number.mark().matches("#\\s");
  }

  /// A number with a word such as "point", as a part of an article. Others stay as they are.
  static Numbered withinArticles(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    String word = number.word();
    return word == null || !(NumberWords.isLoose(word) || word.equals("§"))
        ? numbered
        : new Numbered(
            new ProvisionNumber(
                Unit.ITEM,
                number.numeral(),
                markOf(word),
                number.path(),
                number.suffix(),
                number.label(),
                word),
            numbered.rest());
  }

  private static String markOf(String word) {
    return word.toLowerCase(Locale.ROOT) + ") #";
  }

  /// A number that heads a section, `A. Ceasefire`.
  static Numbered asSection(Numbered numbered) {
    ProvisionNumber number = numbered.number();
    return new Numbered(
        new ProvisionNumber(
            Unit.SECTION,
            number.numeral(),
            number.mark(),
            number.path(),
            number.suffix(),
            number.label(),
            number.word()),
        numbered.rest());
  }

  private static void word(String line, List<Numbered> found) {
    Matcher word = WORD.matcher(line);
    if (!word.matches()) {
      return;
    }
    String name = word.group("word");
    Unit unit = NumberWords.unit(name);
    String after = word.group("rest");
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (NumberWords.standsAlone(bare) && isNamed(line)) {
      found.add(
          new Numbered(
              new ProvisionNumber(Unit.ANNEX, Numeral.OTHER, "#", List.of(1), 0, "", bare),
              rest(after)));
      return;
    }
    if (onlyParagraph(line, found) || unit == null) {
      return;
    }
    if (NumberWords.standsAlone(name) && after.isBlank()) {
      found.add(
          new Numbered(new ProvisionNumber(unit, Numeral.OTHER, "#", List.of(1), 0, "", name), ""));
      return;
    }
    Matcher number = AFTER_WORD.matcher(after);
    if (!number.matches()
        || (goesOn(number.group("rest"))
            && !(unit == Unit.ANNEX && isPartOfText(number.group("rest"))))) {
      return;
    }
    String written = number.group("number");
    String digits = FRENCH_FIRST.matcher(written).matches() ? "1" : written;
    String inserted = number.group("suffix");
    String letter = number.group("letter");
    int suffix = letter == null ? place(inserted) : inserted(letter);
    String label =
        (number.group("sort") == null ? "" : number.group("sort") + " ")
            + digits
            + (letter == null ? "" : letter)
            + (inserted == null ? "" : " " + inserted);
    for (Value each : values(digits)) {
      found.add(
          new Numbered(
              new ProvisionNumber(
                  unit,
                  each.numeral,
                  unit == Unit.ITEM ? markOf(name) : "#",
                  each.path,
                  suffix,
                  each.numeral == Numeral.OTHER && number.group("sort") == null
                      ? each.path.getLast() + (inserted == null ? "" : " " + inserted)
                      : label,
                  name),
              rest(number.group("rest"))));
    }
  }

  /// Whether the words after a number carry a sentence on: "Article 5 of the Treaty", "Art. 5 Abs.
  /// 2 applies".
  private static boolean goesOn(String rest) {
    String words = rest.replaceFirst("^\\*", "").strip();
    return !words.isEmpty()
        && (Character.isLowerCase(words.codePointAt(0))
            || words.startsWith(",")
            || words.startsWith(";")
            || NAMES_PART.matcher(words).find());
  }

  private static void namedArticle(String line, List<Numbered> found) {
    Matcher named = NAMED_ARTICLE.matcher(line);
    if (named.matches()) {
      found.add(
          new Numbered(
              new ProvisionNumber(
                  Unit.ARTICLE, Numeral.OTHER, "#", List.of(1), 0, named.group("label"), null),
              rest(named.group("rest"))));
    }
  }

  /// Whether the words after the number of an annex name the text that it is part of.
  static boolean isPartOfText(String rest) {
    String words = rest.strip();
    return PART_OF_TEXT.matcher(words).matches()
        && !OperativeVerbs.areIn(words)
        && !LineForms.breaksOff(words);
  }

  /// Whether an annex has a name instead of a number: `ANNEX ON POWER SHARING`, `Annex: Map`.
  private static boolean isNamed(String line) {
    return line.length() <= LONGEST_NAME
        && (HEADED.matcher(line).matches()
            || (line.equals(line.toUpperCase(Locale.ROOT)) && ABOUT.matcher(line).find()));
  }

  private static void beforeUnit(String line, List<Numbered> found) {
    Matcher matched = BEFORE_UNIT.matcher(line);
    if (found.isEmpty() && matched.matches()) {
      String number = matched.group("number").replace(".", "");
      String word = matched.group("word");
      Unit unit = NumberWords.unit(word);
      OptionalInt value =
          Character.isDigit(number.charAt(0))
              ? OptionalInt.of(Integer.parseInt(number))
              : NumberWords.ordinal(number);
      if (unit != null && value.isPresent()) {
        String label = Integer.toString(value.getAsInt());
        found.add(
            new Numbered(
                new ProvisionNumber(
                    unit, Numeral.ARABIC, "#", List.of(value.getAsInt()), 0, label, word),
                rest(matched.group("rest"))));
      }
    }
  }

  /// @return whether it is one
  private static boolean onlyParagraph(String line, List<Numbered> found) {
    Matcher matched = ONLY_PARAGRAPH.matcher(line);
    if (matched.matches()) {
      String label = matched.group("label");
      found.add(
          new Numbered(
              new ProvisionNumber(Unit.ITEM, Numeral.OTHER, ONLY, List.of(1), 0, label, null),
              rest(matched.group("rest"))));
    }
    return matched.matches();
  }

  /// Whether a number counts paragraphs of an article, and no items of a list: `Parágrafo 2`.
  static boolean isOfArticle(ProvisionNumber number) {
    String word = number.word();
    return number.unit() == Unit.ITEM
        && (word == null
            ? number.mark().equals(ONLY)
            : NumberWords.isOfArticle(word) || word.equals("§"));
  }

  /// @param suffix the place of a letter that not all lists have
  private record Value(Numeral numeral, List<Integer> path, int suffix) {
    Value(Numeral numeral, List<Integer> path) {
      this(numeral, path, 0);
    }
  }

  private static List<Value> values(String written) {
    Matcher ordinal = ROMAN_ORDINAL.matcher(written);
    if (ordinal.matches()) {
      return values(ordinal.group("number"));
    }
    if (FRENCH_FIRST.matcher(written).matches()) {
      return List.of(new Value(Numeral.ARABIC, List.of(1)));
    }
    List<Value> values = new ArrayList<>();
    String lower = written.toLowerCase(Locale.ROOT);
    OptionalInt inWords = NumberWords.value(written);
    if (inWords.isPresent()) {
      values.add(new Value(Numeral.OTHER, List.of(inWords.getAsInt())));
    } else if (lower.chars().allMatch(c -> Character.isDigit(c) || c == '.')) {
      List<Integer> path = new ArrayList<>();
      for (String each : lower.split("\\.", -1)) {
        path.add(Integer.parseInt(each));
      }
      values.add(new Value(path.size() > 1 ? Numeral.DECIMAL : Numeral.ARABIC, path));
    } else if (written.indexOf('.') > 0) {
      letteredDecimal(lower).ifPresent(path -> values.add(new Value(Numeral.DECIMAL, path)));
    } else {
      boolean isUpper = written.equals(written.toUpperCase(Locale.ROOT));
      boolean isLower = written.equals(lower);
      OptionalInt roman = roman(withoutLookAlikes(written));
      if (roman.isPresent() && (isUpper || isLower)) {
        values.add(
            new Value(isUpper ? Numeral.UPPER_ROMAN : Numeral.ROMAN, List.of(roman.getAsInt())));
      }
      Numeral letters = isUpper ? Numeral.UPPER_LETTER : Numeral.LETTER;
      String places = EXTRA_LETTERS.getOrDefault(lower, "");
      int letter = letter(places.isEmpty() ? lower : places.substring(0, 1));
      if (letter > 0 && places.isEmpty()) {
        values.add(new Value(letters, List.of(letter)));
      }
      for (int i = 1; i < places.length(); i++) {
        values.add(new Value(letters, List.of(letter), places.charAt(i) - '0'));
      }
    }
    return values;
  }

  /// In Latin letters alone, in lower case. A small letter of Cyrillic that stands alone is one.
  private static String withoutLookAlikes(String written) {
    if (written.length() == 1 && Character.isLowerCase(written.charAt(0))) {
      return LOOK_ALIKES.contains(written) ? "" : written;
    }
    StringBuilder latin = new StringBuilder(written);
    for (int i = 0; i < latin.length(); i++) {
      int at = LOOK_ALIKES.indexOf(latin.charAt(i));
      if (at >= 0) {
        latin.setCharAt(i, LOOKED_LIKE.charAt(at));
      }
    }
    return latin.toString().toLowerCase(Locale.ROOT);
  }

  /// The parts of `ii.3` or `b.3`; empty if it begins with neither a Roman numeral nor a letter.
  private static Optional<List<Integer>> letteredDecimal(String lower) {
    int point = lower.indexOf('.');
    String above = lower.substring(0, point);
    int first = roman(above).orElse(letter(above));
    if (first == 0) {
      return Optional.empty();
    }
    List<Integer> path = new ArrayList<>();
    path.add(first);
    for (String each : lower.substring(point + 1).split("\\.", -1)) {
      path.add(Integer.parseInt(each));
    }
    return Optional.of(path);
  }

  private static int letter(String lower) {
    String plain = lower.replace("ـ", "").replace('ا', 'أ');
    if (plain.length() != 1) {
      return 0;
    }
    char letter = plain.charAt(0);
    return letter >= 'a' && letter <= 'z'
        ? letter - 'a' + 1
        : Math.max(CYRILLIC.indexOf(letter), ARABIC_LETTERS.indexOf(letter)) + 1;
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
      add(decimal, "#", null, found);
    }
    Matcher lettered = LETTERED_DECIMAL.matcher(line);
    if (lettered.matches()) {
      add(lettered, "#", null, found);
    }
    Matcher letter = LETTER_OF_DECIMAL.matcher(line);
    if (letter.matches()) {
      add(letter, letter.group("above") + "#" + letter.group("mark"), null, found);
    }
  }

  private static void bare(String line, List<Numbered> found) {
    Matcher bare = BARE.matcher(line);
    if (!bare.matches()) {
      return;
    }
    String open = bare.group("open");
    String close = bare.group("mark");
    if (open.isEmpty() || !close.equals(".")) {
      add(bare, open + "#" + close, bare.group("suffix"), found);
    }
  }

  private static void dashed(String line, List<Numbered> found) {
    Matcher dashed = DASHED.matcher(line);
    if (dashed.matches()) {
      add(dashed, "#" + dashed.group("mark"), null, found);
    }
  }

  /// Adds an item for each value that its number may have.
  private static void add(
      Matcher matched, String mark, @Nullable String inserted, List<Numbered> found) {
    String number = matched.group("number");
    String label = inserted == null ? number : number + " " + inserted;
    for (Value each : values(number)) {
      found.add(
          new Numbered(
              new ProvisionNumber(
                  Unit.ITEM,
                  each.numeral,
                  mark,
                  each.path,
                  inserted == null ? each.suffix : place(inserted),
                  label,
                  null),
              rest(matched.group("rest"))));
    }
  }

  private static void marked(
      Pattern pattern,
      String line,
      Numeral numeral,
      Function<String, OptionalInt> read,
      List<Numbered> found) {
    Matcher marked = pattern.matcher(line);
    if (!marked.matches()) {
      return;
    }
    String number = marked.group("number");
    String mark = "#" + marked.group("mark");
    String rest = rest(marked.group("rest"));
    read.apply(number)
        .ifPresent(
            value ->
                found.add(
                    new Numbered(
                        new ProvisionNumber(
                            Unit.ITEM, numeral, mark, List.of(value), 0, number, null),
                        rest)));
  }

  /// The digits before a point.
  private static OptionalInt whole(String number) {
    int point = number.indexOf('.');
    return OptionalInt.of(Integer.parseInt(point < 0 ? number : number.substring(0, point)));
  }

  private static void chinese(String line, List<Numbered> found) {
    Matcher unit = CHINESE_UNIT.matcher(line);
    if (unit.matches()) {
      String open = unit.group("open");
      String word = unit.group("unit");
      Unit named = open.equals("附件") ? Unit.ANNEX : CHINESE_UNITS.get(word);
      OptionalInt value = NumberWords.chinese(unit.group("number"));
      if (named != null && value.isPresent() && (named == Unit.ANNEX) == word.isEmpty()) {
        String label = unit.group("number");
        found.add(
            new Numbered(
                new ProvisionNumber(
                    named,
                    Numeral.OTHER,
                    open + "#" + word,
                    List.of(value.getAsInt()),
                    0,
                    label,
                    null),
                rest(unit.group("rest"))));
      }
      return;
    }
    Matcher item = CHINESE_ITEM.matcher(line);
    if (item.matches()) {
      String number = item.group("number");
      String mark = item.group("open") + "#" + item.group("mark");
      NumberWords.chinese(number)
          .ifPresent(
              value ->
                  found.add(
                      new Numbered(
                          new ProvisionNumber(
                              Unit.ITEM, Numeral.OTHER, mark, List.of(value), 0, number, null),
                          rest(item.group("rest")))));
    }
  }

  /// The place of an insertion by a letter or a number, `5a`, `1-A`, `A-1` and `5¹`.
  private static int inserted(String letter) {
    String sign = letter.replace("-", "").toLowerCase(Locale.ROOT);
    return Character.isLetter(sign.charAt(0))
        ? sign.charAt(0) - 'a' + 1
        : sign.chars().map(Character::getNumericValue).reduce(0, (all, each) -> 10 * all + each);
  }

  private static int place(@Nullable String inserted) {
    return inserted == null ? 0 : INSERTED.indexOf(inserted.toLowerCase(Locale.ROOT));
  }

  private static String rest(@Nullable String words) {
    String after = Objects.requireNonNullElse(words, "").strip();
    return after.matches("\\.{3,}|…") ? after : after.replaceFirst("^[\\s.:)–—：、-]+", "");
  }
}
