package org.parley.exchange.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.parley.reference.AccordHistory;
import org.parley.reference.DoneTimes;
import org.parley.reference.Edition;
import org.parley.reference.Provision;
import org.parley.reference.ReferenceFigures;
import org.parley.reference.ReferenceFigures.CodePair;

/// The figures that come with Parley, so that it answers without any file. They are counts computed
/// from PA-X 9 and the Peace Accords Matrix 1.5, and none of their rows.
public final class ShippedFigures {

  /// The editions they were computed from.
  public static final List<Edition> EDITIONS = List.of(Edition.PAX_9, Edition.PAM_1_5);

  static final String FILE = "figures.properties";

  private static final String CODE = "code.";
  private static final String PAIRS = "pairs.";
  private static final String DONE = "done.";
  private static final String FIRST = "first.";

  private static final byte[] BYTES = bytes();
  private static final ReferenceFigures SHIPPED = read();
  private static final String SHA256 = digest();

  private ShippedFigures() {}

  /// The figures.
  public static ReferenceFigures get() {
    return SHIPPED;
  }

  /// The SHA-256 of their text, in lower case.
  public static String sha256() {
    return SHA256;
  }

  private static byte[] bytes() {
    try (InputStream in = ShippedFigures.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + FILE);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
  }

  private static ReferenceFigures read() {
    try {
      return parse(new StringReader(new String(BYTES, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
  }

  private static String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The figures in a text that [#text] wrote.
  static ReferenceFigures parse(Reader from) throws IOException {
    Properties lines = new Properties();
    lines.load(from);
    Map<String, ReferenceFigures.CodeCount> codes = new TreeMap<>();
    Map<CodePair, ReferenceFigures.CodeCount> pairs = new TreeMap<>();
    Map<Provision, List<ReferenceFigures.DoneCount>> done = new EnumMap<>(Provision.class);
    Map<Provision, DoneTimes> times = new EnumMap<>(Provision.class);
    for (String key : lines.stringPropertyNames()) {
      String value = lines.getProperty(key);
      if (key.startsWith(CODE)) {
        int[] counts = numbers(value, " ");
        codes.put(
            key.substring(CODE.length()), new ReferenceFigures.CodeCount(counts[0], counts[1]));
      } else if (key.startsWith(PAIRS)) {
        for (String each : value.split(", ", -1)) {
          String[] words = each.split(" ", -1);
          pairs.put(
              new CodePair(key.substring(PAIRS.length()), words[0]),
              new ReferenceFigures.CodeCount(
                  Integer.parseInt(words[1]), Integer.parseInt(words[2])));
        }
      } else if (key.startsWith(DONE)) {
        List<ReferenceFigures.DoneCount> years = new ArrayList<>();
        String[] shares = value.split(" ", -1);
        for (int i = 0; i < shares.length; i++) {
          int[] share = numbers(shares[i], "/");
          years.add(new ReferenceFigures.DoneCount(AccordHistory.YEARS.get(i), share[0], share[1]));
        }
        done.put(Provision.find(key.substring(DONE.length())).orElseThrow(), years);
      } else if (key.startsWith(FIRST)) {
        times.put(Provision.find(key.substring(FIRST.length())).orElseThrow(), times(value));
      }
    }
    return new ReferenceFigures(
        Integer.parseInt(lines.getProperty("agreements")),
        Integer.parseInt(lines.getProperty("interstate")),
        codes,
        pairs,
        done,
        times);
  }

  /// Pairs of counts, a year each, and how many were lost again.
  private static DoneTimes times(String value) {
    String[] words = value.split(" ", -1);
    List<Integer> done = new ArrayList<>();
    List<Integer> left = new ArrayList<>();
    for (int year = 0; year < words.length - 1; year++) {
      int[] counts = numbers(words[year], "+");
      done.add(counts[0]);
      left.add(counts[1]);
    }
    return new DoneTimes(done, left, Integer.parseInt(words[words.length - 1]));
  }

  private static int[] numbers(String text, String separator) {
    String[] words = text.split(Pattern.quote(separator), -1);
    return new int[] {Integer.parseInt(words[0]), Integer.parseInt(words[1])};
  }

  /// The figures as text.
  static String text(ReferenceFigures figures) {
    StringBuilder text = new StringBuilder();
    text.append("# Counts from ")
        .append(Edition.PAX_9.key())
        .append(" and ")
        .append(Edition.PAM_1_5.key())
        .append(", written by ShippedFiguresTest with -Dgolden.update=true.\n")
        .append("# code.X = agreements with the topic, and those between states\n")
        .append(
            "# pairs.X = for each topic Y, the agreements with X and Y, and those between states\n")
        .append("# done.X = accords with the provision fully implemented, of those followed, ")
        .append("in years 1, 2, 3, 5 and 10\n")
        .append("# first.X = for years 1 to 10, accords that first fully implemented it, + those ")
        .append("last seen without; then how many of the former fell back\n")
        .append("agreements = ")
        .append(figures.agreements())
        .append("\ninterstate = ")
        .append(figures.interstate())
        .append('\n');
    figures
        .codes()
        .forEach(
            (code, count) ->
                text.append(CODE)
                    .append(code.replace(":", "\\:"))
                    .append(" = ")
                    .append(count.all())
                    .append(' ')
                    .append(count.interstate())
                    .append('\n'));
    String first = "";
    for (Map.Entry<CodePair, ReferenceFigures.CodeCount> each : figures.pairs().entrySet()) {
      CodePair pair = each.getKey();
      text.append(pair.first().equals(first) ? ", " : newPairs(first, pair.first()))
          .append(pair.second())
          .append(' ')
          .append(each.getValue().all())
          .append(' ')
          .append(each.getValue().interstate());
      first = pair.first();
    }
    text.append('\n');
    figures
        .done()
        .forEach(
            (provision, years) -> {
              text.append(DONE).append(provision.key()).append(" =");
              years.forEach(
                  each -> text.append(' ').append(each.done()).append('/').append(each.followed()));
              text.append('\n');
            });
    figures
        .times()
        .forEach(
            (provision, times) -> {
              text.append(FIRST).append(provision.key()).append(" =");
              for (int year = 0; year < times.done().size(); year++) {
                text.append(' ').append(times.done().get(year));
                text.append('+').append(times.left().get(year));
              }
              text.append(' ').append(times.lost()).append('\n');
            });
    return text.toString();
  }

  private static String newPairs(String before, String topic) {
    return (before.isEmpty() ? "" : "\n") + PAIRS + topic + " = ";
  }
}
