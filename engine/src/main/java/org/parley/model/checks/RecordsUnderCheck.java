package org.parley.model.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.LocalizedText;
import org.parley.model.checks.References.Declaration;
import org.parley.model.checks.References.Mention;
import org.parley.model.text.OptionId;
import org.parley.model.text.Point;
import org.parley.model.text.Subject;

/// The records under check: their declarations and mentions, and the violations found so far.
final class RecordsUnderCheck {

  private final List<? extends CaseRecord> records;
  private final List<Walked> walked;
  private final Map<String, Declaration> declared;
  private final List<CaseViolation> problems = new ArrayList<>();

  /// The result of walking a record: its ids, and the violations of its texts.
  private record Walked(List<Mention> mentions, List<CaseViolation> texts) {

    static Walked of(int index, Record record) {
      List<CaseViolation> problems = new ArrayList<>();
      List<Mention> mentions =
          References.of(
              record,
              (path, text) -> Characters.problem(index, path, text).ifPresent(problems::add));
      return new Walked(mentions, List.copyOf(problems));
    }
  }

  private RecordsUnderCheck(RecordsUnderCheck whole) {
    this.records = whole.records;
    this.walked = whole.walked;
    this.declared = whole.declared;
  }

  RecordsUnderCheck(List<? extends CaseRecord> records) {
    this.records = records;
    this.walked =
        IntStream.range(0, records.size())
            .parallel()
            .mapToObj(index -> Walked.of(index, (Record) records.get(index)))
            .toList();
    this.declared = new HashMap<>();
    for (int index = 0; index < records.size(); index++) {
      for (Mention mention : walked.get(index).mentions) {
        if (mention.declares()) {
          declared.merge(mention.id().value(), new Declaration(index, mention), Declaration::wider);
        }
      }
    }
  }

  /// The same records without violations, for a parallel task.
  RecordsUnderCheck part() {
    return new RecordsUnderCheck(this);
  }

  /// Adds the violations found by a task.
  void add(List<CaseViolation> found) {
    problems.addAll(found);
  }

  List<? extends CaseRecord> records() {
    return records;
  }

  List<Mention> mentions(int index) {
    return walked.get(index).mentions;
  }

  /// The violations of the texts of a record.
  List<CaseViolation> texts(int index) {
    return walked.get(index).texts;
  }

  /// The declaration of each id: of several, the first of those with most readers.
  Map<String, Declaration> declared() {
    return declared;
  }

  List<CaseViolation> problems() {
    return List.copyOf(problems);
  }

  void report(int index, List<String> path, Rule rule, @Nullable Object value) {
    report(index, path, rule, value, null);
  }

  void report(
      int index, List<String> path, Rule rule, @Nullable Object value, @Nullable String meant) {
    problems.add(
        new CaseViolation(index, path, rule, value == null ? "" : value.toString(), meant));
  }

  void words(int index, String key, String words) {
    if (words.isBlank()) {
      report(index, List.of(key), new Rule.Blank(key), words);
    }
  }

  /// Reports a name or title with an invalid language tag or a blank text.
  void words(int index, String key, LocalizedText words) {
    if (words.isBlank()) {
      report(index, List.of(key), new Rule.Blank(key), words);
    }
    languages(index, List.of(key), words);
  }

  /// Reports invalid language tags of a text.
  void languages(int index, List<String> path, LocalizedText words) {
    for (String tag : words.byLanguage().keySet()) {
      if (!isLanguage(tag)) {
        report(
            index,
            Stream.concat(path.stream(), Stream.of(tag)).toList(),
            Rule.Plain.NOT_A_LANGUAGE_TAG,
            tag);
      }
    }
  }

  /// Whether a BCP 47 tag is well-formed.
  static boolean isLanguage(String tag) {
    if (tag.length() == 2 && isLetter(tag.charAt(0)) && isLetter(tag.charAt(1))) {
      return true; // Fast path.
    }
    try {
      new Locale.Builder().setLanguageTag(tag).build();
      return !tag.isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// Reports duplicates in a list.
  void once(int index, String key, List<?> list) {
    if (list.size() < 2) {
      return;
    }
    Set<Object> seen = new LinkedHashSet<>();
    for (int i = 0; i < list.size(); i++) {
      if (!seen.add(list.get(i))) {
        report(index, List.of(key, Integer.toString(i)), Rule.Plain.NAMED_TWICE, list.get(i));
      }
    }
  }

  /// Reports that a point may not have options: once, if all its readers read one of them, else at
  /// each.
  void options(int index, Point point, List<String> path, Rule rule, Object value) {
    if (point.options().stream().anyMatch(each -> each.visibility().covers(point.visibility()))) {
      report(index, path, rule, value);
      return;
    }
    for (int i = 0; i < point.options().size(); i++) {
      report(index, List.of("options", Integer.toString(i)), rule, point.options().get(i).id());
    }
  }

  /// Reports an option of another point.
  void belongsToPoint(
      int index,
      List<String> path,
      OptionId option,
      String key,
      Collection<? extends Subject> points) {
    Declaration where = declared.get(option.value());
    if (where != null
        && records.get(where.record()) instanceof Point point
        && !points.contains(point.id())) {
      report(index, path, new Rule.OptionOfOtherPoint(point.id(), key), option);
    }
  }

  @Nullable CaseRecord record(Id id) {
    Declaration where = declared.get(id.value());
    return where == null ? null : records.get(where.record());
  }
}
