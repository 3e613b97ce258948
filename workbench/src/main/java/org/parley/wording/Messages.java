package org.parley.wording;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.exact.Rational;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;

/// The messages of one language: ICU patterns by key.
///
/// Numbers are written as the language writes them and choose plural forms. Everything else goes in
/// whole, as a [Phrase]: no name of a case is read as a pattern.
public final class Messages {

  /// The files of a language, one for each subject.
  static final List<String> FILES =
      List.of(
          "common",
          "cases",
          "signin",
          "start",
          "tables",
          "templates",
          "board",
          "acts",
          "bounds",
          "packages",
          "guarantees",
          "watch",
          "places",
          "sequence",
          "outlook",
          "forecasts",
          "ways",
          "indicators",
          "rounds",
          "comments",
          "tasks",
          "work",
          "queue",
          "read",
          "records",
          "kinds",
          "fields",
          "forms",
          "journal",
          "notices",
          "status",
          "factors",
          "accounts",
          "model",
          "reference",
          "texts",
          "brief",
          "refusals",
          "memo",
          "export",
          "check",
          "veto",
          "jobs");

  /// Stands in a formatted message for a phrase, followed by a character that counts.
  private static final char PHRASE = '\uE000';

  private static final int DECIMALS = 4;

  private static final Map<Language, Messages> KNOWN = new EnumMap<>(Language.class);

  /// A word that a message chooses by.
  public record Select(String word) {}

  private final Language language;
  private final Map<String, String> patterns;
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  /// The messages without values, which every page has many of.
  private final Map<String, Phrase> constants = new ConcurrentHashMap<>();

  /// The messages that a constant alone chooses.
  private final Map<Choice, Phrase> chosen = new ConcurrentHashMap<>();

  private record Choice(String key, String name, Enum<?> constant) {}

  private final ListFormatter and;
  private final ListFormatter or;
  private final DateWords dates;

  private Messages(Language language, Map<String, String> patterns) {
    this.language = language;
    this.patterns = patterns;
    this.and = ListFormatter.getInstance(language.locale());
    this.or =
        ListFormatter.getInstance(
            language.locale(), ListFormatter.Type.OR, ListFormatter.Width.WIDE);
    this.dates = new DateWords(this);
  }

