package org.parley.web.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.ReadableIds;
import org.parley.casefile.form.FormValue;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.cases.CaseView;
import org.parley.model.checks.References;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;
import org.parley.wording.Language;

/// Generates ids in the style of a case: the next number after the most frequent prefix. Uses only
/// records visible to the visitor.
final class IdGenerator {

  private static final Map<String, String> STEMS =
      Map.ofEntries(
          Map.entry("claims", "c"),
          Map.entry("sources", "s"),
          Map.entry("items", "i"),
          Map.entry("points", "p"),
          Map.entry("positions", "q"),
          Map.entry("meetings", "m"),
          Map.entry("demands", "d"),
          Map.entry("guarantees", "g"),
          Map.entry("tasks", "task-"));

  /// By kind, the fields whose words become its id: the shortest name first.
  private static final Map<String, List<String>> NAMED =
      Map.of(
          "parties", List.of("shortName", "name"),
          "instruments", List.of("shortName", "title"),
          "steps", List.of("title"),
          "places", List.of("title", "name"));

  private static final Pattern NUMBERED = Pattern.compile("([A-Za-z._-]*?)(\\d{1,6})");

  private IdGenerator() {}

  /// The record with an id, and with ids for its parts.
  ///
  /// @param besides set-aside records beside the files of the case
  static FormValue.Keys fill(
      CaseView view,
      List<CaseRecord> besides,
      Visitor visitor,
      RecordForm form,
      FormValue.Keys written) {
    Set<String> taken = taken(view, besides);
    FormValue.Keys filled = written;
    if (written.words("id").isEmpty()) {
      String id =
          named(visitor, form.kind(), written, taken)
              .orElseGet(() -> next(view, visitor, form.kind(), taken));
      taken.add(id);
      filled = first(written, id);
    }
    for (String list : List.of("components", "options")) {
      if (filled.get(list) instanceof FormValue.Rows(List<FormValue> items)) {
        List<FormValue> named = new ArrayList<>();
        for (FormValue item : items) {
          named.add(
              item instanceof FormValue.Keys part && part.words("id").isEmpty()
                  ? first(part, partId(filled.words("id"), part.words("title"), taken))
                  : item);
        }
        filled = filled.with(list, new FormValue.Rows(named));
      }
    }
    return filled;
  }

  /// The id of a record that others name often: made of its own name, if that can be.
  private static Optional<String> named(
      Visitor visitor, String kind, FormValue.Keys written, Set<String> taken) {
    for (String key : NAMED.getOrDefault(kind, List.of())) {
      String slug = ReadableIds.slug(name(written.get(key)));
      if (!slug.isEmpty()) {
        return Optional.of(ReadableIds.free(Rights.beginningOfIds(visitor) + slug, taken));
      }
    }
    return Optional.empty();
  }

  /// A name in one language, or in the first of several.
  private static String name(@Nullable FormValue value) {
    return switch (value) {
      case FormValue.Words(String text) -> text;
      case FormValue.Keys keys when !keys.entries().isEmpty() ->
          name(keys.entries().getFirst().value());
      case null, default -> "";
    };
  }

  private static FormValue.Keys first(FormValue.Keys written, String id) {
    List<FormValue.Entry> entries = new ArrayList<>();
    entries.add(new FormValue.Entry("id", new FormValue.Words(id)));
    written.entries().stream().filter(e -> !e.key().equals("id")).forEach(entries::add);
    return new FormValue.Keys(entries);
  }

  /// Every id that is in use.
  static Set<String> taken(CaseView view, List<CaseRecord> besides) {
    List<CaseRecord> records = new ArrayList<>(view.records());
    records.addAll(besides);
    view.setAside().forEach(each -> records.add(each.record()));
    return References.declared(records);
  }

  private static String next(CaseView view, Visitor visitor, String kind, Set<String> taken) {
    String beginning = Rights.beginningOfIds(visitor);
    Map<String, Integer> used = new HashMap<>();
    Map<String, Integer> highest = new HashMap<>();
    int all = 0;
    for (CaseRecord record : view.records()) {
      String id = record.id().value();
      if (RecordForm.of(record).kind().equals(kind)
          && id.startsWith(beginning)
          && !(beginning.isEmpty() && Rights.isReserved(view, id))) {
        all++;
        Matcher numbered = NUMBERED.matcher(id.substring(beginning.length()));
        if (numbered.matches()) {
          used.merge(numbered.group(1), 1, Integer::sum);
          highest.merge(numbered.group(1), Integer.parseInt(numbered.group(2)), Math::max);
        }
      }
    }
    int half = all / 2;
    String stem =
        used.entrySet().stream()
            .filter(each -> each.getValue() > half)
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .filter(each -> !(beginning + each).isEmpty())
            .orElse(STEMS.getOrDefault(kind, word(kind)));
    int number = highest.getOrDefault(stem, 0) + 1;
    while (taken.contains(beginning + stem + number)) {
      number++;
    }
    return beginning + stem + number;
  }

  /// The beginning of ids of a kind, the same in every language.
  private static String word(String kind) {
    return Language.inEnglish(() -> RecordTitles.one(kind)).replace(' ', '-') + "-";
  }

  /// The id of a part, made of its title.
  static String partId(String whole, String title, Set<String> taken) {
    String slug = ReadableIds.slug(title);
    return ReadableIds.free(whole + "-" + (slug.isEmpty() ? "part" : slug), taken);
  }
}