  /// The messages of a language.
  public static Messages of(Language language) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(language, each -> new Messages(each, read(each)));
    }
  }

  /// The messages of the current language.
  public static Messages current() {
    return of(Language.current());
  }

  private static Map<String, String> read(Language language) {
    Map<String, String> patterns = new HashMap<>();
    for (String file : FILES) {
      String name = language.tag() + "/" + file + ".properties";
      try (InputStream in = Messages.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("reading messages: there is no " + name);
        }
        Properties read = new Properties();
        read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        read.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
      } catch (IOException e) {
        throw new UncheckedIOException("reading messages: " + name, e);
      }
    }
    return patterns;
  }

  public Language language() {
    return language;
  }

  /// Every key.
  public Set<String> keys() {
    return new TreeSet<>(patterns.keySet());
  }

  /// Whether there is a message of a key.
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /// The pattern of a key.
  ///
  /// @throws NoSuchElementException if there is none
  public String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new NoSuchElementException("no message \"" + key + "\" in " + language.tag());
    }
    return pattern;
  }

  /// Formats a message.
  ///
  /// @param values names and values in turn. A value is a number, a boolean, a [Select], a date, a
  ///   phrase or words. A constant is the key of a `select` (`AD_REFERENDUM` as `ad_referendum`). A
  ///   collection of these is joined with "and"
  public Phrase say(String key, Object... values) {
    if (values.length == 0) {
      return constants.computeIfAbsent(key, this::formatted);
    }
    return values.length == 2 && values[1] instanceof Enum<?> constant
        ? chosen.computeIfAbsent(
            new Choice(key, (String) values[0], constant), _ -> formatted(key, values))
        : formatted(key, values);
  }

  private Phrase formatted(String key, Object... values) {
    List<Phrase> phrases = new ArrayList<>();
    Map<String, Object> arguments = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      arguments.put((String) values[i], argument(values[i + 1], phrases));
    }
    String formatted;
    MessageFormat format = formats.computeIfAbsent(key, this::format);
    synchronized (format) {
      formatted = format.format(arguments);
    }
    return parts(formatted, phrases);
  }

  /// The words of a message.
  public String text(String key, Object... values) {
    return say(key, values).text();
  }

  /// "A", "A and B", "A, B and C".
  public Phrase all(Collection<?> values) {
    return joined(and, values);
  }

  /// "A", "A or B", "A, B or C".
  public Phrase any(Collection<?> values) {
    return joined(or, values);
  }

  private Phrase joined(ListFormatter list, Collection<?> values) {
    List<Phrase> phrases = new ArrayList<>();
    List<Object> stands = new ArrayList<>();
    values.forEach(value -> stands.add(argument(value, phrases)));
    return parts(list.format(stands), phrases);
  }

  /// "A", "A and B", "A, B and C", in the current language.
  public static String listed(Collection<?> values) {
    return current().all(values).text();
  }

  /// An integer in full, other numbers to four places; for reading only.
  public String decimal(Rational number) {
    NumberFormat format = NumberFormat.getInstance(language.locale());
    if (number.denominator().equals(BigInteger.ONE)) {
      return format.format(number.numerator());
    }
    format.setMinimumFractionDigits(DECIMALS);
    format.setMaximumFractionDigits(DECIMALS);
    return format.format(number.approximately());
  }

  /// A share as the language writes it: "750 of 1,027", "95.5 %"; words stay.
  public String share(Share share) {
    return share
        .fraction()
        .map(
            part ->
                share.said().endsWith("%")
                    ? text("share.percent", "percent", BigDecimal.valueOf(part.part(), 1))
                    : text("share.count", "part", part.part(), "whole", part.whole()))
        .orElse(share.said());
  }

  /// Dates in words.
  public DateWords dates() {
    return dates;
  }

  private MessageFormat format(String key) {
    return new MessageFormat(pattern(key), language.locale());
  }

  private Object argument(Object value, List<Phrase> phrases) {
    return switch (value) {
      case Number number -> number;
      case Boolean is -> is.toString();
      case Select(String word) -> word.replace('-', '_');
      case Enum<?> constant -> key(constant);
      default -> {
        phrases.add(phrase(value));
        yield "" + PHRASE + (char) (PHRASE + phrases.size());
      }
    };
  }

  private Phrase phrase(Object value) {
    return switch (value) {
      case Phrase phrase -> phrase;
      case Edtf date -> Phrase.of(dates.say(date));
      case LocalDate day -> Phrase.of(dates.day(day));
      case Collection<?> several -> all(several);
      case Share share -> Phrase.of(share(share));
      default -> Phrase.of(value.toString());
    };
  }

  /// `AD_REFERENDUM` as `ad_referendum`: a `select` takes no hyphen.
  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Phrase parts(String formatted, List<Phrase> phrases) {
    List<Phrase.Run> runs = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < formatted.length()) {
      char next = formatted.charAt(at++);
      if (next != PHRASE) {
        plain.append(next);
        continue;
      }
      for (Phrase.Run run : phrases.get(formatted.charAt(at++) - PHRASE - 1).runs()) {
        if (run instanceof Phrase.Run.Plain(String text)) {
          plain.append(text);
        } else {
          flush(plain, runs);
          runs.add(run);
        }
      }
    }
    flush(plain, runs);
    return new Phrase(runs);
  }

  private static void flush(StringBuilder plain, List<Phrase.Run> runs) {
    if (!plain.isEmpty()) {
      runs.add(new Phrase.Run.Plain(plain.toString()));
      plain.setLength(0);
    }
  }
}
